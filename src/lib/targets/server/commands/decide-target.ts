import { insertTarget } from '../queries.ts';
import { isTargetOnScale } from '../../target-on-scale.ts';
import type { Target } from '../../target.ts';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

/**
 * Registers what the board has decided for one question and year. A later decision takes its place and the earlier stays
 * readable. Refuses a question that is not scored (`invalid-input`), a target that the scale cannot show
 * (`target-outside-scale`) and two decisions on one day (`already-exists`).
 */
export const decideTarget = command({
	name: 'decideTarget',
	permission: 'target:write',
	audit: 'always',
	subject: (input: Target) => ({
		type: 'target',
		id: null,
		reason: `${input.year} ${input.law} ${input.instrumentId} ${input.item}`
	}),
	async run(work, input: Target): Promise<void> {
		const { year, law, instrumentId, item, goal, thousandths, comparison, decidedOn, decisionReference } =
			input;
		const scored = findInstrument(work.catalogue, instrumentId)?.items.find(({ name }) => name === item);
		if (!scored) throw new Problem('invalid-input', { field: 'item' });
		if (!isTargetOnScale(thousandths, scored)) {
			throw new Problem('target-outside-scale', { lowest: scored.lowest, highest: scored.highest });
		}
		await insertTarget(work, {
			year,
			law,
			instrumentId,
			item,
			goal,
			thousandths,
			comparison,
			decidedOn,
			decisionReference
		});
	}
});
