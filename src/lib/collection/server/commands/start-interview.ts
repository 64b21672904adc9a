import { getOccasionFor, requireNotTooSoon, subjectFor } from '../plan-occasion/queries.ts';
import { insertInterview } from '../interview/queries.ts';
import { insertAdministration } from '../queries.ts';
import type { Administration, Help } from '../../administration.ts';
import { listSteps, reviewPlace } from '../../interview-steps.ts';
import { isSensitive } from '#lib/instruments/is-sensitive.ts';
import type { LanguageTag } from '#lib/instruments/questionnaire.ts';
import { getInstrumentFor } from '#lib/instruments/server/permits/queries.ts';
import type { AdministrationId, CaseId, InterviewId, OccasionId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';
import { getInformationFor } from '#lib/surveys/server/information/queries.ts';

export interface StartInterviewInput extends Pick<
	Administration,
	'instrumentId' | 'occasion' | 'respondent'
> {
	readonly caseId: CaseId;
	/** With what help the answers are given. */
	readonly help: Help;
	/** The questionnaire's language that is read from. */
	readonly language: LanguageTag;
	/** The plan's occasion it is for; left out, none. Then the occasion's own phase counts. */
	readonly occasionId?: OccasionId | null;
}

/**
 * Begins to ask somebody in a case. Refuses a respondent or a language that the instrument is not in (`invalid-input`),
 * an instrument that may not be asked on a screen (`permit-required`, `wording-missing`), a board that has not said what
 * people are told (`information-incomplete`, `assessment-required`), and one that comes too soon after the last by the
 * case's plan (`too-soon`). What staff answer from the file tells nobody anything.
 */
export const startInterview = command({
	name: 'startInterview',
	permission: 'response:enter',
	inCase: ({ caseId }) => caseId,
	audit: 'always',
	subject: ({ caseId }: StartInterviewInput, id: AdministrationId) => ({
		type: 'administration',
		id,
		caseId
	}),
	async run(work, input: StartInterviewInput): Promise<AdministrationId> {
		const { caseId, instrumentId, respondent, help, language } = input;
		const instrument = await getInstrumentFor(work, 'interview', instrumentId);
		const { questionnaire } = instrument;
		if (!instrument.respondents.includes(respondent)) {
			throw new Problem('invalid-input', { field: 'respondent' });
		}
		if (!questionnaire.languages.includes(language))
			throw new Problem('invalid-input', { field: 'language' });
		const planned = input.occasionId ? await getOccasionFor(work, input.occasionId, input) : null;
		const informationId =
			respondent === 'staff'
				? null
				: await getInformationFor(work, await subjectFor(work, planned), {
						purpose: 'follow-up',
						anonymity: 'identified',
						isSensitive: isSensitive(instrument)
					});
		await requireNotTooSoon(work, input, work.today);
		const id = work.newId() as AdministrationId;
		const { seal } = await work.cipher();
		await insertAdministration(work, {
			id,
			caseId,
			instrumentId,
			instrumentVersion: instrument.version,
			occasion: planned?.phase ?? input.occasion,
			occasionId: planned?.id ?? null,
			respondent,
			mode: 'interview',
			state: 'started',
			createdOn: work.today,
			draftAnswers: seal('administrations.draft_answers', id, '{}'),
			draftLanguage: language,
			informationId
		});
		const place = listSteps(questionnaire, {})[0]?.name ?? reviewPlace;
		const interview = { id: work.newId() as InterviewId, administrationId: id, help, place };
		await insertInterview(work, { ...interview, lastSave: work.newId() });
		return id;
	}
});
