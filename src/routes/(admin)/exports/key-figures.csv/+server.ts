import { toKeyFigureRows } from '#lib/targets/key-figure-rows.ts';
import { assessTargets } from '#lib/targets/assess-targets.ts';
import { findGoalScale } from '#lib/targets/goal-wording.ts';
import { listTargets } from '#lib/targets/server/reads/list-targets.ts';
import { targetDistributions } from '#lib/targets/server/reads/target-distributions.ts';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { Problem } from '#lib/shared/problem.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { toCsv } from '#lib/shared/to-csv.ts';
import { toFileResponse } from '../../../file-response.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { context }, url }) => {
	const text = url.searchParams.get('year') ?? '';
	if (!/^\d{4}$/.test(text)) throw new Problem('invalid-input');
	const year = Number(text);
	const targets = await fetch(context, listTargets, { year });
	const instrumentOf = (id: string) => findInstrument(context.catalogue, id);
	const ids = [...new Set(targets.map(({ instrumentId }) => instrumentId))].filter(instrumentOf);
	const answers = ids.map(
		async (instrumentId) =>
			[instrumentId, await fetch(context, targetDistributions, { year, instrumentId })] as const
	);
	const table = assessTargets({
		targets,
		distributions: new Map(await Promise.all(answers)),
		scaleOf: (target) => findGoalScale(instrumentOf(target.instrumentId), target)
	});
	return toFileResponse(toCsv(toKeyFigureRows(table)), `nyckeltal-${year}.csv`);
};
