import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadInstrument } from '#lib/instruments/server/load-instrument.ts';
import type { Answers, Questionnaire } from '#lib/instruments/questionnaire.ts';
import { findPlaceToResume, takeTurn, type Outcome, type Turn } from './take-turn.ts';

const root = join(import.meta.dirname, '..', '..', '..');

function load(folder: string): Questionnaire {
	const loaded = loadInstrument(join(root, folder));
	if (!loaded.ok) throw new Error(JSON.stringify(loaded.problem));
	return loaded.value.questionnaire;
}

const audit = load('instruments/audit/1.0.0');
const everyKind = load('tests/fixtures/instruments/alla-fragetyper/1.0.0');

function turn(questionnaire: Questionnaire, kept: Answers, changes: Partial<Turn>): Outcome {
	const taken = takeTurn(questionnaire, kept, {
		page: '',
		move: { kind: 'next' },
		walk: { kind: 'all' },
		fields: [],
		...changes
	});
	if (!taken.ok) throw new Error(JSON.stringify(taken.problem));
	return taken.value;
}

const answeredFrom2 = Object.fromEntries(
	[2, 3, 4, 5, 6, 7, 8, 9, 10].map((number) => [`audit_${number}`, 0])
);

describe('taking a turn', () => {
	it('keeps the answer and goes on to the next page', () => {
		const outcome = turn(audit, {}, { page: 'audit_1', fields: [['audit_1', '2']] });
		expect(outcome.answers).toEqual({ audit_1: 2 });
		expect(outcome.place).toEqual({ kind: 'page', name: 'audit_2', walk: { kind: 'all' } });
	});

	it('goes past pages that the answers hide', () => {
		const outcome = turn(audit, {}, { page: 'audit_1', fields: [['audit_1', '0']] });
		expect(outcome.place).toEqual({ kind: 'page', name: 'audit_9', walk: { kind: 'all' } });
	});

	it('ends at the review', () => {
		const outcome = turn(audit, { audit_1: 1 }, { page: 'audit_10', fields: [['audit_10', '4']] });
		expect(outcome.place).toEqual({ kind: 'review' });
	});

	it('lets a voluntary question be left without an answer, and takes an earlier answer away', () => {
		const outcome = turn(audit, { audit_3: 2 }, { page: 'audit_3', fields: [] });
		expect(outcome.answers).toEqual({});
		expect(outcome.place).toMatchObject({ name: 'audit_4' });
	});

	it('skips whatever was chosen', () => {
		const outcome = turn(audit, {}, { page: 'audit_3', move: { kind: 'skip' }, fields: [['audit_3', '2']] });
		expect(outcome.answers).toEqual({});
	});

	it('stays at a question that needs an answer, also when somebody tries to skip it', () => {
		for (const kind of ['next', 'skip'] as const) {
			const outcome = turn(everyKind, {}, { page: 'val', move: { kind } });
			expect(outcome.place).toMatchObject({ name: 'val' });
			expect(outcome.problems.map(({ code }) => code)).toEqual(['required']);
		}
	});

	it('goes back without asking for anything, and keeps what is written', () => {
		const outcome = turn(
			audit,
			{ audit_1: 2 },
			{ page: 'audit_2', move: { kind: 'back' }, fields: [['audit_2', '3']] }
		);
		expect(outcome.answers).toEqual({ audit_1: 2, audit_2: 3 });
		expect(outcome.place).toMatchObject({ name: 'audit_1' });
		expect(turn(audit, {}, { page: 'audit_1', move: { kind: 'back' } }).place).toEqual({ kind: 'start' });
	});

	it('keeps the other answers when one is a slip of the pen, and shows what was written again', () => {
		const fields = [
			['bor', '1'],
			['racker', '3'],
			['antal', 'fem']
		] as const;
		const outcome = turn(everyKind, {}, { page: 'tillsammans', fields });
		expect(outcome.answers).toEqual({ bor: 1, racker: 3 });
		expect(outcome.slips.map(({ reason }) => reason)).toEqual(['not-a-number']);
		expect(outcome.asWritten).toEqual({ antal: 'fem' });
	});

	it('stays when an answer opens a question on the same page, without calling it missing', () => {
		const outcome = turn(everyKind, {}, { page: 'tillsammans', fields: [['bor', '2']] });
		expect(outcome.place).toMatchObject({ name: 'tillsammans' });
		expect(outcome.hasFollowUp).toBe(true);
		expect(outcome.problems).toEqual([]);
		const again = turn(everyKind, outcome.answers, { page: 'tillsammans', fields: [['bor', '2']] });
		expect(again.problems.map(({ question }) => question)).toEqual(['antal']);
	});

	it('takes one answer away', () => {
		const outcome = turn(
			everyKind,
			{ racker: 3 },
			{
				page: 'tillsammans',
				move: { kind: 'clear', question: 'racker' },
				fields: [
					['racker', '3'],
					['bor', '1']
				]
			}
		);
		expect(outcome.answers).toEqual({ bor: 1 });
	});

	it('refuses fields that the page does not have and codes that no option has', () => {
		const base = { page: 'audit_1', move: { kind: 'next' }, walk: { kind: 'all' } } as const;
		expect(takeTurn(audit, {}, { ...base, fields: [['audit_99', '1']] }).ok).toBe(false);
		expect(takeTurn(audit, {}, { ...base, fields: [['audit_1', '7']] }).ok).toBe(false);
		expect(takeTurn(audit, {}, { ...base, page: 'audit_99', fields: [] }).ok).toBe(false);
	});
});

const change = { kind: 'change', pending: [] } as const;

describe('changing an answer from the review', () => {
	it('leads straight back to it', () => {
		const outcome = turn(
			audit,
			{ audit_1: 2, ...answeredFrom2 },
			{ page: 'audit_3', walk: change, fields: [['audit_3', '1']] }
		);
		expect(outcome.place).toEqual({ kind: 'review' });
	});

	it('goes through the questions that the change opened, and no others', () => {
		// Question 10 was skipped on purpose and is not asked again.
		let outcome = turn(
			audit,
			{ audit_1: 0, audit_9: 0 },
			{ page: 'audit_1', walk: change, fields: [['audit_1', '3']] }
		);
		for (let number = 2; number <= 8; number += 1) {
			const { place } = outcome;
			if (place.kind !== 'page') throw new Error(`Question ${number} was not asked.`);
			expect(place.name).toBe(`audit_${number}`);
			outcome = turn(audit, outcome.answers, {
				page: place.name,
				walk: place.walk,
				fields: [[place.name, '1']]
			});
		}
		expect(outcome.place).toEqual({ kind: 'review' });
	});

	it('does not ask what the next answer closes again', () => {
		const opened = turn(
			audit,
			{ audit_1: 0, audit_9: 0 },
			{ page: 'audit_1', walk: change, fields: [['audit_1', '1']] }
		);
		const walk = { kind: 'change', pending: ['audit_3', 'audit_4'] } as const;
		const second = turn(audit, opened.answers, { page: 'audit_2', walk, fields: [['audit_2', '0']] });
		const third = turn(audit, second.answers, {
			page: 'audit_3',
			walk: { kind: 'change', pending: ['audit_4'] },
			fields: [['audit_3', '0']]
		});
		expect(third.place).toEqual({ kind: 'review' });
	});

	it('can be given up', () => {
		expect(turn(audit, {}, { page: 'audit_3', walk: change, move: { kind: 'back' } }).place).toEqual({
			kind: 'review'
		});
	});
});

describe('coming back', () => {
	it('begins after the page that was answered last', () => {
		expect(findPlaceToResume(audit, {}, null)).toMatchObject({ name: 'audit_1' });
		expect(findPlaceToResume(audit, { audit_1: 0 }, 'audit_1')).toMatchObject({ name: 'audit_9' });
		expect(findPlaceToResume(audit, { audit_1: 0 }, 'audit_10')).toEqual({ kind: 'review' });
	});
});
