import { fail } from '@sveltejs/kit';
import { beginMunicipalSignIn } from '#lib/access/server/sign-in/with-municipality.ts';
import { m } from '#lib/paraglide/messages.js';
import { Problem } from '#lib/shared/problem.ts';
import { readVisitor } from '../../attempt.server.ts';
import { setRawCookies } from '../../raw-cookies.server.ts';
import { waitWords } from '../../wait-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	const { municipality } = locals.signIn;
	if (!municipality) throw new Problem('not-found');
	return { name: municipality.name || m.access_municipality_unnamed() };
};

/**
 * The page that comes back leads on by itself: browsers do not follow a form to another site than `form-action` names,
 * and which sites an identity provider sends people through is not known here.
 */
export const actions: Actions = {
	default: async (event) => {
		const { locals, request, url, setHeaders, cookies } = event;
		const isAgain = (await request.formData()).get('again') === '1';
		const next = url.searchParams.get('next') ?? '/';
		const begun = await beginMunicipalSignIn(locals.signIn, next, isAgain, readVisitor(event).address);
		if (begun.ok) {
			setRawCookies(cookies, begun.value.setCookies);
			setHeaders({ refresh: `0; url=${begun.value.url}` });
			return { url: begun.value.url, problem: null };
		}
		const { problem } = begun;
		return problem.kind === 'throttled'
			? fail(429, { url: null, problem: waitWords(problem.waitSeconds) })
			: fail(503, { url: null, problem: m.access_municipality_unreachable() });
	}
};
