/** Choosing a second factor: the same for the first one and for one more. */
import { fail } from '@sveltejs/kit';
import { toQrPath } from '#lib/shared/ui/qr-path.ts';
import { toRelyingParty } from '#lib/access/server/sign-in/relying-party.ts';
import { enrolTotp, pendingTotp } from '#lib/access/server/sign-in/enrol-totp.ts';
import type { StaffSession } from '#lib/access/staff-session.ts';
import { m } from '#lib/paraglide/messages.js';
import { Problem } from '#lib/shared/problem.ts';
import { refuseField } from '#lib/shared/refused-form.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { keepSession } from './attempt.server.ts';

/** What the page shows before anything is chosen. */
export function describeEnrolment(locals: App.Locals, session: StaffSession) {
	const { key, uri } = pendingTotp(locals.signIn, session);
	return {
		email: session.email,
		/** In groups of four, as people read it. */
		key: key.replaceAll(/(.{4})(?=.)/g, '$1 '),
		uri,
		qr: toQrPath(uri),
		canUsePasskeys: toRelyingParty(locals.signIn.publicUrl) !== null
	};
}

/** Takes the app into use; gives the backup codes, which are seen this once. */
export async function takeTotpIntoUse({ locals, request, cookies }: RequestEvent, session: StaffSession) {
	const code = String((await request.formData()).get('code') ?? '');
	const enrolled = await enrolTotp(locals.signIn, session, code, request.headers.get('user-agent'));
	if (!enrolled.ok) {
		if (enrolled.problem === 'not-allowed') throw new Problem('fresh-sign-in-required');
		return fail(422, {
			...refuseField({}, 'code', m.access_enrol_code_wrong()),
			codes: [] as readonly string[]
		});
	}
	await keepSession(locals.signIn, cookies, enrolled.value.token);
	return { errors: {} as Record<string, string>, values: {}, codes: enrolled.value.codes };
}
