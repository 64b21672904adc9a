import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { findGoalWording } from '#lib/targets/goal-wording.ts';
import type { Target } from '#lib/targets/target.ts';
import type { BoardGoal } from '#lib/targets/ui/board-view.ts';

/** The words for a goal, with the form's name and version. */
export function wordGoal({ context, locale }: App.Locals, target: Target): BoardGoal {
	const instrument = findInstrument(context.catalogue, target.instrumentId);
	return {
		...findGoalWording(instrument, target, locale),
		instrument: textIn(instrument?.title ?? null, locale) ?? target.instrumentId,
		version: instrument?.version ?? ''
	};
}
