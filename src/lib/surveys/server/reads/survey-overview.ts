import { listBoxesOf } from '../boxes/queries.ts';
import { findAssessment, findTold } from '../information/queries.ts';
import { countCodes, getSurvey } from '../queries.ts';
import type { BoxFacts } from '../../answer-box.ts';
import { decideOpening } from '../../assessment.ts';
import { generalOfMode, subjectOfSurvey } from '../../information-subject.ts';
import { checkSurvey, type Check } from '../../check-survey.ts';
import { speaksOfAnonymity } from '../../information.ts';
import type { Survey } from '../../survey.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import { isSensitive } from '#lib/instruments/is-sensitive.ts';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { listPermitsOfBoard } from '#lib/instruments/server/permits/queries.ts';
import { mayAdminister } from '#lib/instruments/rights.ts';
import { findDisclosureRule } from '#lib/outcomes/disclosure/disclosure-rules.ts';
import type { ProviderId, SurveyId } from '#lib/shared/ids.ts';
import { read } from '#lib/shared/server/read.ts';
import type { Work } from '#lib/shared/server/work.ts';

export interface SurveyOverview {
	readonly survey: Survey;
	/** What must be in place before it is published; empty when it has been. */
	readonly checks: readonly Check[];
	/** Fewer answers than this about a provider are never shown. */
	readonly smallestGroup: number;
	readonly boxes: readonly BoxFacts[];
	/** Codes that have been made, by provider. */
	readonly codes: ReadonlyMap<ProviderId, number>;
}

/** One survey, and what is left to do before it is published. */
export const surveyOverview = read({
	name: 'surveyOverview',
	permission: 'survey:read',
	audit: 'none',
	subject: null,
	async run(work, { surveyId }: { readonly surveyId: SurveyId }): Promise<SurveyOverview> {
		const survey = await getSurvey(work, surveyId);
		const { smallestGroup } = findDisclosureRule({
			audience: 'board',
			isSensitive: listForms(work, survey).some((form) => form && isSensitive(form))
		});
		return {
			survey,
			smallestGroup,
			boxes: await listBoxesOf(work, surveyId),
			codes: await countCodes(work, surveyId),
			checks: survey.state === 'draft' ? await listChecks(work, survey, smallestGroup) : []
		};
	}
});

/** The newest version of each form that it asks; null for one that is not there. */
const listForms = (work: Work, { instruments }: Survey): readonly (Instrument | null)[] =>
	instruments.map(({ id }) => findInstrument(work.catalogue, id));

async function listChecks(work: Work, survey: Survey, smallestGroup: number): Promise<readonly Check[]> {
	const forms = listForms(work, survey);
	const permits = await listPermitsOfBoard(work);
	const given = forms.map((form) => form && mayAdminister(form, 'link', permits));
	const refused = given.find((one) => !one?.ok);
	const information = await findTold(work, subjectOfSurvey(survey.id), generalOfMode(survey.anonymity));
	const opening = decideOpening({
		purpose: survey.purpose,
		anonymity: survey.anonymity === 'confidential' ? 'identified' : 'open-anonymous',
		isSensitive: forms.some((form) => form && isSensitive(form)),
		information,
		assessment: await findAssessment(work)
	});
	return checkSurvey({
		survey,
		today: work.today,
		instrumentProblem:
			refused === undefined ? null : refused && !refused.ok ? refused.problem : 'instrument-unavailable',
		openingProblem: opening.ok ? null : opening.problem,
		informationLanguages: Object.keys(information?.content ?? {}),
		hasKeyPlace: work.boxKeys.isReady,
		speaksOfAnonymity: speaksOfAnonymity(information?.content ?? {}),
		smallestGroup
	});
}
