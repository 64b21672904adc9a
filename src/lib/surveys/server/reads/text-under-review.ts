import { getSurvey } from '../queries.ts';
import { countStates, findNextText } from '../texts/queries.ts';
import type { AnonymousText, TextState } from '../../anonymous-text.ts';
import { findIdentifying, type IdentifyingSpot } from '../../free-text/find-identifying.ts';
import type { AskedInstrument } from '#lib/instruments/sitting.ts';
import type { AnonymousTextId, SurveyId } from '#lib/shared/ids.ts';
import { read } from '#lib/shared/server/read.ts';

export interface TextUnderReviewInput {
	readonly surveyId: SurveyId;
	readonly state: TextState;
	/** The one that is put off till later, or null for the first. */
	readonly after: AnonymousTextId | null;
}

export interface TextUnderReview {
	readonly surveyTitle: string;
	readonly instruments: readonly AskedInstrument[];
	readonly counts: Readonly<Record<TextState, number>>;
	/** Whom it is about is not told. Null when there is none left. */
	readonly text:
		| (Pick<AnonymousText, 'id' | 'instrumentId' | 'question' | 'words'> & {
				spots: readonly IdentifyingSpot[];
		  })
		| null;
}

/** The next text to review. The only read that hands out words nobody has reviewed. */
export const textUnderReview = read({
	name: 'textUnderReview',
	permission: 'survey-text:review',
	audit: 'always',
	subject: ({ surveyId }: TextUnderReviewInput) => ({ type: 'survey', id: surveyId }),
	async run(work, { surveyId, state, after }: TextUnderReviewInput): Promise<TextUnderReview> {
		const { title, instruments } = await getSurvey(work, surveyId);
		const found = await findNextText(work, surveyId, state, after);
		// What was put off comes again when the rest is done.
		const text = found ?? (after ? await findNextText(work, surveyId, state, null) : null);
		return {
			surveyTitle: title,
			instruments,
			counts: await countStates(work, surveyId),
			text: text && {
				id: text.id,
				instrumentId: text.instrumentId,
				question: text.question,
				words: text.words,
				spots: findIdentifying(text.words)
			}
		};
	}
});
