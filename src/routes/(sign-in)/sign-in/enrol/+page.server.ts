import { redirect } from '@sveltejs/kit';
import { nextStep, type StaffSession } from '#lib/access/staff-session.ts';
import { pathOnwards } from '../../attempt.server.ts';
import { describeEnrolment, takeTotpIntoUse } from '../../enrolment.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const { session } = locals.visit;
	const next = url.searchParams.get('next');
	if (!session || nextStep(session) === 'second-factor') redirect(303, pathOnwards(session, next));
	const onwards = pathOnwards(wholeOf(session), next);
	return {
		email: session.email,
		next: onwards,
		offer: session.secondFactor ? null : describeEnrolment(locals, session)
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { session } = event.locals.visit;
		if (!session || nextStep(session) !== 'enrol') {
			redirect(303, pathOnwards(session, event.url.searchParams.get('next')));
		}
		return takeTotpIntoUse(event, session);
	}
};

/** The session as it will be when the factor has been chosen: where it leads then. */
function wholeOf(session: StaffSession): StaffSession {
	return session.secondFactor ? session : { ...session, secondFactor: 'totp', signedInAt: new Date(0) };
}
