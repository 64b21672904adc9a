import { getSurvey } from '../queries.ts';
import { findText, updateText } from '../texts/queries.ts';
import { isTakenOutOnly } from '../../free-text/redact.ts';
import type { AnonymousTextId, SurveyId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface ReviewTextInput {
	readonly surveyId: SurveyId;
	readonly textId: AnonymousTextId;
	readonly decision:
		| { readonly kind: 'show' | 'withhold' }
		/** The words as others may read them: fewer than before, none added. They replace what was written. */
		| { readonly kind: 'show-without'; readonly words: string };
}

/**
 * Decides what others may read of what somebody has written. What is taken out is gone: no original is kept. Refuses words
 * that were not there (`invalid-input`), and any change once the survey is reported (`survey-fixed`). The line in the log is
 * about the survey, not the text.
 */
export const reviewText = command({
	name: 'reviewText',
	permission: 'survey-text:review',
	audit: 'always',
	subject: ({ surveyId, decision }: ReviewTextInput) => ({
		type: 'survey',
		id: surveyId,
		reason: decision.kind
	}),
	async run(work, { surveyId, textId, decision }: ReviewTextInput): Promise<void> {
		const survey = await getSurvey(work, surveyId);
		const text = await findText(work, surveyId, textId);
		if (!text) throw new Problem('not-found');
		if (survey.state === 'reported' && text.state !== 'unreviewed' && decision.kind !== 'withhold') {
			throw new Problem('survey-fixed', { field: 'state' });
		}
		const words = decision.kind === 'show-without' ? decision.words.trim() : text.words;
		if (!isTakenOutOnly(text.words, words)) throw new Problem('invalid-input', { field: 'words' });
		const state = decision.kind === 'withhold' || words === '' ? 'withheld' : 'shown';
		await updateText(work, { id: textId, surveyId, words: words === '' ? text.words : words, state });
	}
});
