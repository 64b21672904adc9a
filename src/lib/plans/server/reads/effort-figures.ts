import { managedUnits } from '../non-response/managed-units.ts';
import { countEffort, type EffortCount } from '#lib/cases/server/effort/queries.ts';
import { withhold, type Withheld } from '#lib/outcomes/disclosure/withheld.ts';
import { read } from '#lib/shared/server/read.ts';

/** What work in the cases of the units that the actor answers for costs in time and keys, for the disclosure control. */
export const effortFigures = read({
	name: 'effortFigures',
	permission: 'non-response:read',
	audit: 'none',
	subject: null,
	run: async (work, _input: Record<never, never>): Promise<Withheld<readonly EffortCount[]>> =>
		withhold(await countEffort(work, managedUnits(work.actor)))
});
