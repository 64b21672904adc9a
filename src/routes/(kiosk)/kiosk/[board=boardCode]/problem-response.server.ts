import { problemMessage } from '#lib/shared/problem-message.ts';
import { Problem } from '#lib/shared/problem.ts';

/** A refusal as the tablet's program reads it; what is no Problem is thrown on. */
export function toProblemResponse(problem: unknown): Response {
	if (!(problem instanceof Problem) || problem.status >= 500) throw problem;
	return Response.json({ message: problemMessage(problem.code) }, { status: problem.status });
}
