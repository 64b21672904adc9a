import { redirect } from '@sveltejs/kit';
import { signOut } from '#lib/access/server/sign-in/sign-out.ts';
import { dropSession } from '../attempt.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({ isSignedIn: locals.visit.session !== null });

export const actions: Actions = {
	default: async ({ locals, cookies }) => {
		const { sessionToken } = locals.visit;
		if (sessionToken) await signOut(locals.signIn, sessionToken);
		dropSession(locals.signIn, cookies);
		redirect(303, '/sign-out');
	}
};
