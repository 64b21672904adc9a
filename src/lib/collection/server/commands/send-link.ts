import { getOccasionFor, requireNotTooSoon, subjectFor } from '../plan-occasion/queries.ts';
import { insertAdministration } from '../queries.ts';
import type { Administration } from '../../administration.ts';
import { isSensitive } from '#lib/instruments/is-sensitive.ts';
import { getInstrumentFor } from '#lib/instruments/server/permits/queries.ts';
import type { AdministrationId, CaseId, OccasionId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';
import { hashToken } from '#lib/shared/server/hash-token.ts';
import { getInformationFor } from '#lib/surveys/server/information/queries.ts';

export interface SendLinkInput extends Pick<Administration, 'instrumentId' | 'occasion' | 'respondent'> {
	readonly caseId: CaseId;
	/** The last day the link works. */
	readonly expiresOn: LocalDate;
	/** The plan's occasion it is for; left out, none. Then the occasion's own phase counts. */
	readonly occasionId?: OccasionId | null;
}

export interface SentLink {
	readonly administrationId: AdministrationId;
	/** Told once: only its hash is kept. */
	readonly token: string;
}

/**
 * Makes a personal link for somebody in a case. Refuses a day that has passed and a respondent that the instrument is
 * not for (`invalid-input`), an instrument that may not be given by link (`permit-required`, `wording-missing`), a
 * board that has not said what people are told (`information-incomplete`) or, for what is sensitive, has no impact
 * assessment (`assessment-required`), and one that comes too soon after the last by the case's plan (`too-soon`).
 */
export const sendLink = command({
	name: 'sendLink',
	permission: 'case:write',
	inCase: ({ caseId }) => caseId,
	audit: 'always',
	subject: ({ caseId }: SendLinkInput, { administrationId }: SentLink) => ({
		type: 'administration',
		id: administrationId,
		caseId
	}),
	async run(work, input: SendLinkInput): Promise<SentLink> {
		const { caseId, instrumentId, respondent, expiresOn } = input;
		if (expiresOn < work.today) throw new Problem('invalid-input', { field: 'expiresOn' });
		const instrument = await getInstrumentFor(work, 'link', instrumentId);
		if (!instrument.respondents.includes(respondent)) {
			throw new Problem('invalid-input', { field: 'respondent' });
		}
		const planned = input.occasionId ? await getOccasionFor(work, input.occasionId, input) : null;
		const informationId = await getInformationFor(work, await subjectFor(work, planned), {
			purpose: 'follow-up',
			anonymity: 'identified',
			isSensitive: isSensitive(instrument)
		});
		await requireNotTooSoon(work, input, work.today);
		const administrationId = work.newId() as AdministrationId;
		const token = work.newToken();
		await insertAdministration(work, {
			id: administrationId,
			caseId,
			instrumentId,
			instrumentVersion: instrument.version,
			occasion: planned?.phase ?? input.occasion,
			occasionId: planned?.id ?? null,
			respondent,
			mode: 'link',
			state: 'sent',
			createdOn: work.today,
			tokenHash: hashToken(token),
			expiresOn,
			informationId
		});
		return { administrationId, token };
	}
});
