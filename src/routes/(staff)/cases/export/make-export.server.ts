import { redirect } from '@sveltejs/kit';
import { exportFields, toExportRows } from '#lib/cases/import/export-rows.ts';
import { exportCases } from '#lib/cases/server/reads/export-cases.ts';
import { m } from '#lib/paraglide/messages.js';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { fieldLabels } from '../import/import-words.ts';

/** The rows with their heading, and the file's name. Whoever has not just signed in is sent to do so and back. */
export async function makeExport(
	{ context }: App.Locals,
	url: URL
): Promise<{ readonly rows: string[][]; readonly name: string }> {
	try {
		const cases = await fetch(context, exportCases, {});
		const sexWords = { female: m.staff_sex_female(), male: m.staff_sex_male() };
		const heading = exportFields.map((field) => fieldLabels[field]());
		const name = `${m.case_export_file_name()}-${toLocalDate(context.now())}`;
		return { rows: [heading, ...toExportRows(cases, sexWords)], name };
	} catch (error) {
		if (!(error instanceof Problem) || error.code !== 'fresh-sign-in-required') throw error;
		redirect(303, `/sign-in?again=1&next=${encodeURIComponent(url.pathname)}`);
	}
}
