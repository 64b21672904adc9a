/** Letters with links as a file to print: the way out of a case’s own letter and of a survey’s. */
import type { PrintedLetter } from '#lib/invitations/printed-letter.ts';
import type { StoredText } from '#lib/invitations/server/texts/queries.ts';
import { m } from '#lib/paraglide/messages.js';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { writePdf } from '#lib/shared/server/pdf/write-pdf.ts';
import { toFileResponse } from '../../file-response.server.ts';
import { findBoardOf } from '../../visitor.server.ts';
import { toLetterDocument } from './letter-document.ts';

/** The letters as one PDF file, kept nowhere. `title` is what the file is called; null where only the board is to be said. */
export async function sendLetters(
	locals: App.Locals,
	letters: readonly PrintedLetter[],
	texts: readonly StoredText[],
	title: string | null
): Promise<Response> {
	const boardName = (await findBoardOf(locals))?.name ?? '';
	const madeAt = locals.context.now();
	const about = { title: title ?? boardName, boardName, madeAt };
	const bytes = await writePdf(toLetterDocument(letters, texts, about));
	const name = `${m.confidential_letters_file()}-${toLocalDate(madeAt).replaceAll('-', '')}.pdf` as const;
	return toFileResponse(bytes, name);
}
