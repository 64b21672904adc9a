/** Frågebortfall: how many of those who answered the form left a question out. */
import { shareOf, type CountedShare } from './change-shares.ts';

export interface ItemNonResponse {
	readonly item: string;
	/** Those the question was put to: not counting whom the form itself skipped past it. */
	readonly asked: number;
	/** Of those asked. */
	readonly missing: CountedShare;
}

/** What one form says of one question. */
export type ItemState = 'answered' | 'missing' | 'not-asked';

/** Counts, question by question, who was asked and did not answer. A question the form skipped is not missing. */
export function itemNonResponse(
	items: readonly string[],
	forms: readonly Readonly<Record<string, ItemState>>[]
): ItemNonResponse[] {
	return items.map((item) => {
		const states = forms.map((form) => form[item] ?? 'missing');
		const asked = states.filter((state) => state !== 'not-asked').length;
		return { item, asked, missing: shareOf(states.filter((state) => state === 'missing').length, asked) };
	});
}
