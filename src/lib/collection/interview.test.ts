import { describe, expect, it } from 'vitest';
import { makeMatrix, makeQuestionnaire, makeText } from '#tests/build/instrument.ts';
import { loadInstrument } from '../instruments/server/load-instrument.ts';
import { decideInterview, readInterviewDraft } from './decide-interview.ts';
import {
	answerStep,
	listOpenSteps,
	markStep,
	noteStep,
	placeOnward,
	switchLanguage,
	standingPlace,
	type InterviewDraft
} from './interview.ts';
import { findStep, listSteps, placeAfter, placeBefore, reviewPlace, type Step } from './interview-steps.ts';

const loaded = loadInstrument('instruments/audit/1.0.0');
if (!loaded.ok) throw new Error('AUDIT does not load');
const audit = loaded.value;
const { questionnaire } = audit;
const begun: InterviewDraft = {
	answers: {},
	marks: {},
	notes: {},
	place: 'audit_1',
	language: 'sv',
	layers: {}
};
const person = { sex: 'female', ageInYears: 36 } as const;

function stepOf(name: string, draft: InterviewDraft = begun, of = questionnaire): Step {
	const step = findStep(listSteps(of, draft.answers), name);
	if (!step) throw new Error(`${name} is not asked`);
	return step;
}

function answer(draft: InterviewDraft, name: string, value: string): InterviewDraft {
	const read = answerStep(questionnaire, draft, stepOf(name, draft), [[name, value]]);
	if (!read.ok) throw new Error(JSON.stringify(read.problem));
	return read.value;
}

describe('the steps of an interview', () => {
	it('are the questions that the form asks with these answers: AUDIT 1 = 0 leaves 9 and 10', () => {
		expect(listSteps(questionnaire, {}).map(({ name }) => name)).toHaveLength(10);
		expect(listSteps(questionnaire, { audit_1: 0 }).map(({ name }) => name)).toEqual([
			'audit_1',
			'audit_9',
			'audit_10'
		]);
	});

	it('are one for each row of a matrix, with the words above it', () => {
		const steps = listSteps(makeQuestionnaire([makeMatrix('hus', ['kök', 'hall'], [0, 1])]), {});
		expect(steps.map(({ name, row }) => [name, row])).toEqual([
			['hus.kök', 'kök'],
			['hus.hall', 'hall']
		]);
	});

	it('follow each other to the review, and back again', () => {
		const steps = listSteps(questionnaire, { audit_1: 0 });
		expect(placeAfter(steps, 'audit_1')).toBe('audit_9');
		expect(placeAfter(steps, 'audit_10')).toBe(reviewPlace);
		expect(placeBefore(steps, reviewPlace)).toBe('audit_10');
		expect(placeBefore(steps, 'audit_1')).toBe('audit_1');
	});

	it('lead from the review back to it, by way of what a change has opened', () => {
		let draft = answer(answer(answer(begun, 'audit_1', '0'), 'audit_9', '0'), 'audit_10', '0');
		expect(placeOnward(questionnaire, draft, 'audit_9', true)).toBe(reviewPlace);
		draft = answer(draft, 'audit_1', '2');
		expect(placeOnward(questionnaire, draft, 'audit_1', true)).toBe('audit_2');
	});

	it('begin again where nobody has been asked, when the place is not asked any more', () => {
		const draft = answer({ ...begun, place: 'audit_4' }, 'audit_1', '0');
		expect(standingPlace(questionnaire, draft, 'audit_4')).toBe('audit_9');
		expect(standingPlace(questionnaire, draft, 'audit_1')).toBe('audit_1');
	});
});

describe('a step', () => {
	it('takes the code, and lets what was said instead go', () => {
		const marked = markStep(begun, stepOf('audit_2'), 'declined');
		const answered = answer(marked, 'audit_2', '3');
		expect(answered.answers).toEqual({ audit_2: 3 });
		expect(answered.marks).toEqual({});
	});

	it('is answered no more when it is marked', () => {
		const marked = markStep(answer(begun, 'audit_2', '3'), stepOf('audit_2'), 'dont-know');
		expect(marked.answers).toEqual({});
		expect(marked.marks).toEqual({ audit_2: 'dont-know' });
	});

	it('may be left without an answer, whatever the form demands of those who fill it in', () => {
		const read = answerStep(questionnaire, begun, stepOf('audit_1'), []);
		expect(read).toEqual({ ok: true, value: begun });
	});

	it('refuses a code that the question does not have, and passes over what is not its own', () => {
		expect(answerStep(questionnaire, begun, stepOf('audit_9'), [['audit_9', '3']]).ok).toBe(false);
		const read = answerStep(questionnaire, begun, stepOf('audit_1'), [
			['audit_1', '4'],
			['audit_2', '1'],
			['_note', 'påhittat']
		]);
		expect(read.ok && read.value.answers).toEqual({ audit_1: 4 });
	});

	it('says what is wrong with what was written, and keeps nothing of it', () => {
		const written = makeQuestionnaire([
			{ ...makeText('antal'), inputType: 'number', max: 7 } as ReturnType<typeof makeText>
		]);
		const step = stepOf('antal', begun, written);
		const slip = answerStep(written, begun, step, [['antal', 'tre']]);
		expect(!slip.ok && slip.problem.slips[0]?.reason).toBe('not-a-number');
		const outside = answerStep(written, begun, step, [['antal', '9']]);
		expect(!outside.ok && outside.problem.problems[0]?.code).toBe('max');
	});

	it('knows in which language or text track each was answered, also when that is changed midway', () => {
		const first = answer(begun, 'audit_1', '2');
		const simple = switchLanguage(first, 'sv-simple');
		const second = answer(simple, 'audit_2', '1');
		expect(second.layers).toEqual({ audit_1: 'sv', audit_2: 'sv-simple' });
		expect(answer(second, 'audit_1', '2').layers, 'passed by').toEqual(second.layers);
		expect(answer(second, 'audit_1', '3').layers).toEqual({ audit_1: 'sv-simple', audit_2: 'sv-simple' });
		const marked = markStep(second, stepOf('audit_2', second), 'declined');
		expect(marked.layers).toEqual({ audit_1: 'sv' });
	});

	it('answers one row of a matrix and leaves the others', () => {
		const matrix = makeQuestionnaire([makeMatrix('hus', ['kök', 'hall'], [0, 1])]);
		const first = answerStep(matrix, begun, stepOf('hus.kök', begun, matrix), [['hus.kök', '1']]);
		if (!first.ok) throw new Error('refused');
		const second = answerStep(matrix, first.value, stepOf('hus.hall', begun, matrix), [['hus.hall', '0']]);
		expect(second.ok && second.value.answers).toEqual({ hus: { kök: 1, hall: 0 } });
		const marked = markStep(first.value, stepOf('hus.kök', begun, matrix), 'declined');
		expect(marked.answers).toEqual({});
		expect(marked.marks).toEqual({ 'hus.kök': 'declined' });
	});

	it('keeps a note, and forgets a blank one', () => {
		const noted = noteStep(begun, 'audit_3', '  funderade länge  ');
		expect(noted.notes).toEqual({ audit_3: 'funderade länge' });
		expect(noteStep(noted, 'audit_3', ' ').notes).toEqual({});
	});
});

describe('an interview that is sent', () => {
	const full = Array.from({ length: 10 }, (_, at) => at + 1).reduce(
		(draft, number) => answer(draft, `audit_${number}`, number > 8 ? '2' : '1'),
		begun
	);

	it('has its answers, its score and nothing that nobody has said', () => {
		const decided = decideInterview(audit, full, person);
		expect(decided.ok && decided.value.scored.scales['total']?.score).toBe(12);
		expect(decided.ok && decided.value.unanswered).toEqual({});
	});

	it('keeps its gaps and why they are there, and then has a reason instead of a score', () => {
		const gapped = markStep(full, stepOf('audit_5', full), 'declined');
		const decided = decideInterview(audit, gapped, person);
		if (!decided.ok) throw new Error('refused');
		expect(decided.value.unanswered).toEqual({ audit_5: 'declined' });
		expect(decided.value.scored.scales['total']).toMatchObject({ score: null, reason: 'missing-items' });
	});

	it('leaves out what the form skips, as zeros by the form’s own rule and never as gaps', () => {
		const sober = answer(markStep(full, stepOf('audit_5', full), 'declined'), 'audit_1', '0');
		const decided = decideInterview(audit, sober, person);
		if (!decided.ok) throw new Error('refused');
		expect(Object.keys(decided.value.answers)).toEqual(['audit_1', 'audit_9', 'audit_10']);
		expect(decided.value.unanswered).toEqual({});
		expect(decided.value.scored.scales['total']?.score).toBe(4);
	});

	it('lists what nobody has been asked or said', () => {
		const draft = markStep(answer(begun, 'audit_1', '0'), stepOf('audit_9', begun), 'dont-know');
		expect(listOpenSteps(questionnaire, draft).map(({ name }) => name)).toEqual(['audit_10']);
	});
});

describe('a draft from outside', () => {
	it('is taken as it is when it is the questionnaire’s', () => {
		const draft = {
			answers: { audit_1: 2 },
			marks: { audit_2: 'declined' },
			notes: { audit_1: 'påhittat' },
			place: 'audit_3',
			language: 'sv',
			layers: { audit_1: 'sv' }
		};
		expect(readInterviewDraft(questionnaire, draft, begun)).toEqual({ ok: true, value: draft });
	});

	it.each([
		['no object', 'text'],
		['a question that there is not', { ...begun, answers: { audit_11: 1 } }],
		['a code that there is not', { ...begun, answers: { audit_9: 3 } }],
		['a mark that there is not', { ...begun, marks: { audit_1: 'maybe' } }],
		['a note at nothing', { ...begun, notes: { kaffe: 'ja' } }],
		['a note that is too long', { ...begun, notes: { audit_1: 'x'.repeat(2001) } }],
		['a place that there is not', { ...begun, place: 'kaffe' }],
		['marks that are a list', { ...begun, marks: ['declined'] }],
		['a language that the form is not in', { ...begun, language: 'fr' }],
		['a layer that there is none of', { ...begun, layers: { audit_1: 'fr' } }],
		['nothing where marks should be', { answers: {}, notes: {}, place: 'audit_1' }]
	])('is refused with %s', (_what, draft) => {
		expect(readInterviewDraft(questionnaire, draft, begun).ok).toBe(false);
	});
});
