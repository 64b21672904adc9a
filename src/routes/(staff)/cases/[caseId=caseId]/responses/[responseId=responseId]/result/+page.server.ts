import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { mayAct } from '#lib/access/permissions.ts';
import { acknowledgeAlert } from '#lib/collection/server/commands/acknowledge-alert.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { m } from '#lib/paraglide/messages.js';
import { parseId, type RiskAlertId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { run } from '#lib/shared/server/command.ts';
import { chosenId } from '#lib/shared/server/form-fields.ts';
import { parseForm } from '#lib/shared/server/parse-form.ts';
import { helpLabel, momentLabel, respondentLabel } from '../../../../../../labels.ts';
import { wayToCase } from '../../../way-to-case.ts';
import { toAnsweredQuestions, toBareAnswers } from '../record-view.ts';
import { openResult } from './open-result.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { locale } = locals;
	const opened = await openResult(locals, params);
	const { overview, response, instrument, instrumentName, comparison, alerts, routine } = opened;
	const answersHref = `/cases/${params.caseId}/responses/${response.id}`;
	const hasScales = comparison !== null && (comparison.main !== null || comparison.others.length > 0);
	return {
		way: wayToCase(overview.case),
		title: m.results_title({ instrument: instrumentName }),
		lead: [
			momentLabel(response),
			response.answeredOn,
			m.staff_compare_who_answered({
				respondent: respondentLabel(response.respondent),
				help: helpLabel(response.help).toLocaleLowerCase('sv')
			})
		].join(' · '),
		saved: url.searchParams.get('saved') === 'response' ? m.staff_timeline_response_saved() : null,
		acknowledged: url.searchParams.has('acknowledged') ? m.today_alert_done() : null,
		isRestricted: comparison === null,
		// The page's own heading says what it is; what must be seen stands above it all.
		comparison: hasScales ? { ...comparison, attentions: [] } : null,
		/** Answers of an instrument that gives no points: they are the result. */
		questions: hasScales
			? []
			: instrument
				? toAnsweredQuestions(instrument, response)
				: toBareAnswers(response.answers),
		language: response.language,
		alerts: alerts.map(({ id, item, acknowledged }) => {
			const risk = instrument?.risks.find((one) => one.item === item);
			return {
				id,
				text: textIn(risk?.text ?? null, locale) ?? item,
				href: `${answersHref}#${item}`,
				acknowledged:
					acknowledged &&
					m.results_alert_seen({
						day: acknowledged.on,
						name: acknowledged.byName ?? m.results_alert_somebody()
					})
			};
		}),
		routine,
		answersHref,
		caseHref: `/cases/${params.caseId}`,
		mayWrite: mayAct(locals.actor, 'case:write'),
		clientHref: mayBeShown(response.respondent) ? `${answersHref}/result/client` : null
	};
};

/** What staff or a provider have said about somebody is not that person's own result. */
const mayBeShown = (respondent: string): boolean => respondent !== 'staff' && respondent !== 'provider';

const schema = v.object({ alertId: chosenId(parseId<RiskAlertId>, m.staff_error_form) });

export const actions: Actions = {
	acknowledge: async ({ locals, params, request }) => {
		const form = parseForm(schema, await request.formData());
		if (!form.ok) throw new Problem('invalid-input');
		const { alerts } = await openResult(locals, params);
		if (!alerts.some(({ id }) => id === form.value.alertId)) throw new Problem('not-found');
		await run(locals.context, acknowledgeAlert, form.value);
		redirect(303, `/cases/${params.caseId}/responses/${params.responseId}/result?acknowledged`);
	}
};
