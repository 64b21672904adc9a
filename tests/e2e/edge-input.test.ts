/**
 * Whatever is sent to a page that is there, the answer is the page or a refusal with words: never a failure. Pages, queries
 * and fields are found in the running program and in the files, so that what is added is tried without being named here.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Role } from '#lib/access/actor.ts';
import { permissions } from '#lib/access/permissions.ts';
import { routeAccess } from '#lib/access/route-access.ts';
import { maxBodyBytes, maxFields } from '#lib/shared/body-limits.ts';
import { maxJsonDepth } from '#lib/shared/parse-json.ts';
import { startDemo, type DemoProcess } from './demo-process.ts';
import { signInEverybody, type Visitor } from './demo-visitors.ts';
import { findStaffViews, isStaffRoute, type StaffView } from './staff-views.ts';

const routes = join(import.meta.dirname, '..', '..', 'src', 'routes');

let demo: DemoProcess;
let visitors: readonly Visitor[];
/** One of each kind of page, with somebody who may open it. */
let views: readonly StaffView[];
let surveyPath: string;

beforeAll(async () => {
	demo = await startDemo(inject('demoData'));
	visitors = await signInEverybody(demo.url);
	const all = await findStaffViews(demo.url, visitors);
	views = [...new Map(all.toReversed().map((view) => [`${view.routeId}?${keysOf(view)}`, view])).values()];
	const addresses = (await (await fetch(`${demo.url}/demo.json`)).json()) as {
		survey: { address: string }[];
	};
	surveyPath = new URL(addresses.survey[0]?.address ?? '').pathname;
});
afterAll(() => demo.stop());

/** Each breaks something else: quotes, patterns, ends of texts and lines, numbers, days, names that objects have. */
const nasty = [
	'',
	`');-- "`,
	'%_\\',
	'a\u0000b',
	'\ud800',
	'\u202e😀',
	'-1',
	'1e309',
	'9'.repeat(40),
	'2026-02-30',
	'9999-12-31',
	'../../../etc/passwd',
	'__proto__',
	'{{8*8}}${8*8}',
	'\r\nset-cookie: a=b',
	'x'.repeat(3000)
];

const keysOf = ({ path }: StaffView): string =>
	[...new URL(path, demo.url).searchParams.keys()].sort().join();

async function statusOf(path: string, cookie: string, init: RequestInit = {}): Promise<number> {
	const answer = await fetch(`${demo.url}${path}`, {
		redirect: 'manual',
		...init,
		headers: { cookie, origin: demo.url, accept: 'text/html', ...(init.headers as Record<string, string>) }
	});
	await answer.arrayBuffer();
	if (answer.headers.getSetCookie().some((cookie) => cookie.startsWith('a='))) return 599;
	return answer.status;
}

/** The cookie of one of those who may open the route's page or call its endpoint: others never come so far as to the id. */
function whoMayOpen(routeId: string): string {
	const { page, methods } = routeAccess[routeId] ?? {};
	const access = page ?? methods?.['GET'];
	const may = (role: Role): boolean =>
		typeof access === 'object' && access.staff.some((permission) => role in Object(permissions[permission]));
	return visitors.find(({ role }) => may(role))?.cookie ?? '';
}

/** Names that the route's own files ask for in the query, and those that its links have. */
function queryNames({ routeId, path }: StaffView): string[] {
	const folder = join(routes, routeId);
	const source = readdirSync(folder, { withFileTypes: true })
		.filter(
			(entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name) && !entry.name.endsWith('.test.ts')
		)
		.map((entry) => readFileSync(join(folder, entry.name), 'utf8'))
		.join('\n');
	const asked = [...source.matchAll(/(?:searchParams|query|parameters)\.(?:get|has|getAll)\('(\w+)'\)/g)];
	const declared = [
		...source.matchAll(/^\s+(\w+): (?:v\.|requiredText|optionalText|choice|required|optional)/gm)
	];
	const linked = [...new URL(path, demo.url).searchParams.keys()];
	return [...new Set([...[...asked, ...declared].map(([, name = '']) => name), ...linked])];
}

describe('every page of staff', () => {
	it('is found by following links, or is named here with the reason', () => {
		const found = new Set(views.map(({ routeId }) => routeId));
		const missing = Object.keys(routeAccess).filter(
			(routeId) => isStaffRoute(routeId) && !found.has(routeId)
		);
		expect(missing.sort()).toEqual(unreachable.map(([routeId]) => routeId).sort());
	});

	it('answers whatever is in the query', async () => {
		const failed: string[] = [];
		// Every name with every value, once for each route.
		const once = new Map(views.map((view) => [view.routeId, view]));
		for (const [turn, view] of [...once.values()].entries()) {
			const { pathname, searchParams } = new URL(view.path, demo.url);
			const common = [
				'sort',
				'filter',
				'group',
				'order',
				'page',
				'year',
				'law',
				'q',
				'lang',
				'limit',
				'filter[a]'
			];
			const names = queryNames(view);
			const tryWith = async (set: readonly string[], value: string): Promise<void> => {
				const query = new URLSearchParams(searchParams);
				for (const name of set) query.set(name, value);
				const status = await statusOf(`${pathname}?${query}`, view.cookie);
				if (status >= 500) failed.push(`${view.routeId} ${set}=${JSON.stringify(value)}: ${status}`);
			};
			// Every value with every name at once, and each name alone with some: one that is refused can hide the others.
			for (const value of nasty) if (names.length > 0) await tryWith(names, value);
			for (const [place, name] of names.entries()) {
				for (let more = 0; more < 4; more += 1) {
					await tryWith([name], nasty[(place * 4 + more) % nasty.length] ?? '');
				}
				const twice = await statusOf(`${pathname}?${name}=1&${name}=2`, view.cookie);
				if (twice >= 500) failed.push(`${view.routeId} ${name} twice: ${twice}`);
			}
			// What no page asks for is read by the same code everywhere: a quarter of the values for each route, all of them
			// over any four routes.
			for (const value of nasty.filter((_, index) => index % 4 === turn % 4)) {
				const query = new URLSearchParams(common.map((name) => [name, value]));
				for (const path of [
					`${pathname}?${query}`,
					`${pathname}/__data.json?x-sveltekit-invalidated=${encodeURIComponent(value.toWellFormed())}`
				]) {
					const status = await statusOf(path, view.cookie);
					if (status >= 500) failed.push(`${path}: ${status}`);
				}
			}
		}
		expect(failed).toEqual([]);
	});

	it('answers whatever stands where an id should', async () => {
		const failed: string[] = [];
		const everywhere = Object.keys(routeAccess).filter(
			(routeId) => routeId.includes('[') && !routeId.includes('x+2e')
		);
		for (const routeId of everywhere) {
			for (const value of nasty.filter((value) => value !== '' && value.isWellFormed())) {
				const path = routeId
					.replaceAll(/\/\([^)]*\)/g, '')
					.replaceAll(/\[[^\]]+\]/g, encodeURIComponent(value));
				const status = await statusOf(path, whoMayOpen(routeId));
				if (status >= 500 || (status === 200 && isStaffRoute(routeId))) failed.push(`${path}: ${status}`);
			}
		}
		expect(failed).toEqual([]);
	});
});

describe('a body', () => {
	const form = 'application/x-www-form-urlencoded';
	const fields = (count: number): string =>
		Array.from({ length: count }, (_, index) => `f${index}=1`).join('&');
	const targets = (): [path: string, cookie: string][] => [
		['/cases/new', visitors[0]?.cookie ?? ''],
		[`${surveyPath}/questions`, ''],
		['/sign-in', '']
	];

	async function post(
		path: string,
		cookie: string,
		body: string,
		type = form,
		more: Record<string, string> = {}
	) {
		const headers = { cookie, origin: demo.url, accept: 'text/html', 'content-type': type, ...more };
		const answer = await fetch(`${demo.url}${path}`, { method: 'POST', redirect: 'manual', headers, body });
		return { status: answer.status, text: await answer.text() };
	}

	it('with too many fields or too much in it is refused with words, wherever it goes', async () => {
		for (const [path, cookie] of targets()) {
			const many = await post(path, cookie, fields(maxFields + 1));
			expect(many.status, path).toBe(422);
			expect(many.text).toContain('fler fält än något formulär');
			const large = await post(path, cookie, `x=${'a'.repeat(maxBodyBytes)}`);
			expect(large.status, path).toBe(413);
			expect(large.text).toContain('större än något formulär');
			const enough = await post(path, cookie, fields(maxFields));
			expect([200, 303, 400, 401, 403, 422], path).toContain(enough.status);
			expect(enough.text).not.toContain('fler fält än något formulär');
		}
	});

	it('is measured by what comes, not by what is said of it', async () => {
		const [path = '', cookie = ''] = targets()[0] ?? [];
		const parts = Array.from({ length: 20 }, () => 'a'.repeat(maxBodyBytes / 10));
		const answer = await fetch(`${demo.url}${path}`, {
			method: 'POST',
			headers: { cookie, origin: demo.url, accept: 'text/html', 'content-type': form },
			body: new ReadableStream({
				pull(controller) {
					const part = parts.pop();
					if (part) controller.enqueue(new TextEncoder().encode(part));
					else controller.close();
				}
			}),
			...{ duplex: 'half' }
		}).then(
			({ status }) => status,
			() => 'cut off'
		);
		expect([413, 'cut off']).toContain(answer);
		expect((await fetch(demo.url)).status).toBe(200);
	});

	it('tells the page’s own code in its own form', async () => {
		const [path = '', cookie = ''] = targets()[0] ?? [];
		const byScript = await post(path, cookie, fields(maxFields + 1), form, {
			'x-sveltekit-action': 'true',
			accept: 'application/json'
		});
		expect(JSON.parse(byScript.text)).toMatchObject({
			type: 'error',
			error: { status: 422, code: 'too-many-fields' }
		});
		const json = await post(
			'/sign-in/passkey/options',
			'',
			`{"a":"${'a'.repeat(maxBodyBytes)}"}`,
			'application/json'
		);
		expect(json.status).toBe(413);
		expect(JSON.parse(json.text)).toHaveProperty('message');
	});

	it('of JSON is never deeper than can be read', async () => {
		const deep = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
		for (const depth of [maxJsonDepth + 1, 50_000]) {
			const carried = await post(
				`${surveyPath}/questions`,
				'',
				new URLSearchParams({ _answers: deep(depth) }).toString()
			);
			expect([413, 422], `${depth}`).toContain(carried.status);
			const passkey = await post('/sign-in/passkey/answer', '', deep(depth), 'application/json');
			expect([413, 422], `${depth}`).toContain(passkey.status);
		}
	});
});

/** The server's own lines of the kind, so far. */
function linesSaid(kind: string): Record<string, unknown>[] {
	return demo
		.said()
		.split('\n')
		.filter((line) => line.startsWith('{'))
		.map((line) => JSON.parse(line) as Record<string, unknown>)
		.filter(({ event }) => event === kind);
}

describe('what the server writes', () => {
	it('is a line for each refusal to staff, with who and what and without the address', async () => {
		const caseworker = visitors.find(({ role }) => role === 'caseworker')?.cookie ?? '';
		const unknown = '11111111-1111-4111-8111-111111111111';
		expect(await statusOf(`/cases/${unknown}?x=hemlig`, caseworker)).toBe(404);
		expect(await statusOf('/staff', caseworker)).toBe(403);
		const refused = linesSaid('refused');
		expect(refused.at(-1)).toMatchObject({ code: 'not-permitted', route: '/(system)/staff', method: 'GET' });
		expect(refused.at(-2)).toMatchObject({ code: 'not-found', ids: [unknown] });
		expect(refused.at(-2)?.['staff']).toMatch(/^[0-9a-f-]{36}$/);
		// The demo itself prints its accounts when it starts; the log is what stands in braces.
		const log = demo.said().match(/^\{.*$/gm) ?? [];
		expect(log.join('\n')).not.toMatch(/hemlig|\/s\/demo\/|exempelby\.example/);
	});

	it('is a line for each form of staff’s that was refused, once, and nothing of what was written', async () => {
		const administrator = visitors.find(({ role }) => role === 'follow-up-administrator')?.cookie ?? '';
		const before = linesSaid('refused').length;
		const body = new URLSearchParams({ reference: '', owner: 'hemlig' });
		expect(await statusOf('/information', administrator, { method: 'POST', body })).toBe(422);
		const script = { 'x-sveltekit-action': 'true', accept: 'application/json' };
		await statusOf('/information', administrator, { method: 'POST', body, headers: script });
		const lines = linesSaid('refused').slice(before);
		expect(lines).toHaveLength(2);
		for (const line of lines) {
			expect(line).toMatchObject({ code: 'invalid-input', route: '/(admin)/information', method: 'POST' });
		}
		expect(JSON.stringify(lines)).not.toContain('hemlig');
	});

	it('is what browsers say that they have stopped, of few words and so often at most', async () => {
		const report = (page: string) =>
			JSON.stringify({
				'csp-report': {
					'document-uri': `${demo.url}${page}`,
					'effective-directive': 'script-src-elem',
					'blocked-uri': 'https://evil.example/hemlig.js'
				}
			});
		const headers = { 'content-type': 'application/csp-report' };
		const send = (body: string) => statusOf('/csp-report', '', { method: 'POST', body, headers });
		for (const body of [report('/s/demo/hemlig'), 'hemlig', 'x'.repeat(20_000)]) {
			expect(await send(body)).toBe(204);
		}
		expect(linesSaid('content-blocked')).toEqual([]);
		for (let more = 0; more < 25; more += 1) expect(await send(report('/cases/hemlig'))).toBe(204);
		const lines = linesSaid('content-blocked');
		expect(lines).toHaveLength(20);
		expect(lines[0]).toMatchObject({ directive: 'script-src-elem', blocked: 'evil.example', page: 'cases' });
		expect(JSON.stringify(lines)).not.toContain('hemlig');
	});
});

/** Last, since what is sent is also done: roles end, and sessions with them. */
describe('every form of staff', () => {
	it('answers whatever is written in it', async () => {
		const failed: string[] = [];
		const forms = new Map<string, { readonly view: StaffView; readonly names: readonly string[] }>();
		for (const view of views) {
			const html = await (
				await fetch(`${demo.url}${view.path}`, { headers: { cookie: view.cookie } })
			).text();
			for (const [, attributes = '', inside = ''] of html.matchAll(/<form([^>]*)>(.*?)<\/form>/gs)) {
				if (!/method="?post/i.test(attributes)) continue;
				const action = /action="([^"]*)"/.exec(attributes)?.[1]?.replaceAll('&amp;', '&') ?? '';
				const address = new URL(action, new URL(view.path, demo.url));
				if (/^\/(sign-out|sign-in)/.test(address.pathname)) continue;
				const names = [...new Set([...inside.matchAll(/name="([^"]+)"/g)].map(([, name = '']) => name))];
				forms.set(`${view.routeId} ${address.search.split('&')[0]} ${names.join()}`, {
					view: { ...view, path: address.pathname + address.search },
					names
				});
			}
		}
		expect(forms.size).toBeGreaterThan(8);
		for (const [name, { view, names }] of forms) {
			for (const value of nasty) {
				const body = new URLSearchParams(names.map((field) => [field, value]));
				body.append('__proto__', value);
				const status = await statusOf(view.path, view.cookie, { method: 'POST', body });
				if (status >= 500) failed.push(`${name} ${JSON.stringify(value.slice(0, 30))}: ${status}`);
			}
			const file = new FormData();
			for (const field of names) file.append(field, new Blob(['x']), 'x.txt');
			const status = await statusOf(view.path, view.cookie, { method: 'POST', body: file });
			if (status >= 500) failed.push(`${name} files: ${status}`);
		}
		expect(failed).toEqual([]);
	});

	it('tells of no failure after all that has been tried here', () => {
		expect(demo.said().match(/^.*"event":"failed".*$/gm) ?? []).toEqual([]);
	});
});

/** Routes that no link leads to in the demo, and why. */
const unreachable: readonly (readonly [routeId: string, reason: string])[] = [
	[
		'/(log-review)/log-review/[month=month]',
		'a review is drawn when a month is over, and the demo has no such month'
	],
	[
		'/(staff)/cases/[caseId=caseId]/anonymous',
		'is linked at instruments that an open survey asks with, and fewer are followed'
	],
	['/(staff)/cases/[caseId=caseId]/extract/file.html', 'is linked once it is said who gets the extract'],
	['/(staff)/cases/[caseId=caseId]/extract/file.json', 'is linked once it is said who gets the extract'],
	[
		'/(retention)/retention/certificates/[certificateId=certificateId]',
		'there is none until something has been erased'
	],
	['/(admin)/information/[subject=informationSubject]/preview', 'is linked while there is a draft'],
	[
		'/(admin)/exports/[exportId=exportId]/file',
		'is a file, and there is none until something has been ordered'
	],
	[
		'/(admin)/surveys/[surveyId=surveyId]/tablet',
		'is linked while a survey is a draft, and the demo has none'
	],
	[
		'/(admin)/surveys/[surveyId=surveyId]/change',
		'is linked while a survey is a draft, and the demo has none'
	],
	[
		'/(admin)/surveys/[surveyId=surveyId]/texts',
		'is linked when something has been written, and the demo has nothing'
	],
	[
		'/(admin)/surveys/[surveyId=surveyId]/results',
		'is linked in a confidential survey, and the demo has none'
	],
	[
		'/(admin)/surveys/[surveyId=surveyId]/invited',
		'is linked in a confidential survey, and the demo has none'
	],
	[
		'/(staff)/cases/invited/[surveyId=surveyId]/letters.pdf',
		'is a file, and there is none until somebody has been invited by letter'
	],
	[
		'/(staff)/cases/[caseId=caseId]/letters/[administrationId=administrationId]',
		'is linked at a link that is open, and the demo has none until one is sent'
	],
	[
		'/(staff)/cases/[caseId=caseId]/letters/[administrationId=administrationId]/letter.pdf',
		'is a file, and there is none until a letter has been made'
	],
	[
		'/(admin)/instruments/[id=instrumentId]/pictures/[hash=pictureHash]',
		'is a picture on a page, which no link leads to'
	],
	['/(admin)/surveys/[surveyId=surveyId]/codes', 'is linked in a survey with codes, and the demo has none'],
	['/(board)/action-plans/ask', 'is linked at a missed target that nobody has asked about'],
	[
		'/(staff)/cases/[caseId=caseId]/interviews/[administrationId=administrationId]',
		'is linked while an interview is not over, and the demo has none'
	],
	[
		'/(staff)/cases/[caseId=caseId]/responses/[responseId=responseId]/provider/document.pdf',
		'is linked when the client has said yes to handing over'
	],
	[
		'/(staff)/cases/[caseId=caseId]/responses/[responseId=responseId]/provider/document.txt',
		'is linked when the client has said yes to handing over'
	]
];
