/** What has been written in an anonymous survey: nobody but the reviewer sees it before a person has read it through. */
import type { AnonymousTextId, ProviderId, SurveyId } from '#lib/shared/ids.ts';

export const textStates = ['unreviewed', 'shown', 'withheld'] as const;
export type TextState = (typeof textStates)[number];

export interface AnonymousText {
	readonly id: AnonymousTextId;
	readonly surveyId: SurveyId;
	/** Null where too few answered about the provider. */
	readonly providerId: ProviderId | null;
	readonly instrumentId: string;
	readonly question: string;
	readonly words: string;
	readonly state: TextState;
}

/**
 * A text says whom it is about when at least this many answered about them, and is shown when at least this many wrote to the
 * question: words are easier to recognise.
 */
export const smallestTextGroup = 10;
