import { findLetter } from '../letter/queries.ts';
import { listTexts, type StoredText } from '../texts/queries.ts';
import type { PrintedLetter } from '../../printed-letter.ts';
import { findCaseNumber, listNamesOfCases } from '#lib/cases/server/target/queries.ts';
import { findCaseOfAdministration } from '#lib/collection/server/queries.ts';
import type { AdministrationId, CaseId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { read } from '#lib/shared/server/read.ts';

export interface CaseLetterInput {
	readonly caseId: CaseId;
	readonly administrationId: AdministrationId;
}

export interface CaseLetter {
	readonly letter: PrintedLetter;
	/** The board's own words, by language. */
	readonly texts: readonly StoredText[];
}

/**
 * The letter of one link in a case, to print. It has the same link however often it is printed; the file is kept nowhere. It
 * says the client's name only where it is the client that is asked and the identity is not protected. Refuses where nobody has
 * been invited, or can answer still (`not-found`).
 */
export const caseLetter = read({
	name: 'caseLetter',
	permission: 'invitation:print',
	inCase: ({ administrationId }: CaseLetterInput, work) => findCaseOfAdministration(work, administrationId),
	audit: 'always',
	subject: ({ caseId, administrationId }: CaseLetterInput) => ({
		type: 'administration',
		id: administrationId,
		caseId,
		reason: 'letter'
	}),
	async run(work, { caseId, administrationId }): Promise<CaseLetter> {
		const found = await findLetter(work, administrationId, work.today);
		if (found?.caseId !== caseId) throw new Problem('not-found');
		const caseNumber = await findCaseNumber(work, caseId);
		if (caseNumber === null) throw new Problem('not-found');
		const { language, expiresOn, link, respondent } = found;
		const names = respondent === 'client' ? await listNamesOfCases(work, [caseId]) : null;
		const name = names?.get(caseId) ?? null;
		const texts = (await listTexts(work)).filter(({ channel }) => channel === 'letter');
		return { letter: { language, expiresOn, link, caseNumber, name }, texts };
	}
});
