/**
 * Whose words are told together. Words are easier to recognise than ticks: a group's are shown when at least ten have
 * been written to the question in it, whatever the reviewer let through. Every text is in one group only, so that no list
 * can be subtracted from another.
 */
import type { ProviderId } from '#lib/shared/ids.ts';
import { smallestTextGroup } from '../anonymous-text.ts';

export interface TextCount {
	/** Null where too few answered about the provider for their words to be told apart. */
	readonly providerId: ProviderId | null;
	readonly question: string;
	/** Everything that was written, reviewed or not, shown or not. */
	readonly written: number;
}

/** One question's groups: the providers that have their own, and whether those that are left are shown together. */
export interface TextGroups {
	readonly question: string;
	readonly own: ReadonlySet<ProviderId>;
	/** Everybody who is not in a group of their own. */
	readonly others: 'shown' | 'too-few' | 'none';
}

/** The groups of each question, in the order in which the questions come. */
export function groupTexts(counts: readonly TextCount[]): readonly TextGroups[] {
	return [...Map.groupBy(counts, ({ question }) => question)].map(([question, rows]) => {
		const own = new Set<ProviderId>();
		let left = 0;
		for (const { providerId, written } of rows) {
			if (providerId !== null && written >= smallestTextGroup) own.add(providerId);
			else left += written;
		}
		return {
			question,
			own,
			others: left === 0 ? 'none' : left >= smallestTextGroup ? 'shown' : 'too-few'
		};
	});
}
