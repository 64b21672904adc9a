import { redirect } from '@sveltejs/kit';
import { describeBrowser } from '#lib/access/describe-browser.ts';
import { isFresh } from '#lib/access/session-limits.ts';
import {
	describeAccount,
	makeNewBackupCodes,
	removePasskey
} from '#lib/access/server/sign-in/own-account.ts';
import { endOtherSessions } from '#lib/access/server/sign-in/sign-out.ts';
import type { StaffSession } from '#lib/access/staff-session.ts';
import { keepSession, requireWhole } from '../attempt.server.ts';
import { formatMoment } from '../format-moment.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const session = requireWhole(locals, url);
	const { sessions, passkeys, backupCodesLeft } = await describeAccount(locals.signIn, session);
	return {
		name: session.name,
		email: session.email,
		boards: session.boards.map(({ boardId, boardName, roles }) => ({
			name: boardName,
			roles: [...new Set(roles.map(({ role }) => role))],
			isCurrent: boardId === session.boardId
		})),
		hasPassword: session.hasPassword,
		hasTotp: session.hasTotp,
		changed: url.searchParams.get('changed'),
		backupCodesLeft,
		passkeys: passkeys.map(({ id, name, lastUsedAt }) => ({
			id,
			name,
			lastUsed: lastUsedAt ? formatMoment(lastUsedAt) : null,
			mayRemove: session.hasTotp || passkeys.length > 1
		})),
		sessions: sessions.map(({ id, isCurrent, userAgent, signedInAt, lastSeenAt, secondFactor }) => ({
			id,
			isCurrent,
			...describeBrowser(userAgent),
			signedIn: formatMoment(signedInAt),
			lastSeen: formatMoment(lastSeenAt),
			secondFactor
		}))
	};
};

export const actions: Actions = {
	endOthers: async ({ locals, url }) => {
		await endOtherSessions(locals.signIn, requireWhole(locals, url));
		redirect(303, '/account?changed=sessions');
	},
	removePasskey: async ({ locals, url, request, cookies }) => {
		const session = requireRecent(locals, url);
		const id = String((await request.formData()).get('passkey') ?? '');
		const token = await removePasskey(locals.signIn, session, id, request.headers.get('user-agent'));
		if (token) await keepSession(locals.signIn, cookies, token);
		redirect(303, `/account${token ? '?changed=passkey' : ''}`);
	},
	newCodes: async ({ locals, url, request, cookies }) => {
		const session = requireRecent(locals, url);
		const made = await makeNewBackupCodes(locals.signIn, session, request.headers.get('user-agent'));
		if (!made) redirect(303, '/account');
		await keepSession(locals.signIn, cookies, made.token);
		return { codes: made.codes };
	}
};

/** The session of somebody who has just signed in; everybody else signs in again first. */
function requireRecent(locals: App.Locals, url: URL): StaffSession {
	const session = requireWhole(locals, url);
	if (!isFresh(session.signedInAt, locals.signIn.now())) redirect(303, '/sign-in?again=1&next=/account');
	return session;
}
