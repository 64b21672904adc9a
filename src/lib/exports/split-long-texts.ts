/** Texts that are longer than one variable holds, in several: a file that cut them would say something else than was answered. */
import { m } from '#lib/paraglide/messages.js';
import type { FileLanguage } from './export-order.ts';
import { cutToBytes, toBytes } from './sav-bytes.ts';
import type { Variable } from './variable.ts';

/** What a text variable of an SPSS file holds, in bytes, without records for very long strings. */
export const widestText = 248;

/**
 * The variables, those whose text can be wider than `widestText` as several: `name`, `name_2` and so on. Put together as they
 * stand, without spaces between, the parts are the text. Texts of unknown length are left as they are.
 */
export function splitLongTexts(variables: readonly Variable[], language: FileLanguage): Variable[] {
	return variables.flatMap((variable) => {
		const { kind, width } = variable;
		if (kind !== 'text' || width === null || width <= widestText) return [variable];
		const count = Math.ceil(width / shortestPiece);
		return Array.from({ length: count }, (_, index) => partOf(variable, index, count, language));
	});
}

/** A character takes four bytes at most, and one space may move to the piece after. */
const shortestPiece = widestText - 4;

function partOf(variable: Variable, index: number, parts: number, language: FileLanguage): Variable {
	const { name, label, read } = variable;
	const part = index + 1;
	const locale = { locale: language };
	return {
		...variable,
		name: index === 0 ? name : `${name}_${part}`,
		width: widestText,
		label:
			index === 0
				? m.exports_var_first_part({ label, parts }, locale)
				: m.exports_var_part({ name, part, parts }, locale),
		read(record) {
			const cell = read(record);
			if (cell === null) return null;
			const pieces = listPieces(String(cell));
			// A text that was longer than it could be goes on in the last part, where the file says that it was cut.
			return (part === parts ? pieces.slice(index).join('') : pieces[index]) || null;
		}
	};
}

/** The text in pieces that each go into a variable. None ends with a space, which readers take away. */
export function listPieces(text: string): string[] {
	const pieces: string[] = [];
	for (let rest = text; rest !== '';) {
		const whole = toBytes(rest).length <= widestText;
		const piece = whole ? rest : decoder.decode(cutToBytes(rest, widestText)).replace(/ $/, '');
		pieces.push(piece);
		rest = rest.slice(piece.length);
	}
	return pieces;
}

const decoder = new TextDecoder();
