import { endPublication } from '../queries.ts';
import type { PublicationId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';
import { requireFreshSignIn } from '#lib/shared/server/require-fresh-sign-in.ts';

export interface WithdrawPublicationInput {
	readonly year: number;
	readonly comment: string;
}

/** Takes the year's page and files away from the public. They stay in the history. Refuses a year that is not out. */
export const withdrawPublication = command({
	name: 'withdrawPublication',
	permission: 'result:publish',
	audit: 'always',
	subject: ({ year }: WithdrawPublicationInput, id: PublicationId) => ({
		type: 'publication',
		id,
		reason: String(year)
	}),
	async run(work, { year, comment }: WithdrawPublicationInput): Promise<PublicationId> {
		const { actor, today: on, now } = work;
		requireFreshSignIn(actor, now);
		const by = actor.kind === 'staff' ? actor.staffId : 'genklang';
		const id = await endPublication(work, year, { on, by, because: 'withdrawn', comment });
		if (id === null) throw new Problem('not-found');
		return id;
	}
});
