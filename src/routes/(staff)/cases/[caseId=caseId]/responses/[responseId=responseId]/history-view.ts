/** What has been done to a response after it was given, in words: corrections with what stood there before, restrictions. */
import type { Correction, Restriction, Who } from '#lib/collection/correction.ts';
import type { RestrictionGround } from '#lib/collection/restriction.ts';
import type { CorrectionChange, CorrectionView, RestrictionView } from '#lib/collection/ui/history.ts';
import { wordsForEmpty, type AnsweredQuestion, type RecordedScore } from '#lib/cases/ui/record.ts';
import type { Actor } from '#lib/access/actor.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import type { Answers } from '#lib/instruments/questionnaire.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ScaleScore } from '#lib/scoring/score.ts';
import { toAnsweredQuestions, toBareAnswers, toRecordedScores } from './record-view.ts';

type Word = () => string;

const groundWords: Record<RestrictionGround, { readonly label: Word; readonly hint: Word }> = {
	'accuracy-contested': {
		label: m.rights_ground_accuracy_contested,
		hint: m.rights_ground_accuracy_contested_hint
	},
	unlawful: { label: m.rights_ground_unlawful, hint: m.rights_ground_unlawful_hint },
	'needed-for-claims': {
		label: m.rights_ground_needed_for_claims,
		hint: m.rights_ground_needed_for_claims_hint
	},
	objection: { label: m.rights_ground_objection, hint: m.rights_ground_objection_hint }
};

export const groundLabel = (ground: RestrictionGround): string => groundWords[ground].label();
export const groundHint = (ground: RestrictionGround): string => groundWords[ground].hint();

/** The name; whoever looks is named even where they have no account, as in the demo. */
export function nameOf({ staffId, name }: Who, actor: Actor): string {
	if (name !== null) return name;
	return actor.kind === 'staff' && actor.staffId === staffId ? actor.name : m.rights_former_staff();
}

interface Now {
	readonly instrument: Instrument | null;
	/** The language it was answered in. */
	readonly language: string;
	readonly locale: 'sv' | 'en';
	readonly actor: Actor;
	readonly answers: Answers;
	readonly scores: Readonly<Record<string, ScaleScore>>;
}

/** The corrections, the latest first, each with only what it changed. */
export function toCorrectionViews(corrections: readonly Correction[], now: Now): CorrectionView[] {
	return corrections
		.map((correction, index): CorrectionView => {
			const next = corrections[index + 1];
			const after = next ? stateBefore(next) : { answers: now.answers, scores: now.scores };
			const day = correction.correctedOn;
			return {
				key: correction.id,
				title: m.rights_history_one({ day, name: nameOf(correction.by, now.actor) }),
				caption: m.rights_history_caption({ day }),
				reason: correction.reason,
				changes: [
					...answerChanges(correction.answersBefore, after.answers, now),
					...scoreChanges(stateBefore(correction).scores, after.scores, now)
				]
			};
		})
		.toReversed();
}

/** Rules that came later, if any, stand last. */
function stateBefore({ answersBefore, scoresBefore }: Correction): Pick<Now, 'answers' | 'scores'> {
	return { answers: answersBefore, scores: scoresBefore.at(-1)?.scales ?? {} };
}

function answerChanges(before: Answers, after: Answers, { instrument, language }: Now): CorrectionChange[] {
	const questionsOf = (answers: Answers): AnsweredQuestion[] =>
		instrument
			? toAnsweredQuestions(instrument, { answers, language, unanswered: {} })
			: toBareAnswers(answers);
	const [was, is] = [questionsOf(before), questionsOf(after)].map(
		(questions) => new Map(questions.map((question) => [question.key, question]))
	) as [Map<string, AnsweredQuestion>, Map<string, AnsweredQuestion>];
	return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
		const [first, second] = [answerText(was.get(key)), answerText(is.get(key))];
		const question = is.get(key) ?? was.get(key);
		if (first === second || !question) return [];
		const what = [question.number, question.question].filter(Boolean).join('. ');
		return [{ key, what, before: first, after: second }];
	});
}

function answerText(question: AnsweredQuestion | undefined): string {
	if (!question || question.answers.length === 0) {
		return wordsForEmpty(question ?? { why: null });
	}
	return question.answers
		.map(({ text, code }) => (code === null ? text : `${text} (${m.staff_response_code({ code })})`))
		.join(', ');
}

function scoreChanges(before: Now['scores'], after: Now['scores'], now: Now): CorrectionChange[] {
	if (!now.instrument) return [];
	const { scales } = now.instrument;
	const [was, is] = [before, after].map((scores) => toRecordedScores(scales, scores, now.locale));
	return (is ?? []).flatMap((score) => {
		const [first, second] = [scoreText(was?.find(({ key }) => key === score.key)), scoreText(score)];
		const what = m.rights_history_score({ scale: score.scale });
		return first === second ? [] : [{ key: `score-${score.key}`, what, before: first, after: second }];
	});
}

const scoreText = (score: RecordedScore | undefined): string => score?.score ?? m.staff_compare_no_score();

/** The restrictions, the latest first. */
export function toRestrictionViews(restrictions: readonly Restriction[], actor: Actor): RestrictionView[] {
	return restrictions
		.map(({ id, ground, restrictedOn: day, restrictedBy, lifted }) => {
			const from = m.rights_restrictions_from({ day, name: nameOf(restrictedBy, actor) });
			const end = lifted
				? m.rights_restrictions_lifted({ day: lifted.on, name: nameOf(lifted.by, actor) })
				: m.rights_restrictions_in_force();
			return { key: id, sentence: `${from}, ${end}`, ground: groundLabel(ground) };
		})
		.toReversed();
}
