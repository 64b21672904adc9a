/**
 * How many AUDIT forms a second one core scores: all scales, all bands, as the server does it.
 * The forms are made up: most all answered, some skipped by the form's own rule, some with an answer missing.
 */
import { join } from 'node:path';
import type { Instrument } from '#lib/instruments/instrument.ts';
import type { Answers } from '#lib/instruments/questionnaire.ts';
import { loadInstrument } from '#lib/instruments/server/load-instrument.ts';
import type { PersonFacts } from '#lib/scoring/score.ts';
import { scoreInstrument } from '#lib/scoring/score-instrument.ts';
import { printFigure } from './figure.ts';

const formCount = 200_000;

interface Form {
	readonly answers: Answers;
	readonly person: PersonFacts;
}

/** A fixed row of pseudo-random numbers (Lehmer), so that every run scores the same forms. */
function makeForms(count: number): Form[] {
	let seed = 42;
	const next = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
	return Array.from({ length: count }, () => {
		const kind = next(10);
		const middle = Array.from({ length: 7 }, () => (kind === 0 ? null : next(5)));
		const codes = [kind === 0 ? 0 : 1 + next(4), ...middle, 2 * next(3), 2 * next(3)];
		if (kind === 1) codes[4] = null;
		const answers = codes.flatMap((code, index) => (code === null ? [] : [[`audit_${index + 1}`, code]]));
		const sex = next(2) === 0 ? 'female' : 'male';
		return { answers: Object.fromEntries(answers), person: { sex, ageInYears: 18 + next(60) } };
	});
}

function scoreAll(audit: Instrument, forms: readonly Form[]): number {
	let totals = 0;
	for (const { answers, person } of forms) {
		if (scoreInstrument(audit, answers, person).scales.total?.score !== null) totals += 1;
	}
	return totals;
}

const audit = loadInstrument(join(import.meta.dirname, '../instruments/audit/1.0.0'));
if (!audit.ok) throw new Error(audit.problem[0]?.message ?? 'AUDIT cannot be loaded');
const forms = makeForms(formCount);
scoreAll(audit.value, forms);
const startedAt = performance.now();
scoreAll(audit.value, forms);
const seconds = (performance.now() - startedAt) / 1000;
printFigure({
	name: 'scoring: AUDIT forms per second on one core',
	value: Math.round(formCount / seconds),
	unit: 'forms/s',
	target: { atLeast: 100_000 }
});
