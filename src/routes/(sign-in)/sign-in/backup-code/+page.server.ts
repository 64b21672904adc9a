import { redirect } from '@sveltejs/kit';
import { signInWithBackupCode } from '#lib/access/server/sign-in/with-code.ts';
import { m } from '#lib/paraglide/messages.js';
import { keepSession, pathOnwards, readVisitor, requireHalf } from '../../attempt.server.ts';
import { failAttempt } from '../../fail-attempt.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const { email, hasTotp } = requireHalf(locals, url);
	return { email, back: `${hasTotp ? '/sign-in/code' : '/sign-in/passkey'}${url.search}` };
};

export const actions: Actions = {
	default: async (event) => {
		const { locals, request, cookies, url } = event;
		const half = requireHalf(locals, url);
		const code = String((await request.formData()).get('code') ?? '');
		const outcome = await signInWithBackupCode(locals.signIn, half, code, readVisitor(event).userAgent);
		if (!outcome.ok) {
			if (outcome.problem.kind === 'ended') redirect(303, '/sign-in');
			return failAttempt(outcome.problem, 'code', m.access_backup_code_wrong());
		}
		const session = await keepSession(locals.signIn, cookies, outcome.value.token);
		redirect(303, pathOnwards(session, url.searchParams.get('next')));
	}
};
