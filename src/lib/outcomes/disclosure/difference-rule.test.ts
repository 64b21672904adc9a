import { describe, expect, it } from 'vitest';
import { mayPublish, type PublishedGroup } from './difference-rule.ts';

const group = (name: string, ...parts: string[]): PublishedGroup => ({ name, parts: new Set(parts) });
/** Made up: 40 people by sex, three of the women over 65, and who answered when. */
const sizes = new Map([
	['women under 65', 17],
	['women over 65', 3],
	['men', 20],
	['first quarter', 30],
	['one more', 1],
	['five more', 5]
]);
const everybody = group('everybody', 'women under 65', 'women over 65', 'men');
const women = group('women', 'women under 65', 'women over 65');
const men = group('men', 'men');
const younger = group('under 65', 'women under 65', 'men');

function publish(next: PublishedGroup, ...published: PublishedGroup[]) {
	return mayPublish({ next, published, sizes, smallestGroup: 5 });
}

describe('one more figure', () => {
	it('is let out when all that can be subtracted is k people or more, or nobody', () => {
		expect(publish(women, everybody)).toMatchObject({ ok: true });
		expect(publish(men, everybody, women)).toMatchObject({ ok: true });
	});

	it('is refused when it differs from another by fewer than k, whichever came first', () => {
		const problem = { from: 'everybody', taken: ['under 65'], people: 3 };
		expect(publish(younger, everybody)).toEqual({ ok: false, problem });
		expect(publish(everybody, younger)).toEqual({ ok: false, problem });
	});

	it('is refused when several others taken away leave fewer than k', () => {
		const youngerWomen = group('women under 65', 'women under 65');
		expect(publish(youngerWomen, everybody, men)).toMatchObject({
			ok: false,
			problem: { from: 'everybody', people: 3 }
		});
	});

	it('is refused when the group itself is smaller than k', () => {
		expect(publish(group('women over 65', 'women over 65'))).toMatchObject({ ok: false });
	});

	it('is refused when one answer has come since the last time, and not when five have', () => {
		const march = group('until March', 'first quarter');
		expect(publish(group('until April', 'first quarter', 'one more'), march)).toEqual({
			ok: false,
			problem: { from: 'until April', taken: ['until March'], people: 1 }
		});
		expect(publish(group('until June', 'first quarter', 'five more'), march)).toMatchObject({ ok: true });
	});

	it('is not blamed for what was wrong before', () => {
		const fine = group('five more', 'five more');
		expect(publish(fine, everybody, younger)).toMatchObject({ ok: true });
	});
});
