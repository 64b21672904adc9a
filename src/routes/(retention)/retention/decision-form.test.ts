import { expect, it } from 'vitest';
import type { RetentionItemId } from '#lib/shared/ids.ts';
import { readDecisions } from './decision-form.ts';

const id = (text: string) => text as RetentionItemId;
const items = [
	{ id: id('a'), caseNumbers: ['2015-1'] },
	{ id: id('b'), caseNumbers: ['2015-2', '2016-7'] }
];

it('reads one decision for each record, and a reason only with what is kept', () => {
	const fields = {
		'decision-a': 'erase',
		'reason-a': 'dispute',
		'decision-b': 'keep',
		'reason-b': 'placed-child'
	};
	expect(readDecisions(fields, items)).toEqual({
		decisions: new Map([
			['a', { kind: 'erase' }],
			['b', { kind: 'keep', reason: 'placed-child' }]
		]),
		errors: {}
	});
});

it('says at which record a choice or a reason is missing, by its case numbers', () => {
	const { errors } = readDecisions({ 'decision-b': 'keep', 'reason-b': 'för att' }, items);
	expect(errors).toEqual({
		'decision-a': 'Välj vad som ska hända med ärende 2015-1.',
		'reason-b': 'Välj varför ärende 2015-2, 2016-7 behålls.'
	});
});

it('takes no word that is not a choice', () => {
	expect(Object.keys(readDecisions({ 'decision-a': 'ja', 'decision-b': 'erase' }, items).errors)).toEqual([
		'decision-a'
	]);
});
