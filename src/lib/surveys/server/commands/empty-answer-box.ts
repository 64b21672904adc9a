import { randomInt } from 'node:crypto';
import { readBoxed, countLanguages, sortBox, type ProviderAnswers } from '../../answer-box.ts';
import { smallestTextGroup } from '../../anonymous-text.ts';
import { loadBoxKey, openSealed, sealAnswers } from '../../seal-answers.ts';
import { shuffle } from '../../shuffle.ts';
import { makeBox } from '../boxes/make-box.ts';
import {
	closeBox,
	findOpenBox,
	insertReleased,
	insertReleasedTexts,
	listBoxesOf,
	listSealed,
	lockBox,
	markLost,
	putManyInBox,
	type EmptiedBox,
	type OpenBox,
	type ReleasedText
} from '../boxes/queries.ts';
import { getSurvey } from '../queries.ts';
import { isSurveyFinal, isSurveyOver } from '../../is-survey-open.ts';
import type { Survey } from '../../survey.ts';
import { decideSubmission } from '#lib/collection/decide-submission.ts';
import { splitAnswers, type SplitAnswers } from '#lib/collection/split-answers.ts';
import { splitSitting } from '#lib/instruments/sitting.ts';
import { isSensitive } from '#lib/instruments/is-sensitive.ts';
import type { AnswerValue, LanguageTag } from '#lib/instruments/questionnaire.ts';
import { findSitting, type Sitting } from '#lib/instruments/server/catalogue.ts';
import { findDisclosureRule } from '#lib/outcomes/disclosure/disclosure-rules.ts';
import type { AnonymousTextId, AnswerBoxId, ProviderId, ResponseId, SurveyId } from '#lib/shared/ids.ts';
import { toQuarter } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';
import type { Work } from '#lib/shared/server/work.ts';

export interface EmptyAnswerBoxInput {
	readonly boxId: AnswerBoxId;
}

/** Nothing: it is not time yet. Lost: the key is not here, and the survey goes on with another box. */
export type BoxOutcome =
	| { readonly kind: 'nothing' }
	| { readonly kind: 'lost'; readonly surveyId: SurveyId }
	| ({ readonly kind: 'emptied'; readonly surveyId: SurveyId } & EmptiedBox);

interface Opened {
	readonly id: ResponseId;
	readonly language: LanguageTag;
	/** Of each form, in order. */
	readonly parts: readonly SplitAnswers[];
	/** As it was sealed, for the next box. */
	readonly text: string;
}

const readTogether = 200;

/**
 * Takes out what lies in a box whose quarter is over, or whose survey is: all of it is opened in memory, shuffled, and
 * stored in one transaction without anything that was known when it came. Answers about a provider with fewer than the
 * smallest group wait in the next box, and are not taken out when there is none: when nothing more can come. The key is to be destroyed when this has
 * been stored: `emptyBox`.
 */
export const emptyAnswerBox = command({
	name: 'emptyAnswerBox',
	permission: 'survey:write',
	audit: 'always',
	subject: (_input: EmptyAnswerBoxInput, outcome: BoxOutcome) =>
		outcome.kind === 'nothing' ? null : { type: 'survey', id: outcome.surveyId, reason: outcome.kind },
	async run(work, { boxId }: EmptyAnswerBoxInput): Promise<BoxOutcome> {
		const box = await lockBox(work, boxId);
		if (!box) return { kind: 'nothing' };
		const survey = await getSurvey(work, box.surveyId);
		const sitting = findSitting(work.catalogue, survey.instruments);
		if (!sitting) throw new Problem('instrument-unavailable');
		const { joined } = sitting;
		const isFinal = isSurveyFinal(survey, work.today);
		const privateKey = work.boxKeys.find(boxId);
		const current = await findOpenBox(work, survey.id);
		const isCurrent = current?.id === boxId;
		if (!privateKey) {
			if (!isCurrent) return { kind: 'nothing' };
			await markLost(work, boxId);
			if (!isFinal) await makeBox(work, survey, joined);
			return { kind: 'lost', surveyId: survey.id };
		}
		if (isCurrent && !isFinal && !(await isDue(work, survey, box))) return { kind: 'nothing' };

		const opened = await openAll(work, box, privateKey, sitting);
		privateKey.fill(0);
		const { smallestGroup } = findDisclosureRule({ audience: 'board', isSensitive: isSensitive(joined) });
		const { takenOut, tooFew } = sortBox(opened.answers, smallestGroup);
		await release(work, box, survey, takenOut);
		const emptied: EmptiedBox = {
			emptiedOn: work.today,
			takenOut: countAnswers(takenOut),
			tooFew: isFinal ? countAnswers(tooFew) : 0,
			unreadable: opened.unreadable,
			languages: countLanguages(
				takenOut.flatMap(({ answers }) => answers.map(({ language }) => language)),
				smallestGroup
			)
		};
		await closeBox(work, boxId, emptied);
		if (!isFinal) {
			const next = isCurrent || !current ? await makeBox(work, survey, joined) : current;
			await moveTo(work, next, tooFew);
		}
		return { kind: 'emptied', surveyId: survey.id, ...emptied };
	}
});

/** When the quarter is over; when the survey has closed, once, and then not until nothing more can come from a tablet. */
async function isDue(work: Work, survey: Survey, box: OpenBox): Promise<boolean> {
	if (!isSurveyOver(survey, work.today)) return box.quarter < toQuarter(work.today);
	const boxes = await listBoxesOf(work, survey.id);
	return !boxes.some(({ emptiedOn }) => emptiedOn !== null && emptiedOn > survey.closesOn);
}

async function openAll(
	work: Work,
	box: OpenBox,
	privateKey: Uint8Array<ArrayBuffer>,
	sitting: Sitting
): Promise<{ answers: { providerId: ProviderId; answer: Opened }[]; unreadable: number }> {
	const key = await loadBoxKey(globalThis.crypto, privateKey);
	const answers: { providerId: ProviderId; answer: Opened }[] = [];
	let unreadable = 0;
	for (let after: ResponseId | null = null; ;) {
		const rows = await listSealed(work, box.id, after, readTogether);
		for (const { id, providerId, sealed } of rows) {
			const text = await openSealed(globalThis.crypto, box, key, sealed);
			const answer = text === null ? null : check(sitting, id, text);
			if (answer) answers.push({ providerId, answer });
			else unreadable += 1;
		}
		if (rows.length < readTogether) return { answers, unreadable };
		after = rows.at(-1)?.id ?? null;
	}
}

/** What was sealed elsewhere has been checked by nobody. */
function check({ forms, joined }: Sitting, id: ResponseId, text: string): Opened | null {
	const boxed = readBoxed(text);
	const decided = boxed && decideSubmission(joined, boxed.answers, { sex: null, ageInYears: null });
	if (!boxed || !decided?.ok) return null;
	const own = splitSitting(forms.length, decided.value.answers);
	const parts = forms.map((form, index) => splitAnswers(form.questionnaire, own[index] ?? {}));
	const { languages, defaultLanguage } = joined.questionnaire;
	const language = languages.includes(boxed.language) ? boxed.language : defaultLanguage;
	return { id, language, parts, text };
}

async function release(
	work: Work,
	box: OpenBox,
	survey: Survey,
	takenOut: readonly ProviderAnswers<Opened>[]
): Promise<void> {
	const { id: surveyId, instruments } = survey;
	const { quarter } = box;
	const mix = <T>(things: readonly T[]): T[] => shuffle(things, (limit) => randomInt(limit));
	// Each form of a sitting is a row of its own, and all are shuffled together: nothing says which of them one person sent.
	const rows = takenOut.flatMap(({ providerId, answers }) =>
		instruments.flatMap(({ id: instrumentId, version: instrumentVersion }, form) =>
			answers.map(({ parts }) => ({
				id: work.newId() as ResponseId,
				surveyId,
				providerId,
				quarter,
				instrumentId,
				instrumentVersion,
				answers: parts[form]?.counted ?? {}
			}))
		)
	);
	await insertReleased(work, mix(rows));
	// Shuffled by themselves: what one person wrote under two questions is not held together either.
	const texts = takenOut.flatMap(({ providerId, answers }) =>
		instruments.flatMap(({ id: instrumentId }, form) =>
			answers.flatMap(({ parts }) =>
				Object.entries(parts[form]?.written ?? {}).flatMap(([question, value]): ReleasedText[] => {
					const words = wordsOf(value);
					if (words === null) return [];
					const about = answers.length >= smallestTextGroup ? providerId : null;
					const id = work.newId() as AnonymousTextId;
					return [{ id, surveyId, providerId: about, quarter, instrumentId, question, words }];
				})
			)
		)
	);
	await insertReleasedTexts(work, mix(texts));
}

function wordsOf(value: AnswerValue): string | null {
	const words = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
	return words === '' ? null : words;
}

/** Sealed anew, in another order, for the next time. */
async function moveTo(work: Work, next: OpenBox, tooFew: readonly ProviderAnswers<Opened>[]): Promise<void> {
	const waiting = tooFew.flatMap(({ providerId, answers }) =>
		answers.map(({ id, text }) => ({ id, providerId, text }))
	);
	const sealed = await Promise.all(
		shuffle(waiting, (limit) => randomInt(limit)).map(async ({ id, providerId, text }) => {
			const again = await sealAnswers(globalThis.crypto, next, text);
			if (again === null) throw new Problem('unexpected', { table: 'sealed_answers' });
			return { id, boxId: next.id, providerId, sealed: again };
		})
	);
	await putManyInBox(work, sealed);
}

function countAnswers(groups: readonly ProviderAnswers<unknown>[]): number {
	return groups.reduce((sum, { answers }) => sum + answers.length, 0);
}
