import { describe, expect, it } from 'vitest';
import { makeRememberedCounts } from './remembered-counts.ts';

describe('remembered counts', () => {
	function start() {
		let now = 0;
		const counts = makeRememberedCounts<string>(() => now);
		const find = (coming = 1, limit = 10) => counts.find('link', { coming, limit });
		return { counts, find, pass: (ms: number) => (now += ms) };
	}

	it('know nothing before anything has been counted', () => {
		expect(start().find()).toBeNull();
	});

	it('add what has been let in since', () => {
		const { counts, find } = start();
		counts.keep('link', 3, 2, true);
		expect(find()).toBe(5);
		counts.keep('link', 5, 1, false);
		expect(find()).toBe(6);
		expect(counts.find('another', { coming: 1, limit: 10 })).toBeNull();
	});

	it('have it counted where there may not be room for those who come', () => {
		const { counts, find } = start();
		counts.keep('link', 8, 0, true);
		expect(find(2)).toBe(8);
		expect(find(3)).toBeNull();
		expect(find(3, 11)).toBe(8);
	});

	it('have it counted a second later, however much has come in between', () => {
		const { counts, find, pass } = start();
		counts.keep('link', 3, 0, true);
		pass(999);
		expect(find()).toBe(3);
		counts.keep('link', 3, 1, false);
		pass(1);
		expect(find()).toBeNull();
		// What was under way when it grew old does not make it young again.
		counts.keep('link', 4, 1, false);
		expect(find()).toBeNull();
	});
});
