import { listTargetsOfYear } from '../queries.ts';
import type { Target, TargetLaw } from '../../target.ts';
import { read } from '#lib/shared/server/read.ts';

export interface ListTargetsInput {
	readonly year: number;
	readonly law?: TargetLaw;
}

/** The targets that hold for the year, by law, instrument and question. */
export const listTargets = read({
	name: 'listTargets',
	permission: 'target:read',
	audit: 'none',
	subject: null,
	run: (work, { year, law }: ListTargetsInput): Promise<readonly Target[]> =>
		listTargetsOfYear(work, year, law)
});
