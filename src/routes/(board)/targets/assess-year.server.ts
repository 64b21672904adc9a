/** One year's table as the board, or a provider's own staff, may see it. Hidden groups carry no numbers after this. */
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { assessTargets } from '#lib/targets/assess-targets.ts';
import { findGoalScale } from '#lib/targets/goal-wording.ts';
import { listTargets } from '#lib/targets/server/reads/list-targets.ts';
import { targetDistributions } from '#lib/targets/server/reads/target-distributions.ts';
import type { Target, TargetLaw } from '#lib/targets/target.ts';
import type { BoardView } from '#lib/targets/ui/board-view.ts';
import { wordGoal } from './word-goal.server.ts';

export interface ShownYear {
	readonly view: BoardView;
	readonly laws: readonly TargetLaw[];
}

/** The latest year that anybody can be judged for, or else the latest with targets; null when there are none. */
export async function findYearWithResults(
	locals: App.Locals,
	years: readonly number[],
	law: TargetLaw | undefined
): Promise<ShownYear | null> {
	let latest: ShownYear | null = null;
	for (const year of years) {
		const shown = await assessYear(locals, year, law);
		if (shown.view.table.rows.some(({ goalsJudged }) => goalsJudged > 0)) return shown;
		latest ??= shown;
	}
	return latest;
}

export async function assessYear(
	locals: App.Locals,
	year: number,
	wanted: TargetLaw | undefined,
	more: { readonly countsComplete?: boolean } = {}
): Promise<ShownYear> {
	const targets = await fetch(locals.context, listTargets, { year });
	const laws = [...new Set(targets.map((target) => target.law))].sort().reverse();
	const law = wanted ?? laws[0] ?? 'sol';
	const chosen = targets.filter((target) => target.law === law);
	return { view: await assess(locals, { year, law, targets: chosen, ...more }), laws };
}

interface Chosen {
	readonly year: number;
	readonly law: TargetLaw;
	readonly targets: readonly Target[];
	readonly countsComplete?: boolean;
}

/** Everything that leaves for the browser has been through `assessTargets`: hidden groups carry no numbers after it. */
async function assess(
	locals: App.Locals,
	{ year, law, targets, countsComplete = false }: Chosen
): Promise<BoardView> {
	const { context } = locals;
	const instrumentOf = (target: Target) => findInstrument(context.catalogue, target.instrumentId);
	const known = new Set(
		targets.filter((target) => instrumentOf(target)).map(({ instrumentId }) => instrumentId)
	);
	const answers = [...known].map(
		async (instrumentId) =>
			[
				instrumentId,
				await fetch(context, targetDistributions, { year, instrumentId, countsComplete })
			] as const
	);
	const table = assessTargets({
		targets,
		distributions: new Map(await Promise.all(answers)),
		scaleOf: (target) => findGoalScale(instrumentOf(target), target)
	});
	return { year, law, table, goals: table.goals.map(({ target }) => wordGoal(locals, target)) };
}
