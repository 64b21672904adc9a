import { updateHoldAsLifted } from '../queries.ts';
import type { ClientId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface LiftHoldInput {
	readonly clientId: ClientId;
}

/** Ends a decision to keep somebody's record: from now on the rule decides again. */
export const liftHold = command({
	name: 'liftHold',
	permission: 'retention:decide',
	audit: 'always',
	subject: ({ clientId }: LiftHoldInput) => ({ type: 'client', id: clientId }),
	async run(work, { clientId }: LiftHoldInput): Promise<void> {
		if (!(await updateHoldAsLifted(work, clientId, work.today))) throw new Problem('not-found');
	}
});
