import { redirect } from '@sveltejs/kit';
import type { StoredExport } from '#lib/exports/server/queries.ts';
import { cancelExport } from '#lib/exports/server/commands/cancel-export.ts';
import { listExports } from '#lib/exports/server/reads/list-exports.ts';
import { fileLifeHours } from '#lib/exports/export-order.ts';
import type { ExportView } from '#lib/exports/ui/export-view.ts';
import { m } from '#lib/paraglide/messages.js';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { parseId, type ExportId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { run } from '#lib/shared/server/command.ts';
import { readFields } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { listTargetYears } from '#lib/targets/server/reads/list-target-years.ts';
import { formatMoment } from '../../(sign-in)/format-moment.ts';
import { groundWords, formatWords, sayChoice, stateWords, writeChoice } from './export-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const exports = await fetch(locals.context, listExports, {});
	return {
		exports: exports.map((one) => toView(one, locals)),
		years: await fetch(locals.context, listTargetYears, {}),
		isOrdered: url.searchParams.has('ordered')
	};
};

export const actions: Actions = {
	cancel: async ({ locals, request }) => {
		const exportId = parseId<ExportId>(readFields(await request.formData())['exportId'] ?? '');
		if (!exportId) throw new Problem('not-found');
		await run(locals.context, cancelExport, { exportId });
		redirect(303, '/exports');
	}
};

function toView(
	order: StoredExport & { readonly orderedByName: string | null },
	{ context, locale }: App.Locals
): ExportView {
	const instrument = findInstrument(context.catalogue, order.instrumentId, order.instrumentVersion);
	const { state, rowsDone, rowsTotal, finishedAt } = order;
	const { word, kind } = stateWords[state];
	const again = new URLSearchParams({
		what: writeChoice(order),
		format: order.format,
		valueForm: order.valueForm,
		ageForm: order.ageForm,
		ground: order.ground,
		...(order.fromDay ? { fromDay: order.fromDay } : {}),
		...(order.toDay ? { toDay: order.toDay } : {}),
		...(order.providerId ? { providerId: order.providerId } : {})
	});
	return {
		id: order.id,
		title: sayChoice(order, textIn(instrument?.shortTitle ?? null, locale) ?? order.instrumentId),
		format: formatWords[order.format](),
		state,
		stateWord: word(),
		stateKind: kind,
		rowsDone,
		rowsTotal,
		orderedAt: formatMoment(order.orderedAt),
		orderedBy: order.orderedByName ?? m.exports_ordered_by_nobody(),
		recipient: order.recipient,
		ground: groundWords[order.ground](),
		fetchUntil:
			state === 'done' && finishedAt
				? formatMoment(new Date(finishedAt.getTime() + fileLifeHours * 3_600_000))
				: null,
		megabytes: order.fileBytes === null ? null : order.fileBytes / 1_000_000,
		again: `/exports/new?${again}`
	};
}
