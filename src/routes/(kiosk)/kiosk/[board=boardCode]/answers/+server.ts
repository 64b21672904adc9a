import * as v from 'valibot';
import { takeKioskAnswers } from '#lib/kiosk/server/commands/take-kiosk-answers.ts';
import { maxSealedLength } from '#lib/kiosk/seal-suite.ts';
import { maxBodyBytes } from '#lib/shared/body-limits.ts';
import { parseJson } from '#lib/shared/parse-json.ts';
import { Problem } from '#lib/shared/problem.ts';
import { run } from '#lib/shared/server/command.ts';
import { contextOfKiosk } from '../kiosk-context.server.ts';
import { requireKioskToken } from '#lib/kiosk/server/kiosk-cookie.ts';
import { toProblemResponse } from '../problem-response.server.ts';
import type { RequestHandler } from './$types';

const schema = v.strictObject({
	sealed: v.pipe(
		v.array(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]+$/), v.maxLength(maxSealedLength))),
		v.minLength(1),
		v.maxLength(50)
	)
});

/** Answers that visitors have left on a tablet, sealed. Says of each whether it is stored. */
export const POST: RequestHandler = async ({ locals, params, cookies, request }) => {
	try {
		const token = requireKioskToken(cookies, locals.signIn.publicUrl);
		const { context } = await contextOfKiosk(locals, params.board);
		const read = parseJson(await request.text(), maxBodyBytes);
		const body = v.safeParse(schema, read.ok ? read.value : null);
		if (!body.success) throw new Problem('invalid-input');
		const taken = await run(context, takeKioskAnswers, { token, ...body.output });
		// Not "storage": that would take away what still waits. Not "cookies": the only one is the tablet's own.
		return Response.json({ taken }, { headers: { 'clear-site-data': '"cache"' } });
	} catch (problem) {
		return toProblemResponse(problem);
	}
};
