import type { Quarter } from '#lib/shared/local-date.ts';
import { toQuarter } from '#lib/shared/local-date.ts';
import type { ExportOrder } from './export-order.ts';

/** Whether all the quarters lie within the order's days. A quarter that the days cut in two counts as a whole one. */
export function liesWithin(
	quarters: readonly Quarter[],
	{ fromDay, toDay }: Pick<ExportOrder, 'fromDay' | 'toDay'>
): boolean {
	const from = fromDay === null ? null : toQuarter(fromDay);
	const to = toDay === null ? null : toQuarter(toDay);
	return quarters.every((quarter) => (from === null || quarter >= from) && (to === null || quarter <= to));
}
