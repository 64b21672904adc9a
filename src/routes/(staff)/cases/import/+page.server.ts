import { fail, redirect } from '@sveltejs/kit';
import { importFields, type ColumnMap } from '#lib/cases/import/import-field.ts';
import { discardImport } from '#lib/cases/server/commands/discard-import.ts';
import { importCases } from '#lib/cases/server/commands/import-cases.ts';
import { mapImport } from '#lib/cases/server/commands/map-import.ts';
import { stageImport } from '#lib/cases/server/commands/stage-import.ts';
import { readFile } from '#lib/cases/server/import/read-file.ts';
import { pendingImport } from '#lib/cases/server/reads/pending-import.ts';
import { m } from '#lib/paraglide/messages.js';
import { parseId, type ImportId, type ImportSourceId, type UnitId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { refuseField, type RefusedForm } from '#lib/shared/refused-form.ts';
import { run } from '#lib/shared/server/command.ts';
import { readFields } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { columnFieldName, toPendingView } from './import-view.ts';
import { faultSentence } from './import-words.ts';
import type { Actions, PageServerLoad } from './$types';

const here = '/cases/import';
const maxNameLength = 60;

export const load: PageServerLoad = async ({ locals }) => {
	const desk = await fetch(locals.context, pendingImport, {});
	return {
		pending: desk.pending && toPendingView(desk.pending),
		sources: desk.sources.map(({ id, name }) => ({ value: id, label: name })),
		units: desk.units.length > 1 ? desk.units.map(({ id, name }) => ({ value: id, label: name })) : [],
		way: [{ href: '/cases', label: m.staff_cases_title() }]
	};
};

export const actions: Actions = {
	upload: async ({ locals, request }) => {
		const data = await request.formData();
		const values = readFields(data);
		const file = data.get('file');
		const hasFile = file instanceof File && file.size > 0;
		if (!hasFile && !values['pasted']) return refused(values, 'file', m.case_import_file_missing());
		const bytes = hasFile ? Buffer.from(await file.arrayBuffer()) : Buffer.from(String(data.get('pasted')));
		const cells = await readFile(bytes);
		if (!cells.ok) return refused(values, hasFile ? 'file' : 'pasted', faultSentence(cells.problem));
		const sourceId = parseId<ImportSourceId>(values['sourceId'] ?? '') ?? null;
		await run(locals.context, stageImport, { cells: cells.value, sourceId });
		redirect(303, here);
	},
	map: async ({ locals, request }) => {
		const values = readFields(await request.formData());
		const saveAs = values['saveAs'] ?? '';
		if (saveAs.length > maxNameLength) {
			return refused(values, 'saveAs', m.case_import_save_as_too_long({ max: maxNameLength }));
		}
		const unitId = parseId<UnitId>(values['unitId'] ?? '') ?? null;
		try {
			await run(locals.context, mapImport, { columns: readColumns(values), unitId, saveAs: saveAs || null });
		} catch (error) {
			if (!(error instanceof Problem) || error.code !== 'invalid-input') throw error;
			return refused(values, 'unitId', m.case_work_unit_wrong());
		}
		redirect(303, `${here}#check`);
	},
	run: async ({ locals, request }) => {
		const values = readFields(await request.formData());
		const importId = parseId<ImportId>(values['importId'] ?? '');
		if (!importId) throw new Problem('invalid-input');
		try {
			return { imported: await run(locals.context, importCases, { importId }) };
		} catch (error) {
			// What was shown as right no longer is: the page now shows what is wrong.
			if (!(error instanceof Problem) || error.code !== 'import-refused') throw error;
			return refused(values, 'check', m.case_import_refused());
		}
	},
	discard: async ({ locals }) => {
		await run(locals.context, discardImport, {});
		redirect(303, here);
	}
};

function refused(values: Record<string, string>, field: string, text: string) {
	const form: RefusedForm = refuseField(values, field, text);
	return fail(422, form);
}

/** A field without a column is not in the file. What is no number of a column is none either. */
function readColumns(values: Readonly<Record<string, string>>): ColumnMap {
	const chosen = importFields.flatMap((field) => {
		const text = values[columnFieldName(field)] ?? '';
		return /^\d{1,3}$/.test(text) ? [[field, Number(text)] as const] : [];
	});
	return Object.fromEntries(chosen);
}
