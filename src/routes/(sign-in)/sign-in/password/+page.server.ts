import { fail, redirect } from '@sveltejs/kit';
import { changePassword, type ChangeProblem } from '#lib/access/server/sign-in/change-password.ts';
import { shortestPassword } from '#lib/access/password-rules.ts';
import { m } from '#lib/paraglide/messages.js';
import { refuseField } from '#lib/shared/refused-form.ts';
import { keepSession, requireWhole } from '../../attempt.server.ts';
import { passwordWords } from '../../password-words.ts';
import { waitWords } from '../../wait-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const { email, hasPassword } = requireWhole(locals, url);
	if (!hasPassword) redirect(303, '/account');
	return { email, shortest: shortestPassword };
};

export const actions: Actions = {
	default: async ({ locals, request, cookies, url }) => {
		const session = requireWhole(locals, url);
		const data = await request.formData();
		const changed = await changePassword(locals.signIn, session, {
			current: String(data.get('current') ?? ''),
			next: String(data.get('next') ?? ''),
			userAgent: request.headers.get('user-agent')
		});
		if (!changed.ok) return fail(422, refuseField({}, changed.problem.field, sayWrong(changed.problem)));
		await keepSession(locals.signIn, cookies, changed.value.token);
		redirect(303, '/account?changed=password');
	}
};

function sayWrong(problem: ChangeProblem): string {
	if (problem.field === 'next') {
		return problem.problem === 'same' ? m.access_password_same() : passwordWords(problem.problem);
	}
	return problem.problem === 'wrong'
		? m.access_password_current_wrong()
		: waitWords(problem.problem.waitSeconds);
}
