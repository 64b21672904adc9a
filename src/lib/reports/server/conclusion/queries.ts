/** Rows of conclusions to and from what the rest of the program knows. */
import { and, desc, eq } from 'drizzle-orm';
import { reachOf } from '#lib/access/permissions.ts';
import type { ConclusionId } from '#lib/shared/ids.ts';
import type { Work } from '#lib/shared/server/work.ts';
import type { Conclusion, StepTexts } from '../../conclusion.ts';
import { reportConclusions } from '../conclusion-tables.ts';

export interface ConclusionPlace {
	readonly report: string;
	/** The filter as in the report's address, in its one order. */
	readonly query: string;
}

interface Content {
	readonly query: string;
	readonly steps: StepTexts;
}

/** Whose figures the actor sees, which is whose conclusions they read and write. */
export function scopeOf({ actor }: Pick<Work, 'actor'>): string {
	const reach = reachOf(actor, 'result:read');
	if (reach.kind === 'board') return 'board';
	return reach.unprotectedIn === 'all' ? 'all units' : [...reach.unprotectedIn].toSorted().join(' ');
}

type Scope = Pick<Work, 'tx' | 'boardId' | 'cipher'>;

export async function insertConclusion(
	{ tx, boardId, cipher }: Scope,
	id: ConclusionId,
	{ report, query }: ConclusionPlace,
	scope: string,
	{ steps, writtenAt, writtenBy }: Conclusion
): Promise<void> {
	const content: Content = { query, steps };
	const sealed = (await cipher()).seal('report_conclusions.content', id, JSON.stringify(content));
	await tx
		.insert(reportConclusions)
		.values({ boardId, id, report, scope, content: sealed, writtenAt, writtenBy });
}

/** What was last written to the report with the very filter; null when nothing has been. */
export async function findConclusion(
	{ tx, boardId, cipher }: Scope,
	{ report, query }: ConclusionPlace,
	scope: string
): Promise<Conclusion | null> {
	const { open } = await cipher();
	const rows = await tx
		.select()
		.from(reportConclusions)
		.where(
			and(
				eq(reportConclusions.boardId, boardId),
				eq(reportConclusions.report, report),
				eq(reportConclusions.scope, scope)
			)
		)
		.orderBy(desc(reportConclusions.writtenAt), desc(reportConclusions.id));
	// The filter is sealed with the texts: which one it is has to be seen after opening.
	for (const { id, content, writtenAt, writtenBy } of rows) {
		const found = JSON.parse(open('report_conclusions.content', id, content)) as Content;
		if (found.query === query) return { steps: found.steps, writtenAt, writtenBy };
	}
	return null;
}
