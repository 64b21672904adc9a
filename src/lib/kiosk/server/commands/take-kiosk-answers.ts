import { findPairedKiosk } from '../queries.ts';
import { answerOpener } from '../seal-keys.ts';
import { decideQuarter, parseKioskAnswer } from '../../kiosk-answer.ts';
import { areTooLarge } from '#lib/collection/answers-size.ts';
import { decideSubmission } from '#lib/collection/decide-submission.ts';
import { splitAnswers } from '#lib/collection/split-answers.ts';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';
import { hashToken } from '#lib/shared/server/hash-token.ts';
import type { Work } from '#lib/shared/server/work.ts';
import { insertAnonymousResponse, listSurveyLinks, type SurveyLinkRow } from '#lib/surveys/server/queries.ts';

export interface TakeKioskAnswersInput {
	readonly token: string;
	/** In no order that means anything. */
	readonly sealed: readonly string[];
}

/** `stored` is durable. `refused` can never be stored: damaged, not the tablet's survey, or long after it closed. */
export type Taken = 'stored' | 'refused';

/**
 * Takes in what a tablet has sealed, each by itself, and says of each how it went, in the order they came. One that has
 * been stored is not stored again. Refuses a tablet that is not paired (`kiosk-unknown`).
 */
export const takeKioskAnswers = command({
	name: 'takeKioskAnswers',
	permission: 'response:submit',
	// Anonymous: no row anywhere tells that an answer came.
	audit: 'in-statement',
	subject: null,
	async run(work, { token, sealed }: TakeKioskAnswersInput): Promise<readonly Taken[]> {
		const kiosk = await findPairedKiosk(work, hashToken(token));
		if (!kiosk) throw new Problem('kiosk-unknown');
		const cipher = await work.cipher();
		const open = await answerOpener(kiosk.id, cipher.open('kiosks.private_key', kiosk.id, kiosk.privateKey));
		const surveys = new Map((await listSurveyLinks(work, kiosk.linkIds)).map((row) => [row.linkId, row]));
		const taken: Taken[] = [];
		for (const one of sealed) taken.push(await takeOne(work, await open(one), surveys));
		return taken;
	}
});

async function takeOne(
	work: Work,
	opened: unknown,
	surveys: ReadonlyMap<string, SurveyLinkRow>
): Promise<Taken> {
	const answer = parseKioskAnswer(opened);
	const survey = answer && surveys.get(answer.surveyLinkId);
	if (!answer || !survey || areTooLarge(answer.answers)) return 'refused';
	const quarter = decideQuarter(answer.quarter, survey, work.today);
	const { surveyId, providerId, instrumentId, instrumentVersion } = survey;
	const instrument = findInstrument(work.catalogue, instrumentId, instrumentVersion);
	if (!instrument) throw new Problem('instrument-unavailable');
	const decided = decideSubmission(instrument, answer.answers, { sex: null, ageInYears: null });
	if (!decided.ok || quarter === null) return 'refused';
	const { languages, defaultLanguage } = instrument.questionnaire;
	const { counted, written } = splitAnswers(instrument.questionnaire, decided.value.answers);
	await insertAnonymousResponse(work, {
		id: answer.id,
		surveyId,
		providerId,
		quarter,
		instrumentId,
		instrumentVersion,
		language: languages.includes(answer.language) ? answer.language : defaultLanguage,
		answers: counted,
		written
	});
	return 'stored';
}
