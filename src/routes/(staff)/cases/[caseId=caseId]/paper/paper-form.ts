import * as v from 'valibot';
import { occasions } from '#lib/cases/case.ts';
import { helps } from '#lib/collection/administration.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import { m } from '#lib/paraglide/messages.js';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { choice, requiredDate } from '#lib/shared/server/form-fields.ts';
import { chosenRespondent } from '../send/send-form.ts';

/** What is said about an answer given on paper: when, by whom, with what help. */
export function paperFormSchema({ respondents }: Pick<Instrument, 'respondents'>, today: LocalDate) {
	return v.object({
		answeredOn: v.pipe(
			requiredDate(m.staff_paper_answered_wrong),
			v.check((day) => day <= today, m.staff_paper_answered_wrong)
		),
		occasion: choice(occasions, m.staff_send_occasion_missing),
		respondent: chosenRespondent(respondents),
		help: choice(helps, m.staff_paper_help_missing)
	});
}
