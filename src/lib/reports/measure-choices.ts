/** The scales that somebody has been measured with, to choose among for a before-and-after figure. */
import type { MaterialCase } from './material.ts';
import type { FindInstrument } from './answer-question.ts';

export interface MeasureChoice {
	/** As in the address: "audit/total". */
	readonly key: string;
	readonly instrumentId: string;
	readonly scale: string;
	/** The version that most were measured with; others are not compared with it. */
	readonly version: string;
}

/** The most used first, of each instrument its scales in the form's order. */
export function listMeasures(
	cases: readonly MaterialCase[],
	findInstrument: FindInstrument
): readonly MeasureChoice[] {
	const uses = new Map<string, Map<string, number>>();
	for (const { scores } of cases) {
		for (const { instrumentId, version } of scores) {
			const versions = uses.get(instrumentId) ?? new Map<string, number>();
			versions.set(version, (versions.get(version) ?? 0) + 1);
			uses.set(instrumentId, versions);
		}
	}
	const total = (versions: ReadonlyMap<string, number>): number =>
		[...versions.values()].reduce((sum, count) => sum + count, 0);
	return [...uses]
		.toSorted(([a, ofA], [b, ofB]) => total(ofB) - total(ofA) || a.localeCompare(b))
		.flatMap(([instrumentId, versions]) => {
			const [[version = ''] = []] = [...versions].toSorted(([, a], [, b]) => b - a);
			const scales = findInstrument(instrumentId)?.scales ?? [];
			return scales.map(({ name }) => ({
				key: `${instrumentId}/${name}`,
				instrumentId,
				scale: name,
				version
			}));
		});
}
