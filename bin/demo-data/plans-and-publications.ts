/** What the made-up board has done about its results: action plans at every stage, and two years that are published. */
import type { ProviderId } from '../../src/lib/shared/ids.ts';
import type { LocalDate } from '../../src/lib/shared/local-date.ts';
import { Problem } from '../../src/lib/shared/problem.ts';
import { publishResults } from '../../src/lib/reports/server/commands/publish-results.ts';
import { run } from '../../src/lib/shared/server/command.ts';
import type { Context } from '../../src/lib/shared/server/context.ts';
import type { ActionPlanId } from '../../src/lib/shared/ids.ts';
import type { PlanContent } from '../../src/lib/targets/action-plan.ts';
import { acceptActionPlan } from '../../src/lib/targets/server/commands/accept-action-plan.ts';
import { askForActionPlan } from '../../src/lib/targets/server/commands/ask-for-action-plan.ts';
import { closeActionPlan } from '../../src/lib/targets/server/commands/close-action-plan.ts';
import { sendActionPlan } from '../../src/lib/targets/server/commands/send-action-plan.ts';

const on = (context: Context, day: string): Context => ({
	...context,
	now: () => new Date(`${day}T12:00:00+01:00`)
});

const content: PlanContent = {
	seen: 'Påhittat: brukarna möter många olika personer på kvällar och helger. Det syns i schemat sedan i höstas.',
	measures:
		'Påhittat: fasta team på kvällarna.\nKontaktpersonen ringer varje brukare en gång i månaden.\nNya i arbetslaget går bredvid i två veckor.',
	responsible: 'Enhetschefen',
	doneBy: '2026-12-31' as LocalDate,
	followUp: 'Påhittat: antal personer per brukare och vecka följs i schemat varje månad.'
};

const items = ['sol_4', 'sol_3', 'sol_2', 'sol_5', 'sol_1'] as const;

interface Wanted {
	readonly year: number;
	readonly askedOn: string;
	readonly dueOn: string;
	readonly providers: readonly string[];
}

/** Asks about the first of the results that has been missed. Throws when there is none: then the demo has nothing to show. */
async function askAboutMissed(
	context: Context,
	providers: ReadonlyMap<string, ProviderId>,
	{ year, askedOn, dueOn, providers: names }: Wanted
): Promise<ActionPlanId> {
	for (const name of names) {
		const providerId = providers.get(name);
		for (const item of providerId ? items : []) {
			try {
				return await run(on(context, askedOn), askForActionPlan, {
					providerId: providerId as ProviderId,
					year,
					law: 'sol',
					instrumentId: 'simrishamn-sol',
					item,
					dueOn: dueOn as LocalDate,
					decisionReference: '§ 31 (påhittad)',
					comment: 'Påhittat: beskriv särskilt vad som skiljer kvällar från dagar.'
				});
			} catch (error) {
				const isNext =
					error instanceof Problem && (error.code === 'goal-not-missed' || error.code === 'already-exists');
				if (!isNext) throw error;
			}
		}
	}
	throw new Error(`Ingen av ${names.join(', ')} har missat ett mål ${year}.`);
}

/** One plan that has been closed by the next result, one that has come in, and one that the provider is to write. */
export async function addActionPlans(
	context: Context,
	providers: ReadonlyMap<string, ProviderId>
): Promise<void> {
	const closed = await askAboutMissed(context, providers, {
		year: 2024,
		askedOn: '2025-01-20',
		dueOn: '2025-03-20',
		providers: ['Utförare 3', 'Utförare 4', 'Utförare 6', 'Utförare 7']
	});
	await run(on(context, '2025-03-12'), sendActionPlan, { id: closed, content });
	await run(on(context, '2025-04-01'), acceptActionPlan, { id: closed, comment: null });
	await run(on(context, '2026-01-19'), closeActionPlan, { id: closed, year: 2025 });
	const sent = await askAboutMissed(context, providers, {
		year: 2025,
		askedOn: '2026-09-15',
		dueOn: '2026-11-15',
		providers: ['Utförare 4', 'Utförare 6', 'Utförare 7', 'Utförare 3']
	});
	await run(on(context, '2026-11-09'), sendActionPlan, { id: sent, content });
	const own = { askedOn: '2026-11-02', dueOn: '2027-01-15', providers: ['Utförare 1'] };
	await askAboutMissed(context, providers, { ...own, year: 2025 }).catch(() =>
		// Tabell 6: Mat, 2,33 against 2,50.
		askAboutMissed(context, providers, { ...own, year: 2013 })
	);
}

export async function publishYears(context: Context, boardName: string): Promise<void> {
	for (const [year, day] of [
		[2013, '2014-02-13'],
		[2025, '2026-02-12']
	] as const) {
		await run(on(context, day), publishResults, {
			year,
			decidedOn: day as LocalDate,
			decisionReference: '§ 14 (påhittad)',
			boardName
		});
	}
}
