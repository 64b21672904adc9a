import { findPairedKiosk } from '../queries.ts';
import { answerOpener } from '../seal-keys.ts';
import { decideQuarter, parseKioskAnswer } from '../../kiosk-answer.ts';
import { areTooLarge } from '#lib/collection/answers-size.ts';
import { decideSubmission } from '#lib/collection/decide-submission.ts';
import { findSitting } from '#lib/instruments/server/catalogue.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';
import { hashToken } from '#lib/shared/server/hash-token.ts';
import type { Work } from '#lib/shared/server/work.ts';
import { writeBoxed } from '#lib/surveys/answer-box.ts';
import { findOpenBox, putInBox } from '#lib/surveys/server/boxes/queries.ts';
import { listSurveyLinks, type SharedLinkRow } from '#lib/surveys/server/queries.ts';

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
	surveys: ReadonlyMap<string, SharedLinkRow>
): Promise<Taken> {
	const answer = parseKioskAnswer(opened);
	const survey = answer && surveys.get(answer.surveyLinkId);
	if (!answer || !survey || areTooLarge(answer.answers)) return 'refused';
	const quarter = decideQuarter(answer.quarter, survey, work.today);
	const { surveyId, instruments } = survey;
	const sitting = findSitting(work.catalogue, instruments);
	if (!sitting) throw new Problem('instrument-unavailable');
	const decided = decideSubmission(sitting.joined, answer.answers, { sex: null, ageInYears: null });
	if (!decided.ok || quarter === null) return 'refused';
	const { language } = answer;
	const text = writeBoxed({ language, answers: decided.value.answers });
	for (let attempt = 1; attempt <= sealAttempts; attempt += 1) {
		const box = await findOpenBox(work, surveyId);
		// Long after it closed, or before it was published.
		if (!box) return 'refused';
		const sealed = await work.sealToBox(box, text);
		if (sealed === null) return 'refused';
		const { id, providerId } = { id: answer.id, providerId: survey.providerId };
		// Whoever answered was in the room, and what lies on a tablet may not be lost: the link's limit is not for tablets.
		const outcome = await putInBox(work, { id, boxId: box.id, providerId, sealed, limit: null });
		if (outcome === 'stored') return 'stored';
	}
	throw new Problem('changed-meanwhile');
}

/** How often an answer is sealed again when its box was emptied meanwhile. */
const sealAttempts = 3;
