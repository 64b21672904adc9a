/** A provider's verdict on one goal in one year, for what the board does about it. Goes through the disclosure control. */
import { assessResult } from '../../assess-result.ts';
import type { PlannedResult } from '../../action-plan.ts';
import type { JudgedCell } from '../../assess-cell.ts';
import { findGoalScale } from '../../goal-wording.ts';
import { countDistributions } from '../answers/queries.ts';
import { listTargetsOfYear } from '../queries.ts';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import type { Work } from '#lib/shared/server/work.ts';

/** The judged result against that year's own target, or null when there is none that may be shown. */
export async function judgeYear(work: Work, asked: PlannedResult): Promise<JudgedCell | null> {
	const { year, law, instrumentId, item, providerId } = asked;
	const instrument = findInstrument(work.catalogue, instrumentId);
	const targets = await listTargetsOfYear(work, year, law);
	const target = targets.find((one) => one.instrumentId === instrumentId && one.item === item);
	if (!instrument || !target) return null;
	const result = assessResult({
		target,
		scale: findGoalScale(instrument, target),
		distributions: await countDistributions(work, { year, instrumentId }, (id) => id === providerId),
		providerId
	});
	return result?.cell.kind === 'shown' ? result.cell.value : null;
}
