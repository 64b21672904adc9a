import { fail, redirect } from '@sveltejs/kit';
import {
	ageForms,
	exportFormats,
	exportGrounds,
	fileLifeHours,
	valueForms
} from '#lib/exports/export-order.ts';
import { orderExport } from '#lib/exports/server/commands/order-export.ts';
import { listExportChoices } from '#lib/exports/server/reads/list-export-choices.ts';
import { listExportProviders } from '#lib/exports/server/reads/list-export-providers.ts';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { m } from '#lib/paraglide/messages.js';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { refuseField } from '#lib/shared/refused-form.ts';
import { run } from '#lib/shared/server/command.ts';
import { parseForm, readFields } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { formatWords, groundWords, sayChoice, writeChoice } from '../export-words.ts';
import { orderFormSchema } from './order-form.ts';
import type { Actions, PageServerLoad } from './$types';

/** Not the recipient: what is written freely is never in an address. */
const kept = ['what', 'fromDay', 'toDay', 'providerId', 'format', 'valueForm', 'ageForm', 'ground'];

export const load: PageServerLoad = async ({ locals, url }) => {
	const { context, locale } = locals;
	const choices = await fetch(context, listExportChoices, {});
	const providers = await fetch(context, listExportProviders, {});
	const titleOf = (id: string, version: string): string =>
		textIn(findInstrument(context.catalogue, id, version)?.shortTitle ?? null, locale) ?? id;
	const valueWords = { codes: m.exports_values_codes, labels: m.exports_values_labels };
	const ageWords = { group: m.exports_age_group, 'birth-year': m.exports_age_birth_year };
	const asked = Object.fromEntries(kept.map((name) => [name, url.searchParams.get(name) ?? undefined]));
	return {
		way: [{ href: '/exports', label: m.exports_title() }],
		hours: fileLifeHours,
		choices: choices.map((one) => ({
			value: writeChoice(one),
			label: sayChoice(one, titleOf(one.instrumentId, one.instrumentVersion))
		})),
		providers: providers.map(({ id, name }) => ({ value: id, label: name })),
		formats: exportFormats.map((value) => ({ value, label: formatWords[value]() })),
		valueForms: valueForms.map((value) => ({ value, label: valueWords[value]() })),
		ageForms: ageForms.map((value) => ({ value, label: ageWords[value]() })),
		grounds: exportGrounds.map((value) => ({ value, label: groundWords[value]() })),
		asked
	};
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const { context, locale } = locals;
		const choices = await fetch(context, listExportChoices, {});
		const data = await request.formData();
		const form = parseForm(orderFormSchema(choices, toLocalDate(context.now())), data);
		if (!form.ok) return fail(422, form.problem);
		const { what, ...rest } = form.value;
		try {
			await run(context, orderExport, { ...what, ...rest, language: locale });
		} catch (error) {
			if (!(error instanceof Problem)) throw error;
			const fields = readFields(data);
			if (error.code === 'fresh-sign-in-required') redirect(303, toSignIn(fields));
			if (error.code === 'too-many-exports') {
				return fail(429, refuseField(fields, 'what', m.exports_too_many()));
			}
			throw error;
		}
		redirect(303, '/exports?ordered');
	}
};

/** And back to what had been filled in. */
function toSignIn(fields: Readonly<Record<string, string>>): string {
	const filled = kept.flatMap((name) => (fields[name] ? [[name, fields[name]] as [string, string]] : []));
	const next = `/exports/new?${new URLSearchParams(filled)}`;
	return `/sign-in?again=1&next=${encodeURIComponent(next)}`;
}
