/**
 * Staff may complete a registration without the client, from the file. What somebody thinks of the help nobody else can say:
 * then those questions are left out, and marked as not asked.
 */
import { listQuestions } from '#lib/instruments/list-questions.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import type { Answers } from '#lib/instruments/questionnaire.ts';
import { isAnswered } from '#lib/questionnaire/is-answered.ts';
import { ok, refuse, type Result } from '#lib/shared/result.ts';
import type { Help } from './administration.ts';
import type { UnansweredMarks } from './unanswered.ts';

/** Names of the questions about experience, matrix rows by their question. */
export function listExperienceQuestions({ items }: Pick<Instrument, 'items'>): ReadonlySet<string> {
	return new Set(
		items.filter(({ isExperience }) => isExperience).map(({ name }) => name.split('.')[0] ?? name)
	);
}

/** Whether there is anything in the form that staff can fill in without the client. */
export function hasOtherThanExperience(instrument: Pick<Instrument, 'items' | 'questionnaire'>): boolean {
	const left = listExperienceQuestions(instrument);
	return listQuestions(instrument.questionnaire).some(({ name }) => !left.has(name));
}

/**
 * The marks of what was filled in with this help: filled in by staff, every question about experience is not asked. Refuses an
 * answer to one of them.
 */
export function markExperience(
	instrument: Pick<Instrument, 'items'>,
	help: Help,
	answers: Answers,
	marks: UnansweredMarks
): Result<UnansweredMarks, 'experience-answered'> {
	if (help !== 'staff') return ok(marks);
	const questions = [...listExperienceQuestions(instrument)];
	if (questions.some((name) => isAnswered(answers[name]))) return refuse('experience-answered');
	return ok({ ...marks, ...Object.fromEntries(questions.map((name) => [name, 'not-asked' as const])) });
}
