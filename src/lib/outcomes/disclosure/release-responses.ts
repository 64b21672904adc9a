/**
 * Which anonymous responses may be handed out one by one, and with what time. A provider's responses are let out in blocks
 * of whole quarters that are over, each with at least as many as may be known one by one; the time on every row is its
 * block's. What is too little alone waits for the next quarter, and a provider that never has enough is not in the file.
 */
import type { ProviderId } from '#lib/shared/ids.ts';
import type { Quarter } from '#lib/shared/local-date.ts';
import type { DisclosureRule } from './disclosure-rules.ts';
import { listReleaseBlocks } from './release-quarters.ts';
import type { Withheld } from './withheld.ts';

export interface ResponsesOfQuarter {
	readonly providerId: ProviderId;
	readonly quarter: Quarter;
	readonly answers: number;
}

/** Quarters of one provider whose responses are handed out together. */
export interface ReleasedBlock {
	readonly providerId: ProviderId;
	readonly quarters: readonly Quarter[];
	/** `2025-Q1`, or the first and the last with a dash between. */
	readonly period: string;
	readonly answers: number;
}

/** The blocks of every provider. They depend on nothing that can be asked for, so two files differ by whole blocks. */
export function releaseResponses(
	counts: Withheld<readonly ResponsesOfQuarter[]>,
	rule: DisclosureRule,
	today: Quarter
): readonly ReleasedBlock[] {
	const byProvider = Map.groupBy(counts.openForControl(), ({ providerId }) => providerId);
	return [...byProvider].flatMap(([providerId, rows]) =>
		listReleaseBlocks(rows, today, rule.smallestKnownGroup).map((quarters) => {
			const answers = rows
				.filter(({ quarter }) => quarters.includes(quarter))
				.reduce((sum, row) => sum + row.answers, 0);
			const [first, last] = [quarters[0] ?? '', quarters.at(-1) ?? ''];
			return { providerId, quarters, period: first === last ? first : `${first}–${last}`, answers };
		})
	);
}
