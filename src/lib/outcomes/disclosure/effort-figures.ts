import { findDisclosureRule } from './disclosure-rules.ts';
import { hidden, show, type Shown } from './shown.ts';
import type { Withheld } from './withheld.ts';

/** What a kind of work has cost, over so many cases. */
interface EffortOfGroup {
	readonly kind: string;
	readonly instrumentId: string | null;
	readonly cases: number;
	readonly medianSeconds: number;
	readonly medianKeystrokes: number | null;
}

export interface EffortFigure {
	readonly kind: string;
	readonly instrumentId: string | null;
	readonly cases: Shown<number>;
	readonly medianSeconds: Shown<number>;
	/** Not applicable where no keys were counted. */
	readonly medianKeystrokes: Shown<number>;
}

const { smallestGroup } = findDisclosureRule({ audience: 'unit' });

/** The medians of groups that are large enough; of smaller ones only that there is something. */
export function discloseEffort(withheld: Withheld<readonly EffortOfGroup[]>): readonly EffortFigure[] {
	return withheld.openForControl().map(({ kind, instrumentId, cases, medianSeconds, medianKeystrokes }) => {
		const isEnough = cases >= smallestGroup;
		const pass = (value: number): Shown<number> => (isEnough ? show(value) : hidden);
		return {
			kind,
			instrumentId,
			cases: pass(cases),
			medianSeconds: pass(medianSeconds),
			medianKeystrokes: medianKeystrokes === null ? { kind: 'hidden', symbol: '.' } : pass(medianKeystrokes)
		};
	});
}
