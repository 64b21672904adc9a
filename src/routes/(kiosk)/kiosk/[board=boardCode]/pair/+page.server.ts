import { fail, redirect } from '@sveltejs/kit';
import { pairKiosk } from '#lib/kiosk/server/commands/pair-kiosk.ts';
import { pairedHash } from '#lib/kiosk/signed-manifest.ts';
import { problemMessage } from '#lib/shared/problem-message.ts';
import { Problem } from '#lib/shared/problem.ts';
import { run } from '#lib/shared/server/command.ts';
import { readFields } from '#lib/shared/server/parse-form.ts';
import { contextOfKiosk } from '../kiosk-context.server.ts';
import { writeKioskCookie } from '#lib/kiosk/server/kiosk-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { board } = await contextOfKiosk(locals, params.board);
	return { boardName: board.name };
};

export const actions: Actions = {
	default: async ({ locals, params, request, cookies }) => {
		const { context } = await contextOfKiosk(locals, params.board);
		const { code = '' } = readFields(await request.formData());
		let verifyKey: string;
		try {
			const paired = await run(context, pairKiosk, { code });
			verifyKey = paired.verifyKey;
			writeKioskCookie(cookies, locals.signIn.publicUrl, paired.token);
		} catch (problem) {
			if (!(problem instanceof Problem) || problem.code !== 'kiosk-code-unknown') throw problem;
			return fail(problem.status, { code, error: problemMessage(problem.code) });
		}
		// What stands after # never leaves the tablet: its own program takes it from there.
		redirect(303, `/kiosk/${params.board}${pairedHash(verifyKey)}`);
	}
};
