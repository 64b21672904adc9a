/** Letters as one document, a page for each: who it is for, the board's words, and the link as a square and in letters. */
import { linkInLanguage } from '#lib/invitations/link-in-language.ts';
import { fillText, findOwnText } from '#lib/invitations/message-text.ts';
import type { PrintedLetter } from '#lib/invitations/printed-letter.ts';
import type { StoredText } from '#lib/invitations/server/texts/queries.ts';
import { m } from '#lib/paraglide/messages.js';
import { directionOf } from '#lib/shared/direction-of.ts';
import type { DocumentBlock, PrintedDocument } from '#lib/shared/document.ts';
import { toQrRuns } from '#lib/shared/ui/qr-path.ts';

/** The square is this part of the page's width: about five centimetres, which a phone reads at arm's length. */
const squareShare = 1 / 3.4;

interface About {
	/** What the file is called; nobody reads it in the letters. */
	readonly title: string;
	readonly boardName: string;
	readonly madeAt: Date;
}

/** The letters in their order; `texts` are the board's own. */
export function toLetterDocument(
	letters: readonly PrintedLetter[],
	texts: readonly StoredText[],
	{ title, boardName, madeAt }: About
): PrintedDocument {
	const languages = new Set(letters.map(({ language }) => language));
	const [first = 'sv'] = languages;
	return {
		title: m.confidential_letters_title({ title }),
		language: languages.size === 1 ? first : 'sv',
		author: boardName,
		footer: boardName,
		// Each is somebody's own: which of how many it is would tell about the others.
		pageOf: () => '',
		madeAt,
		blocks: letters.flatMap((letter, at) => [
			...(at === 0 ? [] : [{ kind: 'page-break' } as const]),
			...toBlocks(letter, texts, boardName)
		])
	};
}

function toBlocks(letter: PrintedLetter, texts: readonly StoredText[], boardName: string): DocumentBlock[] {
	const { language, expiresOn, name, caseNumber } = letter;
	const link = linkInLanguage(letter.link, language);
	const own =
		texts.find((text) => text.language === language) ?? findOwnText('letter', 'invitation', language);
	const { subject, body } = fillText(own, language, { boardName, link, lastDay: expiresOn });
	const { size, runs } = toQrRuns(link);
	const width = size / squareShare;
	// Where a letter begins: to the right in one that is read from there.
	const start = directionOf(language) === 'rtl' ? width - size : 0;
	return [
		// Staff put it in the right envelope by this: a name where one is stored, else the number.
		{ kind: 'paragraph', text: name ?? m.confidential_letter_to({ number: caseNumber }), tone: 'note' },
		{ kind: 'heading', level: 1, text: subject, language },
		...body
			.replaceAll('\r\n', '\n')
			.split(/\n{2,}/)
			.map((text) => ({ kind: 'paragraph' as const, text, language })),
		{
			kind: 'figure',
			alt: m.confidential_letter_square(),
			width,
			height: size,
			// A little taller than a row, so that no hairline of paper shows between them.
			shapes: runs.map((run) => ({
				kind: 'rect' as const,
				...run,
				x: start + run.x,
				height: 1.03,
				tone: 'ink' as const
			}))
		},
		{ kind: 'paragraph', text: link, tone: 'strong', language }
	];
}
