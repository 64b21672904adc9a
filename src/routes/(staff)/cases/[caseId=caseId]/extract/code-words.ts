/** The words for codes that stand in the database, by the column they stand in. */
import { helps } from '#lib/collection/administration.ts';
import type { Help } from '#lib/collection/administration.ts';
import type { Occasion } from '#lib/cases/case.ts';
import type { AdministrationMode, Respondent } from '#lib/instruments/instrument.ts';
import type { RestrictionGround } from '#lib/collection/restriction.ts';
import { m } from '#lib/paraglide/messages.js';
import { languageName } from '../../../../language-name.ts';
import { helpLabel, modeLabel, occasionLabel, respondentLabel, sexLabel } from '../../../../labels.ts';
import { groundLabel } from '../responses/[responseId=responseId]/history-view.ts';

type Word = () => string;

const stateWords: Readonly<Record<string, Word>> = {
	sent: m.staff_timeline_state_sent,
	started: m.staff_timeline_state_started,
	answered: m.staff_timeline_state_answered,
	withdrawn: m.staff_timeline_state_withdrawn
};

const decisionWords: Readonly<Record<string, Word>> = {
	erase: m.rights_value_erase,
	keep: m.rights_value_keep
};

/** The code in words; the code itself where there are none. */
export function codeWord(column: string, code: string, locale: 'sv' | 'en'): string {
	switch (column) {
		case 'occasion':
			return occasionLabel(code as Occasion);
		case 'respondent':
			return respondentLabel(code as Respondent);
		case 'mode':
			return modeLabel(code as AdministrationMode);
		case 'help':
			return helps.includes(code as Help) ? helpLabel(code as Help) : code;
		case 'sex':
			return sexLabel(code as 'female' | 'male');
		case 'language':
			return languageName(code, locale);
		case 'state':
			return stateWords[code]?.() ?? code;
		case 'ground':
			return groundLabel(code as RestrictionGround);
		case 'decision':
			return decisionWords[code]?.() ?? code;
		default:
			return code;
	}
}
