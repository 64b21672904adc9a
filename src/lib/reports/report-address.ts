/** What a report's address says, in one order: the same report always has the same. */
import { writeCrosstab, type Crosstab } from './crosstab.ts';
import { writeReportFilter, type ReportFilter } from './report-filter.ts';
import type { ReportGrouping } from './report-groups.ts';

export interface AskedInAddress {
	readonly filter: ReportFilter;
	readonly by: ReportGrouping | null;
	readonly measure: string | null;
	readonly crosstab: Crosstab | null;
	readonly population?: number | null;
}

export function writeReportQuery({
	filter,
	by,
	measure,
	crosstab,
	population = null
}: AskedInAddress): URLSearchParams {
	const written = writeReportFilter(filter);
	if (by) written.set('by', by);
	if (measure) written.set('measure', measure);
	if (crosstab) for (const [key, value] of writeCrosstab(crosstab)) written.set(key, value);
	if (population !== null) written.set('population', String(population));
	return written;
}
