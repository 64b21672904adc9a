import { findCurrentPublication, listPublicationRows, type ShownPublication } from '../queries.ts';
import { Problem } from '#lib/shared/problem.ts';
import { read } from '#lib/shared/server/read.ts';

export interface PublishedResults extends ShownPublication {
	/** The years that are out, the latest first. */
	readonly years: readonly number[];
}

/** What the board shows everybody of a year. Throws the Problem `not-found` when nothing of it is out. */
export const publishedResults = read({
	name: 'publishedResults',
	permission: 'publication:read',
	audit: 'none',
	subject: null,
	async run(work, { year }: { readonly year: number }): Promise<PublishedResults> {
		const shown = await findCurrentPublication(work, year);
		if (!shown) throw new Problem('not-found');
		const all = await listPublicationRows(work);
		return { ...shown, years: all.filter(({ ended }) => ended === null).map((one) => one.year) };
	}
});
