import { fail, redirect } from '@sveltejs/kit';
import { shortestPassword } from '#lib/access/password-rules.ts';
import { acceptInvitation, findInvitation } from '#lib/access/server/sign-in/accept-invitation.ts';
import { refuseField } from '#lib/shared/refused-form.ts';
import { keepSession, pathOnwards } from '../../attempt.server.ts';
import { passwordWords } from '../../password-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const invited = await findInvitation(locals.signIn, params.token);
	return {
		invited: invited ? { name: invited.name, email: invited.email } : null,
		shortest: shortestPassword
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request, cookies }) => {
		const password = String((await request.formData()).get('password') ?? '');
		const agent = request.headers.get('user-agent');
		const accepted = await acceptInvitation(locals.signIn, params.token, password, agent);
		if (!accepted.ok) {
			// The page itself then says that the link is of no use any longer.
			if (accepted.problem === 'unknown') return fail(410, refuseField({}, 'password', ''));
			return fail(422, refuseField({}, 'password', passwordWords(accepted.problem)));
		}
		redirect(303, pathOnwards(await keepSession(locals.signIn, cookies, accepted.value.token), null));
	}
};
