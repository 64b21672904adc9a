/** The response rate in words. */
import { m } from '#lib/paraglide/messages.js';
import { formatDecimal, type NumberLanguage } from '#lib/shared/decimal.ts';
import { countText } from '#lib/shared/ui/count-text.ts';
import type { ResponseShare } from '../response-share.ts';

/** "28 av 41 tillfrågade deltog, 68 %"; or that it is not known. */
export function responseText(response: ResponseShare | null, language: NumberLanguage): string {
	if (!response) return m.board_response_unknown();
	const { answered, asked, share } = response;
	return m.board_response({
		answered: countText(answered),
		asked: countText(asked),
		share: shareText(share, language)
	});
}

/** For a table's cell: "68 % (28 av 41)", or that it is not known. */
export function responseCell(response: ResponseShare | null | undefined, language: NumberLanguage): string {
	if (!response) return m.board_response_cell_unknown();
	const { answered, asked, share } = response;
	return m.board_response_cell({
		answered: countText(answered),
		asked: countText(asked),
		share: shareText(share, language)
	});
}

export function shareText(share: number, language: NumberLanguage): string {
	return m.board_percent({ share: formatDecimal(100 * share, 0, language) });
}
