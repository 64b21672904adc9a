import { describe, expect, it } from 'vitest';
import { StepShelf } from './step-shelf.svelte.ts';
import type { StepView } from './view-step.ts';

const viewOf = (name: string, note = ''): StepView => ({
	name,
	number: '1',
	title: name,
	above: [],
	question: {} as StepView['question'],
	choice: 'one',
	options: [],
	ends: { low: null, high: null },
	mark: null,
	note
});
const rolesOf = (shelf: StepShelf, asked: string) =>
	shelf.list(viewOf(asked)).map(({ view, role }) => `${view.name} ${role}`);
const idOf = (shelf: StepShelf, name: string) =>
	shelf.list(viewOf('nothing')).find(({ view }) => view.name === name)?.id;

describe('the questions on the page', () => {
	it('are the one that is asked, and then the one that was made ready', () => {
		const shelf = new StepShelf();
		expect(rolesOf(shelf, 'one')).toEqual(['one asked']);
		shelf.prepare(viewOf('two'));
		expect(rolesOf(shelf, 'one')).toEqual(['one asked', 'two coming']);
	});

	it('show the one that was made ready as it stands, and keep the one that was left until the next is made ready', () => {
		const shelf = new StepShelf();
		shelf.prepare(viewOf('two'));
		const ready = idOf(shelf, 'two');
		shelf.leave(viewOf('one'), 'two');
		expect(rolesOf(shelf, 'two')).toEqual(['one left', 'two asked']);
		expect(shelf.list(viewOf('two')).at(-1)?.id).toBe(ready);
		shelf.prepare(viewOf('three'));
		expect(rolesOf(shelf, 'two')).toEqual(['two asked', 'three coming']);
	});

	it('make a new one of what was not made ready, and of what is asked again', () => {
		const shelf = new StepShelf();
		const ids = new Set([shelf.list(viewOf('one')).at(0)?.id]);
		for (const [left, place] of [
			['one', 'nine'],
			['nine', 'one'],
			['one', 'nine']
		] as const) {
			shelf.leave(viewOf(left), place);
			ids.add(shelf.list(viewOf(place)).at(-1)?.id);
		}
		expect(ids.size).toBe(4);
	});

	it('stay when nothing is left', () => {
		const shelf = new StepShelf();
		const before = shelf.list(viewOf('one'));
		shelf.leave(viewOf('one'), 'one');
		expect(shelf.list(viewOf('one'))).toEqual(before);
	});

	it('leave nothing behind when the review is left', () => {
		const shelf = new StepShelf();
		shelf.leave(null, 'one');
		expect(rolesOf(shelf, 'one')).toEqual(['one asked']);
	});
});

describe('the view that was made ready', () => {
	it('is given back where another says the same, and not where something has changed', () => {
		const shelf = new StepShelf();
		const ready = viewOf('two');
		shelf.prepare(ready);
		expect(shelf.same(viewOf('two'))).toBe(ready);
		const changed = viewOf('two', 'påhittad');
		expect(shelf.same(changed)).toBe(changed);
	});

	it('is made anew when it says something else', () => {
		const shelf = new StepShelf();
		shelf.prepare(viewOf('two'));
		const first = idOf(shelf, 'two');
		shelf.prepare(viewOf('two'));
		expect(idOf(shelf, 'two')).toBe(first);
		shelf.prepare(viewOf('two', 'påhittad'));
		expect(idOf(shelf, 'two')).not.toBe(first);
	});
});
