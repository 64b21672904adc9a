import { redirect } from '@sveltejs/kit';
import { isFresh } from '#lib/access/session-limits.ts';
import { requireWhole } from '../../attempt.server.ts';
import { describeEnrolment, takeTotpIntoUse } from '../../enrolment.server.ts';
import type { Actions, PageServerLoad } from './$types';

const again = '/sign-in?again=1&next=/account/second-factor';

export const load: PageServerLoad = ({ locals, url }) => {
	const session = requireWhole(locals, url);
	if (!isFresh(session.signedInAt, locals.signIn.now())) redirect(303, again);
	return { email: session.email, offer: describeEnrolment(locals, session) };
};

export const actions: Actions = {
	default: async (event) => {
		const session = requireWhole(event.locals, event.url);
		if (!isFresh(session.signedInAt, event.locals.signIn.now())) redirect(303, again);
		return takeTotpIntoUse(event, session);
	}
};
