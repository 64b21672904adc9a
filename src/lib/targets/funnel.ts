/**
 * Providers against what chance does to means of so many answers (Spiegelhalter 2005): limits around the target, narrower the
 * more answers there are. It says who lies outside, never who is best.
 */
import { funnelOfMeans, type FunnelLimits } from '#lib/outcomes/funnel-limits.ts';
import type { JudgedCell } from './assess-cell.ts';

/** With fewer providers a funnel is a poor picture, and the list with intervals says all. */
export const fewestInFunnel = 6;

export type FunnelPlace = 'inside' | 'beyond-inner' | 'beyond-outer';

export interface TargetFunnel {
	/** The standard deviation within providers. */
	readonly spreadWithin: number;
	/** The limits, from a little fewer answers than the smallest provider has to a little more than the largest. */
	readonly steps: readonly ({ readonly n: number } & FunnelLimits)[];
	/** Where each shown provider lies, by its key. */
	readonly places: Readonly<Record<string, FunnelPlace>>;
}

interface Input {
	/** In points. */
	readonly target: number;
	/** Null when no spread is known. */
	readonly spreadWithin: number | null;
	/** The shown results by provider. */
	readonly shown: readonly { readonly key: string; readonly cell: Pick<JudgedCell, 'n' | 'sum'> }[];
}

/** Null with fewer than six providers, or without any spread to reckon limits from. */
export function assessFunnel({ target, spreadWithin, shown }: Input): TargetFunnel | null {
	if (spreadWithin === null || shown.length < fewestInFunnel) return null;
	return {
		spreadWithin,
		steps: listSteps(shown.map(({ cell }) => cell.n)).flatMap((n) => {
			const limits = funnelOfMeans(target, spreadWithin, n);
			return limits ? [{ n, ...limits }] : [];
		}),
		places: Object.fromEntries(
			shown.map(({ key, cell }) => [
				key,
				placeOf(cell.sum / cell.n, funnelOfMeans(target, spreadWithin, cell.n))
			])
		)
	};
}

function placeOf(mean: number, limits: FunnelLimits | null): FunnelPlace {
	const isIn = ({ low, high }: { low: number; high: number }): boolean => mean >= low && mean <= high;
	if (!limits || isIn(limits.inner)) return 'inside';
	return isIn(limits.outer) ? 'beyond-inner' : 'beyond-outer';
}

const mostSteps = 60;

function listSteps(counts: readonly number[]): readonly number[] {
	const first = Math.max(2, Math.floor(Math.min(...counts) * 0.8));
	const last = Math.ceil(Math.max(...counts) * 1.1) + 1;
	const step = Math.max(1, Math.ceil((last - first) / mostSteps));
	const ns = Array.from({ length: Math.ceil((last - first) / step) }, (_, index) => first + index * step);
	return [...ns, last];
}
