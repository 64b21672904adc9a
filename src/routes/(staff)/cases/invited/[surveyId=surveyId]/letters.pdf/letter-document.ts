/** Letters as one document, a page for each: who it is for, the board's words, and the link as a square and in letters. */
import { fillText, findOwnText } from '#lib/invitations/message-text.ts';
import type { StoredText } from '#lib/invitations/server/texts/queries.ts';
import type { Letter } from '#lib/invitations/server/reads/survey-letters.ts';
import { m } from '#lib/paraglide/messages.js';
import type { DocumentBlock, PrintedDocument } from '#lib/shared/document.ts';
import { toQrRuns } from '#lib/shared/ui/qr-path.ts';

/** The square is this part of the page's width: about five centimetres, which a phone reads at arm's length. */
const squareShare = 1 / 3.4;

/** The letters in their order; `texts` are the board's own. */
export function toLetterDocument(
	letters: readonly Letter[],
	texts: readonly StoredText[],
	boardName: string,
	madeAt: Date
): PrintedDocument {
	return {
		title: m.confidential_letters_title({ title: letters[0]?.title ?? '' }),
		language: 'sv',
		author: boardName,
		footer: boardName,
		pageOf: (page, pages) => `${page} (${pages})`,
		madeAt,
		blocks: letters.flatMap((letter, at) => [
			...(at === 0 ? [] : [{ kind: 'page-break' } as const]),
			...toBlocks(letter, texts, boardName)
		])
	};
}

function toBlocks(letter: Letter, texts: readonly StoredText[], boardName: string): DocumentBlock[] {
	const { language, link, expiresOn, name, caseNumber } = letter;
	const own =
		texts.find((text) => text.language === language) ?? findOwnText('letter', 'invitation', language);
	const { subject, body } = fillText(own, { boardName, link, lastDay: expiresOn });
	const { size, runs } = toQrRuns(link);
	return [
		// Staff put it in the right envelope by this: a name where one is stored, else the number.
		{ kind: 'paragraph', text: name ?? m.confidential_letter_to({ number: caseNumber }), tone: 'note' },
		{ kind: 'heading', level: 1, text: subject },
		...body
			.replaceAll('\r\n', '\n')
			.split(/\n{2,}/)
			.map((text) => ({ kind: 'paragraph' as const, text, language })),
		{
			kind: 'figure',
			alt: m.confidential_letter_square(),
			width: size / squareShare,
			height: size,
			// A little taller than a row, so that no hairline of paper shows between them.
			shapes: runs.map((run) => ({ kind: 'rect' as const, ...run, height: 1.03, tone: 'ink' as const }))
		},
		{ kind: 'paragraph', text: link, tone: 'strong' }
	];
}
