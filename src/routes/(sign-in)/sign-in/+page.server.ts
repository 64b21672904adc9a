import { redirect } from '@sveltejs/kit';
import { toRelyingParty } from '#lib/access/server/sign-in/relying-party.ts';
import { signInWithPassword } from '#lib/access/server/sign-in/with-password.ts';
import { codeAt, toStep } from '#lib/access/server/totp.ts';
import { toSafePath } from '#lib/access/safe-path.ts';
import { demoAccounts, demoPassword } from '#lib/demo/demo-accounts.ts';
import { m } from '#lib/paraglide/messages.js';
import { keepSession, pathOnwards, readVisitor } from '../attempt.server.ts';
import { failAttempt } from '../fail-attempt.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const { signIn, visit, isDemo } = locals;
	const next = toSafePath(url.searchParams.get('next'));
	const isAgain = url.searchParams.has('again') && visit.session !== null;
	if (visit.session?.secondFactor && !isAgain) redirect(303, pathOnwards(visit.session, next));
	return {
		next,
		isAgain,
		email: isAgain ? (visit.session?.email ?? '') : '',
		isMunicipalityRefused: url.searchParams.get('refused') === 'municipality',
		municipality: signIn.municipality ? signIn.municipality.name || m.access_municipality_unnamed() : null,
		canUsePasskeys: toRelyingParty(signIn.publicUrl) !== null,
		demo: isDemo ? { password: demoPassword, accounts: listDemoAccounts(signIn.now()) } : null
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { locals, request, cookies, url } = event;
		const data = await request.formData();
		const email = String(data.get('email') ?? '').slice(0, 254);
		const password = String(data.get('password') ?? '');
		const outcome = await signInWithPassword(locals.signIn, { email, password, visitor: readVisitor(event) });
		if (!outcome.ok) {
			if (outcome.problem.kind === 'ended') redirect(303, '/sign-in');
			return failAttempt(outcome.problem, 'email', m.access_password_wrong(), { email });
		}
		const session = await keepSession(locals.signIn, cookies, outcome.value.token);
		redirect(303, pathOnwards(session, url.searchParams.get('next')));
	}
};

/** The made-up accounts with the code their app shows just now. */
function listDemoAccounts(now: Date) {
	return demoAccounts.map(({ email, name, totpSecret }) => ({
		email,
		name,
		code: codeAt(Buffer.from(totpSecret), toStep(now))
	}));
}
