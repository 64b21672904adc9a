import * as v from 'valibot';
import { quickExits } from '#lib/instruments/quick-exit.ts';
import { findInstrument, type Catalogue } from '#lib/instruments/server/catalogue.ts';
import { listSharedLanguages } from '#lib/instruments/sitting.ts';
import { m } from '#lib/paraglide/messages.js';
import { parseId, type ProviderId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { RefusedForm } from '#lib/shared/refused-form.ts';
import { ok, refuse, type Result } from '#lib/shared/result.ts';
import { choice, requiredDate, requiredText } from '#lib/shared/server/form-fields.ts';
import { parseForm, readFields } from '#lib/shared/server/parse-form.ts';
import { formFields } from './form-fields.ts';
import { purposes, surveyModes, type SurveyPlan } from '#lib/surveys/survey.ts';

const maxTitleLength = 120;

/** A survey's name. */
export const surveyTitle = () =>
	requiredText(m.staff_survey_new_name_missing, maxTitleLength, () =>
		m.staff_case_new_too_long({ max: maxTitleLength })
	);

/** The days a survey is open, which come in order. */
export function surveyDays(today: LocalDate) {
	const dateWrong = () => m.staff_case_new_date_wrong({ example: today });
	return { opensOn: requiredDate(dateWrong), closesOn: requiredDate(dateWrong) };
}

/** One more form in the same sitting, or none. */
const anotherForm = v.optional(v.string(), '');

/** What is written when a survey is planned. Providers and languages come apart, since there may be several. */
function surveyFormSchema(today: LocalDate) {
	return v.pipe(
		v.object({
			title: surveyTitle(),
			purpose: choice(purposes, m.staff_survey_new_purpose_missing),
			instrumentId: v.pipe(v.optional(v.string(), ''), v.nonEmpty(m.staff_survey_new_instrument_missing)),
			instrumentId2: anotherForm,
			instrumentId3: anotherForm,
			instrumentId4: anotherForm,
			anonymity: choice(surveyModes, m.staff_survey_new_purpose_missing),
			quickExit: v.optional(v.picklist(quickExits), 'by-subject'),
			...surveyDays(today)
		}),
		v.forward(
			v.check(({ opensOn, closesOn }) => opensOn <= closesOn, m.staff_survey_new_closes_before),
			['closesOn']
		),
		v.forward(
			v.check(
				({ anonymity, purpose }) => anonymity !== 'confidential' || purpose === 'follow-up',
				m.confidential_purpose_wrong
			),
			['purpose']
		)
	);
}

export interface SurveyForm {
	readonly plan: Omit<SurveyPlan, 'languages'>;
	readonly providerIds: readonly ProviderId[];
	/** Empty where the form did not ask. */
	readonly languages: readonly string[];
}

export interface RefusedSurvey {
	readonly refused: RefusedForm;
	readonly providerIds: readonly string[];
	readonly languages: readonly string[];
}

/** The form as it was sent, or all that is wrong with it. */
export function readSurveyForm(
	data: FormData,
	today: LocalDate,
	catalogue: Catalogue
): Result<SurveyForm, RefusedSurvey> {
	const form = parseForm(surveyFormSchema(today), data);
	const providerIds = readProviderIds(data);
	const languages = data.getAll('languages').map(String);
	const missing = providerIds.length === 0 ? { providerIds: m.staff_survey_new_providers_missing() } : {};
	const wrong = form.ok ? checkForms(catalogue, form.value) : form.problem.errors;
	const errors = { ...wrong, ...missing };
	if (form.ok && Object.keys(errors).length === 0) {
		const plan = { ...withoutForms(form.value), instrumentIds: listFormIds(form.value) };
		return ok({ plan, providerIds, languages });
	}
	return refuse({ refused: { values: readFields(data), errors }, providerIds, languages });
}

type ChosenForms = Readonly<Record<(typeof formFields)[number], string>>;

/** The forms in the order of the fields; an empty one between two is no form. */
const listFormIds = (chosen: ChosenForms): string[] =>
	formFields.map((field) => chosen[field]).filter((id) => id !== '');

function withoutForms<Form extends ChosenForms>(form: Form): Omit<Form, (typeof formFields)[number]> {
	const { instrumentId: _1, instrumentId2: _2, instrumentId3: _3, instrumentId4: _4, ...rest } = form;
	return rest;
}

/** What is wrong with the forms together: the same twice, or no language that all of them are in. */
function checkForms(catalogue: Catalogue, chosen: ChosenForms): Record<string, string> {
	const ids = listFormIds(chosen);
	const twice = formFields.find((field, at) => {
		const earlier = formFields.slice(0, at).map((other) => chosen[other]);
		return chosen[field] !== '' && earlier.includes(chosen[field]);
	});
	if (twice) return { [twice]: m.surveys_form_twice() };
	const forms = ids.flatMap((id) => findInstrument(catalogue, id) ?? []);
	const last = formFields.findLast((field) => chosen[field] !== '');
	if (last && forms.length > 0 && listSharedLanguages(forms).length === 0) {
		return { [last]: m.surveys_form_no_language() };
	}
	return {};
}

/** The chosen providers' ids, each once. */
function readProviderIds(data: FormData): ProviderId[] {
	const chosen = data.getAll('providerIds').flatMap((text) => parseId<ProviderId>(String(text)) ?? []);
	return [...new Set(chosen)];
}
