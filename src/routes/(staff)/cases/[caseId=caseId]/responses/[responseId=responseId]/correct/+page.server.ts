import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { caseOverview } from '#lib/cases/server/reads/case-overview.ts';
import { maxReasonLength } from '#lib/collection/correction.ts';
import { listPaperGaps } from '#lib/collection/paper-gaps.ts';
import { listPaperRows, toPaperText, type PaperRow } from '#lib/collection/paper.ts';
import { readCorrection } from '#lib/collection/read-correction.ts';
import { correctResponse } from '#lib/collection/server/commands/correct-response.ts';
import { caseResponse } from '#lib/collection/server/reads/case-response.ts';
import { responseHistory } from '#lib/collection/server/reads/response-history.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import type { Answers } from '#lib/instruments/questionnaire.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { m } from '#lib/paraglide/messages.js';
import type { CaseId, ResponseId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { refuseField } from '#lib/shared/refused-form.ts';
import { run } from '#lib/shared/server/command.ts';
import { requiredText } from '#lib/shared/server/form-fields.ts';
import { parseForm, readFields } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { momentLabel } from '../../../../../../labels.ts';
import { fieldNameOf, paperErrors, toPaperRowViews } from '../../../paper/paper-view.ts';
import { wayToCase } from '../../../way-to-case.ts';
import { findAnsweredInstrument } from '../worded-instrument.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { context, locale } = locals;
	const overview = await fetch(context, caseOverview, { caseId: params.caseId });
	const { response, instrument } = await findResponse(locals, params);
	const { corrections, may } = await fetch(context, responseHistory, { responseId: params.responseId });
	if (!may.correct) throw new Problem('not-permitted');
	const rows = listPaperRows(instrument);
	const texts = Object.fromEntries(rows.map((row) => [row.name, toPaperText(row, response.answers)]));
	const here = `/cases/${params.caseId}/responses/${params.responseId}`;
	const name = textIn(instrument.shortTitle, locale) ?? instrument.id;
	const about = m.staff_response_title({
		instrument: name,
		occasion: momentLabel(response).toLocaleLowerCase('sv')
	});
	return {
		way: [...wayToCase(overview.case), { href: here, label: about }],
		over: `${about} ${response.answeredOn}`,
		here,
		corrections: corrections.length,
		texts,
		rows: toPaperRowViews(rows, instrument.respondents.includes('staff'), locale).map((row) => ({
			...row,
			hasLines: texts[row.name]?.includes('\n') ?? false
		}))
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const { response, instrument } = await findResponse(locals, params);
		const data = await request.formData();
		const values = readFields(data);
		const form = parseForm(formSchema(), data);
		const checked = checkCorrection(instrument, response.answers, values);
		const errors = { ...checked.errors, ...(form.ok ? {} : form.problem.errors) };
		const refused = { values, errors, hasGaps: checked.hasGaps, isOutdated: false };
		if (!form.ok || Object.keys(errors).length > 0) return fail(422, refused);
		try {
			await run(locals.context, correctResponse, {
				responseId: params.responseId,
				answers: checked.answers,
				...form.value
			});
		} catch (error) {
			if (!(error instanceof Problem)) throw error;
			if (error.code === 'changed-meanwhile') return fail(409, { ...refused, isOutdated: true });
			const words = wordsByCode[error.code];
			if (!words) throw error;
			return fail(422, { ...refused, ...refuseField(values, checked.first, words()) });
		}
		redirect(303, `/cases/${params.caseId}/responses/${params.responseId}?saved=correction`);
	}
};

const wordsByCode: Readonly<Record<string, () => string>> = {
	'correction-empty': m.rights_correct_nothing,
	'answers-refused': m.rights_correct_refused,
	'answers-too-large': m.rights_correct_refused
};

const formSchema = () =>
	v.object({
		reason: requiredText(m.rights_correct_reason_missing, maxReasonLength, () =>
			m.rights_correct_reason_too_long({ max: maxReasonLength })
		),
		corrections: v.pipe(
			v.optional(v.string(), ''),
			v.regex(/^\d{1,6}$/, m.staff_error_form),
			v.transform(Number)
		)
	});

/** The response with the form it answers. Refuses one of another case, and a version that is no longer loaded. */
async function findResponse(
	locals: App.Locals,
	{ caseId, responseId }: { readonly caseId: CaseId; readonly responseId: ResponseId }
) {
	const response = await fetch(locals.context, caseResponse, { responseId });
	if (response.caseId !== caseId) throw new Problem('not-found');
	const instrument = await findAnsweredInstrument(locals, response);
	if (!instrument) throw new Problem('instrument-unavailable');
	return { response, instrument };
}

/** Reads what was typed. A question that loses its answer, or comes up without one, must be meant: `gapsConfirmed`. */
function checkCorrection(instrument: Instrument, before: Answers, values: Readonly<Record<string, string>>) {
	const rows = listPaperRows(instrument);
	const typed = Object.fromEntries(
		rows.flatMap((row) => {
			const text = values[fieldNameOf(row)];
			return text === undefined ? [] : [[row.name, text] as const];
		})
	);
	const entry = readCorrection(rows, typed, before);
	const errors = paperErrors(rows, typed, entry);
	const gaps = listNewGaps(instrument, rows, before, entry);
	if (gaps.length > 0 && values['gapsConfirmed'] !== 'yes') {
		errors['gapsConfirmed'] = m.rights_correct_gaps_problem({
			numbers: gaps.map(({ number }) => number).join(', ')
		});
	}
	const [first] = rows;
	return {
		answers: entry.answers,
		errors,
		hasGaps: gaps.length > 0,
		first: first ? fieldNameOf(first) : 'reason'
	};
}

function listNewGaps(
	{ questionnaire }: Instrument,
	rows: readonly PaperRow[],
	before: Answers,
	entry: Pick<ReturnType<typeof readCorrection>, 'answers' | 'empty'>
): PaperRow[] {
	const empty = rows.filter((row) => toPaperText(row, before) === '').map(({ name }) => name);
	const earlier = listPaperGaps(questionnaire, rows, { answers: before, empty });
	return listPaperGaps(questionnaire, rows, entry).filter((row) => !earlier.includes(row));
}
