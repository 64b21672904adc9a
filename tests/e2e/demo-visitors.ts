/** Everybody there is in the demo, signed in as themselves with password and code. */
import type { Role } from '#lib/access/actor.ts';
import { codeAt, toStep } from '#lib/access/server/totp.ts';
import { demoAccounts, demoPassword } from '#lib/demo/demo-accounts.ts';
import { CookieJar } from '#tests/build/cookie-jar.ts';

export interface Visitor {
	readonly role: Role;
	/** The `Cookie` header. */
	readonly cookie: string;
}

/** Signs in one of each role; only in a demo of the test's own, since a code works once and attempts are counted. */
export function signInEverybody(url: string): Promise<Visitor[]> {
	return Promise.all(
		demoAccounts.map(async ({ role, email }) => ({ role, cookie: await signIn(url, email) }))
	);
}

async function signIn(url: string, email: string): Promise<string> {
	const account = demoAccounts.find((candidate) => candidate.email === email);
	const jar = new CookieJar();
	const send = async (path: string, fields: Record<string, string>): Promise<string> => {
		const answer = await fetch(`${url}${path}`, {
			method: 'POST',
			headers: { origin: url, cookie: jar.header(), accept: 'text/html' },
			body: new URLSearchParams(fields),
			redirect: 'manual'
		});
		await answer.arrayBuffer();
		jar.take(answer.headers.getSetCookie());
		return answer.headers.get('location') ?? '';
	};
	await send('/sign-in', { email, password: demoPassword });
	const code = codeAt(Buffer.from(account?.totpSecret ?? ''), toStep(new Date()));
	const home = await send('/sign-in/code', { code });
	if (home === '') throw new Error(`${email} could not sign in.`);
	return jar.header();
}
