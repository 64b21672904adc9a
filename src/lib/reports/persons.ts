import type { MaterialCase } from './material.ts';

/** One row a person: the facts of their first case, and the values of all of them together. */
export function toPersons(cases: readonly MaterialCase[]): readonly MaterialCase[] {
	return [...Map.groupBy(cases, ({ client }) => client).values()].flatMap((own) => {
		const [first] = own;
		if (!first) return [];
		return [
			{
				...first,
				interventions: own.flatMap(({ interventions }) => interventions),
				scores: own.flatMap(({ scores }) => scores),
				variables: own.findLast(({ variables }) => variables !== null)?.variables ?? null,
				opinion: own.findLast(({ opinion }) => opinion !== null)?.opinion ?? null
			}
		];
	});
}
