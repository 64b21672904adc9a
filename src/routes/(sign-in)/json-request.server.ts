/** The passkey endpoints speak JSON with the page's own code. */
import { parseJson } from '#lib/shared/parse-json.ts';
import { Problem } from '#lib/shared/problem.ts';
import { problemMessage } from '#lib/shared/problem-message.ts';

const longestBody = 20_000;

/** The request's body as an object; the Problem `invalid-input` when it is none, or far too long. */
export async function readJson(request: Request): Promise<Readonly<Record<string, unknown>>> {
	const text = await request.text();
	const read = parseJson(text, longestBody);
	if (!read.ok) throw new Problem(read.problem === 'too-long' ? 'body-too-large' : 'invalid-input');
	const content = read.value;
	if (typeof content !== 'object' || content === null || Array.isArray(content))
		throw new Problem('invalid-input');
	return content as Readonly<Record<string, unknown>>;
}

/** A refusal as the page's code shows it. */
export function refuseJson(status: number, message: string): Response {
	return Response.json({ message }, { status });
}

/** Problems as JSON, since the page's code cannot show an error page. */
export async function answerJson(work: () => Promise<Response>): Promise<Response> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof Problem) return refuseJson(error.status, problemMessage(error.code, error.details));
		throw error;
	}
}
