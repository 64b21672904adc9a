/** Links of the running demo, made the way staff make them, in a case of the tests' own. */
import { randomUUID } from 'node:crypto';

interface DemoAddresses {
	readonly client: string;
	readonly handlaggare: string;
	readonly survey: readonly { readonly provider: string; readonly address: string }[];
}

async function findAddresses(baseUrl: string): Promise<DemoAddresses> {
	return (await fetch(`${baseUrl}/demo.json`)).json() as Promise<DemoAddresses>;
}

/** A caseworker who sends forms; the browser is not needed for that. */
interface Caseworker {
	send(path: string, fields: Readonly<Record<string, string>>): Promise<Response>;
	readonly casePath: string;
}

const caseworkers = new Map<string, Promise<Caseworker>>();

async function enterAsCaseworker(baseUrl: string): Promise<Caseworker> {
	const entered = await fetch((await findAddresses(baseUrl)).handlaggare, { redirect: 'manual' });
	const cookie = entered.headers
		.getSetCookie()
		.map((line) => line.split(';', 1)[0])
		.join('; ');
	const send: Caseworker['send'] = (path, fields) =>
		fetch(`${baseUrl}${path}`, {
			method: 'POST',
			headers: { cookie, origin: baseUrl, accept: 'text/html' },
			body: new URLSearchParams(fields),
			redirect: 'manual'
		});
	const number = randomUUID().slice(0, 8);
	const opened = await send('/cases/new', {
		caseNumber: `LÄNK-${number}`,
		clientNumber: `K-${number}`,
		concern: '',
		sex: 'female',
		birthYear: '1984',
		openedOn: '2026-01-08'
	});
	const casePath = /\/cases\/[0-9a-f-]{36}/.exec(opened.headers.get('location') ?? '')?.[0];
	if (!casePath) throw new Error(`No case was opened (${opened.status}).`);
	return { send, casePath };
}

/** A new personal link for the instrument; it works for a month. */
export async function makeLink(baseUrl: string, instrumentId: string): Promise<string> {
	const known = caseworkers.get(baseUrl) ?? enterAsCaseworker(baseUrl);
	caseworkers.set(baseUrl, known);
	const { send, casePath } = await known;
	const inAMonth = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
	const sent = await send(`${casePath}/send?instrument=${instrumentId}`, {
		occasion: 'before',
		expiresOn: inAMonth
	});
	const path = /\/s\/demo\/[0-9a-z]{26}/.exec(await sent.text())?.[0];
	if (!path) throw new Error(`No link was made for ${instrumentId} (${sent.status}).`);
	return `${baseUrl}${path}`;
}

/** One of the demo's open survey links. */
export async function findSurveyLink(baseUrl: string): Promise<string> {
	const [first] = (await findAddresses(baseUrl)).survey;
	if (!first) throw new Error('The demo has no survey.');
	return first.address;
}

/** A new AUDIT link, through the client's own door. */
export async function enterAsClient(baseUrl: string): Promise<string> {
	const { client } = await findAddresses(baseUrl);
	const entered = await fetch(client, { redirect: 'manual' });
	return new URL(entered.headers.get('location') ?? '', baseUrl).href;
}
