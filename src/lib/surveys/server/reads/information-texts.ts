import { findDraft, findInForce, listPublished } from '../information/queries.ts';
import { requireSubject } from '../information-owner.ts';
import type { GeneralSubject, InformationSubject } from '../../information-subject.ts';
import type { InformationDraft, PublishedInformation } from '../../information.ts';
import { read } from '#lib/shared/server/read.ts';

export interface InformationTexts {
	/** The newest first. */
	readonly published: readonly PublishedInformation[];
	/** What has been written of the next version; null when nothing has. */
	readonly draft: InformationDraft | null;
	/** The board's general text, that is told where there is no own one; null where the board has said nothing yet. */
	readonly general: PublishedInformation | null;
	/** Which general text that is. */
	readonly generalSubject: GeneralSubject;
	/** Whether another version may be written: not for a survey that has been published. */
	readonly mayChange: boolean;
}

/**
 * What those who answer are told about a subject: every version of the text, and the draft of the next. Refuses a plan or
 * survey that the board has not (`not-found`).
 */
export const informationTexts = read({
	name: 'informationTexts',
	permission: 'information:write',
	audit: 'none',
	subject: null,
	async run(work, { subject }: { readonly subject: InformationSubject }): Promise<InformationTexts> {
		const { mayChange, general } = await requireSubject(work, subject);
		return {
			published: await listPublished(work, subject),
			draft: await findDraft(work, subject),
			general: await findInForce(work, general),
			generalSubject: general,
			mayChange
		};
	}
});
