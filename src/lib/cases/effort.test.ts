import { describe, expect, it } from 'vitest';
import { readEffort } from './effort.ts';

const of = { kind: 'paper', instrumentId: 'audit' } as const;

describe('what a browser says that a piece of work cost', () => {
	it('is read from a form’s fields and from numbers alike', () => {
		const wanted = { ...of, seconds: 95, keystrokes: 12 };
		expect(readEffort(of, { seconds: '95', keystrokes: '12' })).toEqual(wanted);
		expect(readEffort(of, { seconds: 95, keystrokes: 12 })).toEqual(wanted);
	});
	it('is nothing where nothing was measured', () => {
		for (const seconds of [undefined, '', '0', 'NaN', '-4', '1.5', null, {}])
			expect(readEffort(of, { seconds, keystrokes: '1' })).toBeNull();
	});
	it('is not believed when it is longer than a working day', () => {
		expect(readEffort(of, { seconds: '28801', keystrokes: '1' })).toBeNull();
	});
	it('keeps the time where keys were not counted', () => {
		expect(readEffort(of, { seconds: '60', keystrokes: '' })).toEqual({
			...of,
			seconds: 60,
			keystrokes: null
		});
	});
});
