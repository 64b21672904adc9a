import { redirect } from '@sveltejs/kit';
import { toRelyingParty } from '#lib/access/server/sign-in/relying-party.ts';
import { signOut } from '#lib/access/server/sign-in/sign-out.ts';
import { unlockWithCode, unlockWithPassword } from '#lib/access/server/sign-in/unlock.ts';
import type { SignInOutcome } from '#lib/access/server/sign-in/outcome.ts';
import { m } from '#lib/paraglide/messages.js';
import { dropSession, keepSession } from '../../../(sign-in)/attempt.server.ts';
import { failAttempt } from '../../../(sign-in)/fail-attempt.ts';
import { openLent } from '../open-lent.server.ts';
import { addressAfter } from './address-after.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { session } = await openLent(event);
	const { hasPassword, hasTotp, passkeyCount } = session;
	return {
		hasPassword,
		hasTotp,
		hasPasskey: passkeyCount > 0 && toRelyingParty(event.locals.signIn.publicUrl) !== null
	};
};

export const actions: Actions = {
	password: async (event) => {
		const { session } = await openLent(event);
		const password = String((await event.request.formData()).get('password') ?? '');
		return finish(event, await unlockWithPassword(event.locals.signIn, session, password), 'password');
	},
	code: async (event) => {
		const { session } = await openLent(event);
		const code = String((await event.request.formData()).get('code') ?? '');
		return finish(event, await unlockWithCode(event.locals.signIn, session, code), 'code');
	},
	/** For whoever signs in at the municipality, or has to be somewhere else: the session ends, the answers are kept. */
	leave: async ({ locals, cookies }) => {
		const { sessionToken } = locals.visit;
		if (sessionToken) await signOut(locals.signIn, sessionToken);
		dropSession(locals.signIn, cookies);
		redirect(303, '/sign-in');
	}
};

async function finish(event: RequestEvent, outcome: SignInOutcome, field: 'password' | 'code') {
	if (!outcome.ok) {
		if (outcome.problem.kind === 'ended') redirect(303, '/sign-in');
		return failAttempt(outcome.problem, field, m.lent_unlock_wrong());
	}
	const address = await addressAfter(event);
	await keepSession(event.locals.signIn, event.cookies, outcome.value.token);
	redirect(303, address);
}
