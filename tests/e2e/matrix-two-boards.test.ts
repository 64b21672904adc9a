/**
 * Two boards in one database see nothing of each other: not in a list or a count, not in a search, and not in what is
 * said about a number that is taken. Over HTTP, against the built program.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '#lib/access/actor.ts';
import { listAsks, mayAsk, toSent } from '#tests/build/list-asks.ts';
import type { Visitor } from '#tests/build/matrix-world.ts';
import { listInstallationKinds, type TwoBoards } from './two-boards.ts';

/** All but the charts as files: these boards have too few cases for any. */
const pages = listAsks().filter(
	({ access, method, routeId }) =>
		typeof access !== 'string' && method === 'GET' && !routeId.includes('[chart=')
);

describe.each(listInstallationKinds([]))('two boards · $name', ({ start }) => {
	let boards: TwoBoards;
	let today = '';
	beforeAll(async () => {
		boards = await start();
		today = boards.world.things.own.today;
	});
	afterAll(() => boards.remove());

	async function ask(visitor: Visitor, address: string, form?: Record<string, string>) {
		const answer = await fetch(`${boards.origin}${address}`, {
			method: form ? 'POST' : 'GET',
			redirect: 'manual',
			headers: { cookie: visitor.cookie, origin: boards.origin, accept: 'text/html' },
			...(form ? { body: new URLSearchParams(form) } : {})
		});
		return { status: answer.status, text: await answer.text() };
	}
	function ours(role: Role): Visitor {
		const found = boards.world.visitors.find((visitor) => visitor.role === role);
		if (!found) throw new Error(`nobody is ${role}`);
		return found;
	}
	const theirs = (role: Role): Visitor => boards.world.mirror[role];
	const newCase = (visitor: Visitor, numbers: { caseNumber: string; clientNumber: string }) =>
		ask(visitor, '/cases/new', { ...numbers, sex: 'unknown', openedOn: today, concern: 'påhittad oro' });
	const newNumbers = () => ({ caseNumber: `Ä-${randomUUID()}`, clientNumber: `K-${randomUUID()}` });

	it('take the same numbers, and each refuses only its own', async () => {
		const numbers = newNumbers();
		const statuses: number[] = [];
		for (const visitor of [
			theirs('caseworker'),
			ours('caseworker'),
			ours('caseworker'),
			theirs('caseworker')
		]) {
			statuses.push((await newCase(visitor, numbers)).status);
		}
		expect(statuses).toEqual([303, 303, 409, 409]);
	});

	it('are told the same of a client whom only the other board has as of one whom nobody has', async () => {
		const { clientNumber } = boards.world.things['other-board'];
		// Whoever is known with another birth year is refused; here nobody is known.
		const form = { sex: 'male', birthYear: '1950', openedOn: today };
		for (const number of [clientNumber, `K-${randomUUID()}`]) {
			const sent = { ...form, caseNumber: `Ä-${randomUUID()}`, clientNumber: number };
			expect((await ask(ours('caseworker'), '/cases/new', sent)).status).toBe(303);
		}
	});

	it.each([
		['a provider', 'follow-up-administrator', '/providers'],
		['a unit', 'system-administrator', '/staff?/unit']
	] as const)('may have %s of the same name', async (_what, role, address) => {
		const name = `Påhittad ${randomUUID()}`;
		expect((await ask(theirs(role), address, { name })).status).toBe(303);
		expect((await ask(ours(role), address, { name })).status).toBe(303);
		expect((await ask(ours(role), address, { name })).status).toBe(409);
	});

	it('say nothing of where somebody else works when their address is invited', async () => {
		const admin = ours('system-administrator');
		const email = `${randomUUID()}@exempelby.example`;
		const form = { name: 'Påhittad', email, role: 'caseworker', validFrom: today };
		expect((await ask(theirs('system-administrator'), '/staff/invite', form)).status).toBe(200);
		const { status, text } = await ask(admin, '/staff/invite', form);
		expect(status).toBe(200);
		const { boardCode, unitId } = boards.world.things['other-board'];
		for (const secret of [boardCode, unitId, 'Nämnden de']) expect(text).not.toContain(secret);
	});

	it('see no page change by a letter, whatever the other board does', async () => {
		await boards.proveAgain();
		const readAll = async (): Promise<Record<string, string>> => {
			const read: Record<string, string> = {};
			for (const page of pages) {
				for (const visitor of boards.world.visitors.filter(({ role }) => mayAsk(page, role))) {
					const { status, text } = await ask(visitor, toSent(page, boards.world.things.own).address);
					expect([page.name, status]).toEqual([page.name, page.example?.answers ?? 200]);
					read[`${visitor.name} ${page.name}`] = text.replaceAll(unsteady, '');
				}
			}
			return read;
		};
		const first = await readAll();
		const before = await readAll();
		const numbers = newNumbers();
		const { providerId, inTwoWeeks } = boards.world.things['other-board'];
		const year = today.slice(0, 4);
		const done = [
			await newCase(theirs('caseworker'), numbers),
			await ask(theirs('follow-up-administrator'), '/providers', { name: `Påhittad ${randomUUID()}` }),
			await ask(theirs('system-administrator'), '/staff?/unit', { name: `Påhittad ${randomUUID()}` }),
			await ask(theirs('follow-up-administrator'), '/targets/decide', {
				year,
				law: 'sol',
				goal: 'simrishamn-sol/sol_1',
				points: '2,60',
				comparison: 'unrounded',
				decidedOn: today,
				decisionReference: '§ 1'
			}),
			await ask(theirs('follow-up-administrator'), '/surveys/new', {
				title: 'Påhittad undersökning',
				purpose: 'follow-up',
				anonymity: 'open-anonymous',
				instrumentId: 'simrishamn-sol',
				opensOn: today,
				closesOn: inTwoWeeks,
				providerIds: providerId
			})
		];
		expect(done.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303]);
		const after = await readAll();
		// What tells of one's own reading, or carries the moment it was made, changes by being read.
		const names = Object.keys(after);
		const steady = names.filter((name) => first[name] === before[name]);
		expect(steady.length).toBeGreaterThan(20);
		expect(
			names.filter(
				(name) => !steady.includes(name) && !/log-review|\/extract|\.(?:pdf|xlsx)$|\/interviews\//.test(name)
			)
		).toEqual([]);
		// Files carry the minute or the second they were made in, and may be the same twice by luck.
		const isMadeAnew = (name: string): boolean => /\.(?:pdf|xlsx)$/.test(name);
		expect(steady.filter((name) => !isMadeAnew(name) && after[name] !== before[name])).toEqual([]);
		const telling = names.filter((name) =>
			Object.values(numbers).some((number) => after[name]?.includes(number))
		);
		expect(telling).toEqual([]);
	});

	describe('searching among cases', () => {
		const countHits = (text: string): number =>
			text.match(/href="(?:\.\/|\/)?cases\/[0-9a-f-]{36}"/g)?.length ?? 0;

		it('finds one’s own by the case number', async () => {
			const { caseNumber, caseId } = boards.world.things.own;
			const { text } = await ask(ours('caseworker'), `/cases?q=${encodeURIComponent(caseNumber)}`);
			expect(countHits(text)).toBe(1);
			expect(text).toContain(caseId);
		});

		it.each(['colleague', 'protected', 'other-unit', 'other-board'] as const)(
			'finds nothing by the number of one that is %s',
			async (owner) => {
				const { caseNumber } = boards.world.things[owner];
				const asked = async (number: string) => {
					const { text } = await ask(ours('caseworker'), `/cases?q=${encodeURIComponent(number)}`);
					expect(countHits(text)).toBe(0);
					return text.replaceAll(unsteady, '').replaceAll(number, '');
				};
				// And says the same as about a number that nobody has.
				expect(await asked(caseNumber)).toBe(await asked(`Ä-${randomUUID()}`));
			}
		);

		it('finds nothing by anything else that is known about one’s own (15 § förordningen 2001:637)', async () => {
			const numbers = newNumbers();
			await newCase(ours('caseworker'), numbers);
			const { caseId, providerId, responseId } = boards.world.things.own;
			const known = [
				numbers.clientNumber,
				'påhittad oro',
				'alkohol',
				'1990',
				'audit',
				caseId,
				providerId,
				responseId
			];
			for (const word of [...known, today, 'female', 'Kvinna']) {
				const { text } = await ask(ours('caseworker'), `/cases?q=${encodeURIComponent(word)}`);
				expect([word, countHits(text)]).toEqual([word, 0]);
			}
		});

		it.each([
			'name',
			'personalNumber',
			'client',
			'clientNumber',
			'concern',
			'sort',
			'filter',
			'answers',
			'by',
			'unit'
		])('refuses to be asked by %s', async (key) => {
			const { status } = await ask(ours('caseworker'), `/cases?${key}=1`);
			expect(status).toBe(422);
		});

		it('refuses the same key twice', async () => {
			expect((await ask(ours('caseworker'), '/cases?q=1&q=2')).status).toBe(422);
		});
	});
});

/** What is new in every answer: the nonce of the scripts, and how much has been read in one's own access log. */
const unsteady = /nonce="[^"]*"|__sveltekit_\w+|\d{1,3}(?:\u00a0\d{3})* rader(?=, alla oförändrade)/g;
