import {
	countedCases,
	listCountedCases,
	listCountedInterventions
} from '#lib/cases/server/material/queries.ts';
import { listCountedAnswers, listCountedScores } from '#lib/collection/server/material/queries.ts';
import { listCountedMissed, type CountedMissed } from '#lib/plans/server/material/queries.ts';
import { opinionInstrument, variablesInstrument, type Material } from '../../material.ts';
import { withhold, type Withheld } from '#lib/outcomes/disclosure/withheld.ts';
import { read } from '#lib/shared/server/read.ts';

export interface ReportMaterialInput {
	/** Which report, with its filter as in the address: two reports that differ by one person can be seen afterwards. */
	readonly asked: string;
}

/**
 * The cases that a report counts, for the disclosure control: a manager's own unit, a provider's own interventions, for
 * the administration of the follow-up the whole board. Responses that may not be used are not in it. Logged with what was
 * asked.
 */
export const reportMaterial = read({
	name: 'reportMaterial',
	permission: 'result:read',
	audit: 'always',
	subject: ({ asked }: ReportMaterialInput) => ({ type: 'report', id: null, reason: asked }),
	async run(work, _input: ReportMaterialInput): Promise<Withheld<Material>> {
		const within = countedCases(work);
		const cases = await listCountedCases(work);
		const interventions = Map.groupBy(await listCountedInterventions(work), ({ caseId }) => caseId);
		const scores = Map.groupBy(await listCountedScores(work, within), ({ caseId }) => caseId);
		const answers = Map.groupBy(
			await listCountedAnswers(work, within, [variablesInstrument, opinionInstrument]),
			({ caseId }) => caseId
		);
		const missed = Map.groupBy(await listCountedMissed(work, within), ({ caseId }) => caseId);
		const clients = new Map<string, number>();
		return withhold({
			seenOn: work.today,
			cases: cases.map(({ id, clientId, ...facts }, key) => {
				const client = clients.get(clientId) ?? clients.size;
				clients.set(clientId, client);
				const latest = (instrumentId: string) =>
					answers.get(id)?.findLast((one) => one.instrumentId === instrumentId)?.answers ?? null;
				return {
					...facts,
					key,
					client,
					interventions: (interventions.get(id) ?? []).map(({ caseId: _case, ...rest }) => rest),
					scores: (scores.get(id) ?? []).map(({ caseId: _case, ...rest }) => rest),
					variables: latest(variablesInstrument),
					opinion: latest(opinionInstrument),
					missedAfter: missed.get(id)?.find(isMeasurementAfter)?.reason ?? null
				};
			})
		});
	}
});

const isAskedBeside: readonly (string | null)[] = [variablesInstrument, opinionInstrument];

function isMeasurementAfter({ phase, instrumentId }: CountedMissed): boolean {
	return phase === 'after' && !isAskedBeside.includes(instrumentId);
}
