/**
 * How many AUDIT forms a second one core scores, all scales and bands included. Prints one JSON line per figure.
 * The forms are made up: all answered, some skipped by the form's own rule, some with an answer missing.
 */
import { auditLike, answerAudit } from '#tests/build/audit-like.ts';
import type { Answers } from '#lib/instruments/questionnaire.ts';
import type { PersonFacts } from '#lib/scoring/score.ts';
import { scoreInstrument } from '#lib/scoring/score-instrument.ts';

const formCount = 200_000;
const goal = 100_000;

/** A fixed row of pseudo-random numbers (Lehmer), so that every run scores the same forms. */
function makeForms(count: number): { answers: Answers; person: PersonFacts }[] {
	let seed = 42;
	const next = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
	return Array.from({ length: count }, () => {
		const last = [2 * next(3), 2 * next(3)];
		const kind = next(10);
		const middle = Array.from({ length: 7 }, () => (kind === 0 ? null : next(5)));
		const codes = [kind === 0 ? 0 : 1 + next(4), ...middle, ...last];
		if (kind === 1) codes[4] = null;
		const sex = next(2) === 0 ? 'female' : 'male';
		return { answers: answerAudit(...codes), person: { sex, ageInYears: 18 + next(60) } };
	});
}

function run(forms: readonly { answers: Answers; person: PersonFacts }[]): number {
	let scored = 0;
	for (const { answers, person } of forms) {
		if (scoreInstrument(auditLike, answers, person).scales.total?.score !== null) scored += 1;
	}
	return scored;
}

const forms = makeForms(formCount);
run(forms);
const startedAt = performance.now();
const scored = run(forms);
const seconds = (performance.now() - startedAt) / 1000;
const perSecond = Math.round(formCount / seconds);
process.stdout.write(
	`${JSON.stringify({ figure: 'audit-forms-per-second', value: perSecond, goal, isMet: perSecond >= goal, forms: formCount, withTotal: scored })}\n`
);
