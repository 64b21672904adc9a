import { fail, redirect } from '@sveltejs/kit';
import { shortestPassword } from '#lib/access/password-rules.ts';
import {
	acceptInvitation,
	acceptSignedIn,
	findInvitation,
	type InvitationProblem
} from '#lib/access/server/sign-in/accept-invitation.ts';
import { m } from '#lib/paraglide/messages.js';
import { refuseField } from '#lib/shared/refused-form.ts';
import { readFields } from '#lib/shared/server/parse-form.ts';
import { keepSession, pathOnwards } from '../../attempt.server.ts';
import { passwordWords } from '../../password-words.ts';
import { waitWords } from '../../wait-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const invited = await findInvitation(locals.signIn, params.token);
	const { session } = locals.visit;
	const isTheirs = invited !== null && session?.staffId === invited.userId;
	return {
		// The same for everybody who holds the link, whether or not there is an account with the address.
		invited: invited ? { name: invited.name, email: invited.email } : null,
		mayAccept: isTheirs && invited.guestOf !== null && session.secondFactor !== null,
		shortest: shortestPassword
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request, cookies }) => {
		const fields = readFields(await request.formData());
		const { session } = locals.visit;
		if (fields['accept'] === 'yes' && session) {
			const isAccepted = await acceptSignedIn(locals.signIn, params.token, session);
			redirect(303, isAccepted ? '/sign-in/board' : `/invitation/${params.token}`);
		}
		const agent = request.headers.get('user-agent');
		const accepted = await acceptInvitation(locals.signIn, params.token, fields['password'] ?? '', agent);
		if (!accepted.ok) return refuse(accepted.problem);
		redirect(303, pathOnwards(await keepSession(locals.signIn, cookies, accepted.value.token), null));
	}
};

function refuse(problem: InvitationProblem) {
	if (typeof problem === 'object')
		return fail(429, refuseField({}, 'password', waitWords(problem.waitSeconds)));
	// The page itself then says that the link is of no use any longer.
	if (problem === 'unknown') return fail(410, refuseField({}, 'password', ''));
	const words = problem === 'not-accepted' ? m.access_invitation_not_accepted() : passwordWords(problem);
	return fail(422, refuseField({}, 'password', words));
}
