import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	checkKeys,
	keyActions,
	listOptionKeys,
	parseKeySettings,
	readDigits,
	standardKeys,
	writeKeySettings
} from './interview-keys.ts';

const codes = (...all: (string | number | boolean)[]) => all.map((code) => ({ code }));

describe('the key of an answer', () => {
	it('is the code printed on the form, also where codes are skipped: AUDIT 9 and 10', () => {
		expect(listOptionKeys(codes(0, 2, 4))).toEqual(['0', '2', '4']);
	});

	it('is the place in the list where the codes cannot be typed', () => {
		expect(listOptionKeys(codes('kvinna', 'man', 'annat'))).toEqual(['1', '2', '3']);
		expect(listOptionKeys(codes(1, 100))).toEqual(['1', '2']);
	});
});

describe('digits', () => {
	it('choose at once where nothing longer can come', () => {
		expect(readDigits(['0', '2', '4'], '2')).toEqual({ kind: 'chosen', key: '2' });
		expect(readDigits(['1', '2', '10'], '2')).toEqual({ kind: 'chosen', key: '2' });
	});

	it('wait for a second one where it can come', () => {
		expect(readDigits(['1', '2', '10', '11'], '1')).toEqual({ kind: 'waiting', key: '1' });
		expect(readDigits(['1', '2', '10', '11'], '10')).toEqual({ kind: 'chosen', key: '10' });
		expect(readDigits(['10', '11'], '1')).toEqual({ kind: 'waiting', key: null });
	});

	it('are nothing where there is no such answer', () => {
		expect(readDigits(['0', '2', '4'], '3')).toEqual({ kind: 'none' });
		expect(readDigits([], '1')).toEqual({ kind: 'none' });
	});
});

describe('the letters', () => {
	it('may be any sign but a digit, each for one thing only', () => {
		expect(checkKeys(standardKeys.keys)).toEqual([]);
		expect(checkKeys({ ...standardKeys.keys, note: 'J' })).toEqual([{ action: 'note', reason: 'taken' }]);
		expect(checkKeys({ ...standardKeys.keys, note: '3', jump: 'ab', pause: '' })).toEqual([
			{ action: 'note', reason: 'not-a-key' },
			{ action: 'jump', reason: 'not-a-key' },
			{ action: 'pause', reason: 'not-a-key' }
		]);
	});

	it('come back as they were chosen', () => {
		const sign = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzåäö.,-+/€😀');
		fc.assert(
			fc.property(
				fc.boolean(),
				fc.boolean(),
				fc.uniqueArray(sign, { minLength: keyActions.length, maxLength: keyActions.length }),
				(isOn, movesOn, signs) => {
					const keys = Object.fromEntries(keyActions.map((action, at) => [action, signs[at] ?? '']));
					const settings = { isOn, movesOn, keys: keys as typeof standardKeys.keys };
					expect(parseKeySettings(writeKeySettings(settings))).toEqual(settings);
				}
			)
		);
	});

	it('are the standard ones where the text is none of ours', () => {
		for (const text of [undefined, '', '11', '11jnvsebagg', '21jnvsebagp', '11jnvsebag1', 'xjnvsebagp1']) {
			expect(parseKeySettings(text), text).toEqual(standardKeys);
		}
	});
});
