/** The document for the board about one year and act, as the page and the PDF both have it. */
import { reachOf } from '#lib/access/permissions.ts';
import type { PrintedDocument } from '#lib/shared/document.ts';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { listTargetYears } from '#lib/targets/server/reads/list-target-years.ts';
import type { TargetLaw } from '#lib/targets/target.ts';
import { toBoardDocument } from '#lib/targets/ui/board-document.ts';
import { findBoardOf } from '../../../visitor.server.ts';
import { assessYear } from '../assess-year.server.ts';
import { parseBoardQuery } from '../board-query.ts';

export interface MadeDocument {
	readonly year: number;
	readonly law: TargetLaw;
	readonly document: PrintedDocument;
}

const mostEarlierYears = 4;

/** Throws the Problem `not-found` when the year has no targets under the act. */
export async function makeDocument(locals: App.Locals, url: URL): Promise<MadeDocument> {
	const query = parseBoardQuery(url.searchParams);
	if (!query) throw new Problem('invalid-input');
	const years = await fetch(locals.context, listTargetYears, {});
	const year = query.year ?? years[0];
	if (year === undefined) throw new Problem('not-found');
	const { view } = await assessYear(locals, year, query.law, { countsComplete: true });
	if (view.table.goals.length === 0) throw new Problem('not-found');
	const before = years.filter((one) => one < year).slice(0, mostEarlierYears);
	const earlier = await Promise.all(before.map((one) => assessYear(locals, one, view.law)));
	const now = locals.context.now();
	const document = toBoardDocument({
		view,
		earlier: earlier
			.map((shown) => shown.view)
			.filter(({ table }) => table.goals.length > 0)
			.toSorted((a, b) => a.year - b.year),
		boardName: (await findBoardOf(locals))?.name ?? '',
		isOwn: reachOf(locals.actor, 'target:read').kind === 'part',
		madeOn: toLocalDate(now),
		madeAt: now,
		language: locals.locale
	});
	return { year, law: view.law, document };
}
