import { upsertDraft } from '../information/queries.ts';
import { requireChangeable } from '../information-owner.ts';
import { maxFieldLength, type InformationDraft } from '../../information.ts';
import type { InformationSubject } from '../../information-subject.ts';
import type { InformationId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface SaveInformationDraftInput {
	readonly subject: InformationSubject;
	/** All languages of it; what is left out is gone. */
	readonly content: InformationDraft;
}

/** Languages in one text; there are fewer in any municipality's forms. */
const maxLanguages = 30;

/** Keeps what has been written of the next version. Half a text may be kept; far too much is refused (`invalid-input`). */
export const saveInformationDraft = command({
	name: 'saveInformationDraft',
	permission: 'information:write',
	audit: 'always',
	subject: ({ subject }: SaveInformationDraftInput) => ({
		type: 'information-text',
		id: null,
		reason: subject
	}),
	async run(work, { subject, content }: SaveInformationDraftInput): Promise<void> {
		const texts = Object.values(content).flatMap((text) => Object.values(text));
		const isTooMuch =
			Object.keys(content).length > maxLanguages || texts.some((text) => text.length > 2 * maxFieldLength);
		if (isTooMuch) throw new Problem('invalid-input', { field: 'content' });
		await requireChangeable(work, subject);
		await upsertDraft(work, { id: work.newId() as InformationId, subject, content });
	}
});
