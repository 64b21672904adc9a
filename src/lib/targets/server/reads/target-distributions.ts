import { reachesProvider } from '#lib/access/permissions.ts';
import { countDistributions, type DistributionsWanted } from '../answers/queries.ts';
import type { ItemDistribution } from '../../item-distribution.ts';
import type { Withheld } from '#lib/outcomes/disclosure/withheld.ts';
import { read } from '#lib/shared/server/read.ts';

/**
 * How each provider's anonymous answers of the year fall over the scores of each scored question, for the disclosure
 * control; for a provider's own staff only their provider's. Answers of the quarter that is still running are not in it,
 * nor few answers alone.
 */
export const targetDistributions = read({
	name: 'targetDistributions',
	permission: 'target:read',
	audit: 'none',
	subject: null,
	run: (work, input: DistributionsWanted): Promise<Withheld<readonly ItemDistribution[]>> =>
		countDistributions(work, input, (providerId) => reachesProvider(work.reach, providerId))
});
