import type { Context } from '#lib/shared/server/context.ts';
import { fetch } from '#lib/shared/server/read.ts';
import type { InformationDraft, InformationSubject, PublishedInformation } from '#lib/surveys/information.ts';
import { informationTexts } from '#lib/surveys/server/reads/information-texts.ts';
import { suggestInformation } from '#lib/surveys/suggest-information.ts';

export interface WorkingText {
	readonly published: readonly PublishedInformation[];
	readonly content: InformationDraft;
	/** What the content is: what somebody has written, the text in force, or the program's first draft. */
	readonly origin: 'draft' | 'in-force' | 'suggested';
}

/** The text to go on writing on: the draft, else what is in force, else a first draft in the board's name. */
export async function findWorkingText(
	context: Context,
	subject: InformationSubject,
	boardName: string
): Promise<WorkingText> {
	const { published, draft } = await fetch(context, informationTexts, { subject });
	if (draft) return { published, content: draft, origin: 'draft' };
	const inForce = published[0];
	if (inForce) return { published, content: inForce.content, origin: 'in-force' };
	return { published, content: suggestInformation(subject, boardName), origin: 'suggested' };
}
