import type { Context } from '#lib/shared/server/context.ts';
import { fetch } from '#lib/shared/server/read.ts';
import type { InformationSubject } from '#lib/surveys/information-subject.ts';
import type { InformationDraft } from '#lib/surveys/information.ts';
import { informationTexts, type InformationTexts } from '#lib/surveys/server/reads/information-texts.ts';
import { suggestInformation } from '#lib/surveys/suggest-information.ts';

export interface WorkingText extends Pick<InformationTexts, 'published' | 'mayChange'> {
	readonly content: InformationDraft;
	/**
	 * What the content is: what somebody has written, the text in force, the board's general text where there is no own one,
	 * or the program's first draft.
	 */
	readonly origin: 'draft' | 'in-force' | 'general' | 'suggested';
}

/** The text to go on writing on: the draft, else what is in force, else the general text, else a first draft. */
export async function findWorkingText(
	context: Context,
	subject: InformationSubject,
	boardName: string
): Promise<WorkingText> {
	const texts = await fetch(context, informationTexts, { subject });
	const { published, draft, mayChange } = texts;
	const from = (origin: WorkingText['origin'], content: InformationDraft): WorkingText => ({
		published,
		mayChange,
		content,
		origin
	});
	if (draft) return from('draft', draft);
	const newest = published[0];
	if (newest && newest.withdrawnOn === null) return from('in-force', newest.content);
	if (texts.general) return from('general', texts.general.content);
	return from('suggested', suggestInformation(texts.generalSubject, boardName));
}
