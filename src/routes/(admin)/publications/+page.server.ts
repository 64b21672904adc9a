import { listPublications } from '#lib/reports/server/reads/list-publications.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { listTargetYears } from '#lib/targets/server/reads/list-target-years.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const [years, publications] = await Promise.all([
		fetch(locals.context, listTargetYears, {}),
		fetch(locals.context, listPublications, {})
	]);
	return {
		years: years.map((year) => {
			const current = publications.find((one) => one.year === year && one.ended === null);
			return { year, publishedOn: current?.publishedOn ?? null, version: current?.version ?? null };
		})
	};
};
