/** How one provider's anonymous answers fall over the codes of each question. Belongs to no person. */
import type { Code } from '#lib/instruments/questionnaire.ts';
import type { ProviderId } from '#lib/shared/ids.ts';

export interface AnswerCount {
	readonly code: Code;
	readonly count: number;
}

export interface ProviderResults {
	readonly providerId: ProviderId;
	readonly name: string;
	/** Forms sent in. An item's own answers may be fewer (frågebortfall), or more where several codes may be chosen. */
	readonly forms: number;
	/** By question, or `matrix.row`. A code nobody chose is not listed. */
	readonly items: Readonly<Record<string, readonly AnswerCount[]>>;
}

interface ProviderCounts {
	readonly providerId: ProviderId;
	readonly name: string;
	readonly quarters: readonly { readonly forms: number }[];
}

/** The year's counts from those of its quarters. The provider's own counts only, in the order they are to have. */
export function addUpQuarters(
	{ providerId, name, quarters }: ProviderCounts,
	counts: readonly { readonly item: string; readonly code: Code; readonly count: number }[]
): ProviderResults {
	const items: Record<string, AnswerCount[]> = {};
	for (const [item, ofItem] of Map.groupBy(counts, (row) => row.item)) {
		const byCode = Map.groupBy(ofItem, ({ code }) => code);
		items[item] = [...byCode].map(([code, rows]) => ({
			code,
			count: rows.reduce((sum, { count }) => sum + count, 0)
		}));
	}
	return { providerId, name, forms: quarters.reduce((sum, { forms }) => sum + forms, 0), items };
}
