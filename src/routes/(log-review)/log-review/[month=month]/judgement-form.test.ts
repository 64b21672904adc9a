import { expect, it } from 'vitest';
import { maxNoteLength, readJudgements } from './judgement-form.ts';

const visit = (id: string, given: object = {}) => ({ id, judged: null, isOwn: false, ...given });

it('reads what was chosen and leaves the rest', () => {
	const fields = { 'judgement-a': 'in-order', 'note-a': '', 'judgement-b': 'follow-up', 'note-b': 'Fråga.' };
	const { changed, errors } = readJudgements(fields, [visit('a'), visit('b'), visit('c')]);
	expect(errors).toEqual({});
	expect(changed.map(({ visit: { id }, judgement, note }) => [id, judgement, note])).toEqual([
		['a', 'in-order', null],
		['b', 'follow-up', 'Fråga.']
	]);
});

it('does not store again what is stored', () => {
	const judged = { judgement: 'in-order' as const, note: null };
	expect(
		readJudgements({ 'judgement-a': 'in-order', 'note-a': '' }, [visit('a', { judged })]).changed
	).toEqual([]);
});

it('asks what is to be followed up, and for fewer words', () => {
	expect(readJudgements({ 'judgement-a': 'follow-up', 'note-a': '' }, [visit('a')]).errors).toHaveProperty(
		'note-a'
	);
	const long = { 'judgement-a': 'follow-up', 'note-a': 'x'.repeat(maxNoteLength + 1) };
	expect(readJudgements(long, [visit('a')]).errors).toHaveProperty('note-a');
});

it('keeps no note of what is in order', () => {
	const fields = { 'judgement-a': 'in-order', 'note-a': 'kvar sedan förut' };
	expect(readJudgements(fields, [visit('a')]).changed[0]?.note).toBeNull();
});

it('takes no judgement of one’s own visit and none that does not exist', () => {
	const fields = { 'judgement-a': 'in-order', 'judgement-b': 'bra' };
	expect(readJudgements(fields, [visit('a', { isOwn: true }), visit('b')]).changed).toEqual([]);
});
