import { fail, redirect } from '@sveltejs/kit';
import { caseAccess } from '#lib/cases/server/reads/case-access.ts';
import { caseOverview } from '#lib/cases/server/reads/case-overview.ts';
import { listRecordSteps, recordInstrumentId } from '#lib/collection/record.ts';
import { recordFacts } from '#lib/collection/server/commands/record-facts.ts';
import { caseRecord } from '#lib/collection/server/reads/case-record.ts';
import type { UnansweredMarks } from '#lib/collection/unanswered.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { problemSentence, slipSentence } from '#lib/questionnaire/ui/problem-sentence.ts';
import { fieldIds } from '#lib/questionnaire/ui/field-ids.ts';
import { isAnswered } from '#lib/questionnaire/is-answered.ts';
import { readFormPage } from '#lib/questionnaire/read-form.ts';
import { validatePage } from '#lib/questionnaire/validate.ts';
import { m } from '#lib/paraglide/messages.js';
import { Problem } from '#lib/shared/problem.ts';
import { run } from '#lib/shared/server/command.ts';
import { readFields } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { wayToCase } from '../way-to-case.ts';
import { chooseStep, suggestAnswers, toStepLinks, toStepView, unknownFieldName } from './record-view.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { context, locale } = locals;
	const { caseId } = params;
	const overview = await fetch(context, caseOverview, { caseId });
	const { may } = await fetch(context, caseAccess, { caseId });
	const record = await fetch(context, caseRecord, { caseId });
	const { questionnaire, rights, title } = getInstrument(locals);
	const steps = listRecordSteps(questionnaire, record.hidden, record);
	const step = chooseStep(steps, url.searchParams.get('step'), overview);
	const here = `/cases/${caseId}/record`;
	const suggested = suggestAnswers(overview);
	return {
		way: wayToCase(overview.case),
		caseHref: `/cases/${caseId}`,
		title: textIn(title, locale) ?? recordInstrumentId,
		mayWrite: may.write,
		corrections: record.corrections,
		history: record.responseId === null ? null : `/cases/${caseId}/responses/${record.responseId}`,
		steps: toStepLinks(questionnaire, record, { here, current: step?.name ?? null, language: locale }),
		step: step && toStepView(questionnaire, step, { ...record, suggested, language: locale }),
		notices: rights.notices.map((notice) => textIn(notice, locale) ?? ''),
		saved: url.searchParams.has('saved')
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request, url }) => {
		const { context } = locals;
		const { caseId } = params;
		const overview = await fetch(context, caseOverview, { caseId });
		const record = await fetch(context, caseRecord, { caseId });
		const { questionnaire } = getInstrument(locals);
		const steps = listRecordSteps(questionnaire, record.hidden, record);
		const step = chooseStep(steps, url.searchParams.get('step'), overview);
		if (!step) throw new Problem('not-found');
		const data = await request.formData();
		const entries = [...data].flatMap(([name, value]) =>
			typeof value === 'string' ? [[name, value] as const] : []
		);
		const values = readFields(data);
		const read = readFormPage({ ...questionnaire, pages: [step.page] }, step.page, entries);
		if (!read.ok) {
			const errors = read.problem.map((slip) => [slip.question, slipSentence(slip)] as const);
			return refuse(values, Object.fromEntries(errors));
		}
		const answers = read.value;
		const marks: UnansweredMarks = Object.fromEntries(
			step.questions.flatMap(({ name }) =>
				values[unknownFieldName(name)] === 'yes' ? [[name, 'dont-know' as const]] : []
			)
		);
		const both = Object.keys(marks).filter((name) => isAnswered(answers[name]));
		const wrong = validatePage({ ...questionnaire, pages: [step.page] }, answers, step.name).filter(
			({ code }) => !code.endsWith('required')
		);
		if (both.length + wrong.length > 0) {
			return refuse(values, {
				...Object.fromEntries(
					wrong.map((one) => [
						one.question,
						problemSentence(one, locals.locale, questionnaire.defaultLanguage)
					])
				),
				...Object.fromEntries(both.map((name) => [name, m.record_both()]))
			});
		}
		const corrections = Number(values['_corrections']);
		await run(context, recordFacts, { caseId, step: step.name, answers, marks, corrections });
		const next = steps[steps.indexOf(step) + 1];
		const goesOn = values['_then'] === 'next' && next;
		redirect(
			303,
			goesOn ? `/cases/${caseId}/record?step=${next.name}&saved=1` : `/cases/${caseId}?saved=record`
		);
	}
};

function refuse(values: Record<string, string>, errors: Record<string, string>) {
	const lines = Object.entries(errors).map(([name, text]) => ({ href: `#${fieldIds(name).question}`, text }));
	return fail(422, { values, errors, lines });
}

function getInstrument({ context }: App.Locals): Instrument {
	const instrument = findInstrument(context.catalogue, recordInstrumentId);
	if (!instrument) throw new Problem('instrument-unavailable');
	return instrument;
}
