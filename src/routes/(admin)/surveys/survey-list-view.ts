/** A survey in words; counts of answers only in steps. */
import type { Shown } from '#lib/outcomes/disclosure/shown.ts';
import { m } from '#lib/paraglide/messages.js';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { ProviderId } from '#lib/shared/ids.ts';
import type { Survey } from '#lib/surveys/survey.ts';
import type { SurveyView } from '#lib/surveys/ui/survey-view.ts';
import { purposeLabel } from '../../labels.ts';

export function toSurveyView(
	survey: Survey,
	instrument: string,
	counts: ReadonlyMap<ProviderId, Shown<number>>,
	today: LocalDate,
	informationVersion: number | null
): SurveyView {
	const { id, title, purpose, opensOn, closesOn, providers } = survey;
	const year = Number(opensOn.slice(0, 4));
	return {
		id,
		title,
		state: describeState(survey, today),
		isClosed: today > closesOn,
		purpose: purposeLabel(purpose),
		instrument,
		information:
			informationVersion === null ? null : m.information_survey_card({ version: informationVersion }),
		period: m.staff_surveys_period({ from: opensOn, to: closesOn }),
		providers: providers.map(({ providerId, name }) => ({
			id: providerId,
			name,
			answers: countWords(counts.get(providerId))
		})),
		countedTitle: m.staff_surveys_answers_year({ instrument, year })
	};
}

function countWords(count: Shown<number> | undefined): string {
	return count?.kind === 'shown' ? m.staff_surveys_at_least({ count: count.value }) : m.staff_surveys_few();
}

function describeState({ opensOn, closesOn }: Survey, today: LocalDate): SurveyView['state'] {
	if (today < opensOn) return { label: m.staff_surveys_state_planned(), kind: 'accent' };
	if (today > closesOn) return { label: m.staff_surveys_state_closed(), kind: 'neutral' };
	return { label: m.staff_surveys_state_open(), kind: 'success' };
}
