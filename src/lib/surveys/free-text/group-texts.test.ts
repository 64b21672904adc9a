import { describe, expect, it } from 'vitest';
import type { ProviderId } from '#lib/shared/ids.ts';
import { groupTexts } from './group-texts.ts';

const north = 'north' as ProviderId;
const south = 'south' as ProviderId;
const about = (providerId: ProviderId | null, written: number) => ({ providerId, question: 'ord', written });

describe('whose words are told together', () => {
	it('is a provider with ten texts by itself, and the others when they too have ten', () => {
		expect(groupTexts([about(north, 10), about(south, 9), about(null, 1)])).toEqual([
			{ question: 'ord', own: new Set([north]), others: 'shown' }
		]);
	});

	it('is nobody where fewer than ten have written', () => {
		expect(groupTexts([about(north, 9)])).toEqual([{ question: 'ord', own: new Set(), others: 'too-few' }]);
	});

	it('leaves out the few beside a large group, so that nothing can be subtracted', () => {
		expect(groupTexts([about(north, 30), about(south, 3)])).toEqual([
			{ question: 'ord', own: new Set([north]), others: 'too-few' }
		]);
		expect(groupTexts([about(north, 30)])[0]?.others).toBe('none');
	});

	it('is decided for each question by itself', () => {
		const groups = groupTexts([about(north, 10), { ...about(north, 2), question: 'annat' }]);
		expect(groups.map(({ question, own }) => [question, own.size])).toEqual([
			['ord', 1],
			['annat', 0]
		]);
	});
});
