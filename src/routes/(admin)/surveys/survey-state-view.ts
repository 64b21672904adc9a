/** A survey's state as a tag. */
import { m } from '#lib/paraglide/messages.js';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { Survey } from '#lib/surveys/survey.ts';
import { stateOn } from '#lib/surveys/survey-state.ts';

export interface StateView {
	readonly label: string;
	readonly kind: 'success' | 'neutral' | 'accent';
}

/** Published and not begun is told apart from open. */
export function describeState(survey: Survey, today: LocalDate): StateView {
	switch (stateOn(survey, today)) {
		case 'draft':
			return { label: m.surveys_state_draft(), kind: 'neutral' };
		case 'open':
			return today < survey.opensOn
				? { label: m.staff_surveys_state_planned(), kind: 'accent' }
				: { label: m.staff_surveys_state_open(), kind: 'success' };
		case 'closed':
			return { label: m.staff_surveys_state_closed(), kind: 'neutral' };
		case 'reported':
			return { label: m.surveys_state_reported(), kind: 'neutral' };
	}
}
