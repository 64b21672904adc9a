import { countText } from '#lib/shared/ui/count-text.ts';
import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { acknowledgeAlert } from '#lib/collection/server/commands/acknowledge-alert.ts';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { today as todayRead } from '#lib/plans/server/reads/today.ts';
import { m } from '#lib/paraglide/messages.js';
import { parseId, type RiskAlertId } from '#lib/shared/ids.ts';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { run } from '#lib/shared/server/command.ts';
import { chosenId } from '#lib/shared/server/form-fields.ts';
import { parseForm } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { respondentLabel } from '../../labels.ts';
import { toInterviewItems, toTodayLists, type TodayItem } from './today-view.ts';
import type { Actions, PageServerLoad } from './$types';

/** More than anybody does in a day; how many there are is said. */
const mostShown = 40;

export const load: PageServerLoad = async ({ locals, url }) => {
	const { context, locale, actor } = locals;
	const found = await fetch(context, todayRead, {});
	const nameOf = (id: string) =>
		textIn(findInstrument(context.catalogue, id)?.shortTitle ?? null, locale) ?? id;
	const input = { today: toLocalDate(context.now()), nameOf };
	const lists = toTodayLists(found, input);
	const isOwn = actor.kind === 'staff' && actor.roles.includes('caseworker');
	return {
		lead: isOwn ? m.today_lead_own() : m.today_lead_unit(),
		isEmpty: [found.occasions, found.interviews, found.answers, found.alerts].every(
			({ length }) => length === 0
		),
		acknowledged: url.searchParams.has('acknowledged') ? m.today_alert_done() : null,
		interviews: cut(toInterviewItems(found, input)),
		overdue: cut(lists.overdue),
		due: cut(lists.due),
		coming: cut(lists.coming),
		alerts: found.alerts.map(
			({ id, caseId, caseNumber, responseId, instrumentId, item, raisedOn, routine }) => {
				const risk = findInstrument(context.catalogue, instrumentId)?.risks.find((one) => one.item === item);
				return {
					id,
					title: m.today_alert_title({ caseNumber, date: raisedOn }),
					text: `${nameOf(instrumentId)}: ${textIn(risk?.text ?? null, locale) ?? ''}`,
					href: `/cases/${caseId}/responses/${responseId}#${item}`,
					routine
				};
			}
		),
		answers: found.answers.map(
			({ responseId, caseId, caseNumber, instrumentId, respondent, answeredOn }) => ({
				key: responseId,
				href: `/cases/${caseId}/responses/${responseId}/result`,
				caseHref: `/cases/${caseId}`,
				caseLabel: m.today_case({ caseNumber }),
				what: `${nameOf(instrumentId)}, ${respondentLabel(respondent).toLocaleLowerCase('sv')}`,
				when: answeredOn
			})
		)
	};
};

function cut(items: readonly TodayItem[]) {
	const shown = items.slice(0, mostShown);
	const more = items.length > mostShown;
	return {
		items: shown,
		more: more ? m.today_more({ shown: shown.length, total: countText(items.length) }) : null
	};
}

const schema = v.object({ alertId: chosenId(parseId<RiskAlertId>, m.staff_error_form) });

export const actions: Actions = {
	acknowledge: async ({ locals, request }) => {
		const form = parseForm(schema, await request.formData());
		if (!form.ok) throw new Problem('invalid-input');
		await run(locals.context, acknowledgeAlert, form.value);
		redirect(303, '/today?acknowledged');
	}
};
