import { Problem, problems, type ProblemCode } from '#lib/shared/problem.ts';
import type { PageServerLoad } from './$types';

/** Where hooks.server.ts sends a request that may not go on: throws the problem so that the error page shows it. */
export const load: PageServerLoad = ({ params }) => {
	throw new Problem(Object.hasOwn(problems, params.code) ? (params.code as ProblemCode) : 'not-found');
};
