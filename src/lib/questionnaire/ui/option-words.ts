import * as m from '#lib/shared/client-words.ts';
import type { OptionView, QuestionView } from '../page-view.ts';

/** The interface's own words for an option the questionnaire has none for: by role, and yes and no. */
export function optionWords(option: OptionView, kind: QuestionView['kind']): string {
	switch (option.role) {
		case 'none':
			return m.respondent_none();
		case 'other':
			return m.respondent_other();
		case 'refused':
			return m.respondent_refused();
		case 'dont-know':
			return m.respondent_dont_know();
		case 'answer':
			if (kind !== 'boolean') return option.inputValue;
			return option.code === false || option.code === 'false' ? m.respondent_no() : m.respondent_yes();
	}
}
