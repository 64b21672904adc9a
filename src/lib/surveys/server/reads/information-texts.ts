import { findDraft, listPublished } from '../information/queries.ts';
import type { InformationDraft, InformationSubject, PublishedInformation } from '../../information.ts';
import { read } from '#lib/shared/server/read.ts';

export interface InformationTexts {
	/** The newest, which is in force, first. */
	readonly published: readonly PublishedInformation[];
	/** What has been written of the next version; null when nothing has. */
	readonly draft: InformationDraft | null;
}

/** What the board tells those who answer: every version of the text, and the draft of the next. */
export const informationTexts = read({
	name: 'informationTexts',
	permission: 'information:write',
	audit: 'none',
	subject: null,
	async run(work, { subject }: { readonly subject: InformationSubject }): Promise<InformationTexts> {
		return { published: await listPublished(work, subject), draft: await findDraft(work, subject) };
	}
});
