/**
 * Every page, action and endpoint in the registry × everybody × one's own things, a colleague's, another unit's, another
 * board's: over HTTP, with real sessions, against the built program with two boards in its database. On PostgreSQL, where
 * there is one, the program signs in as an account that owns nothing; every command and read below the routes is tried on
 * both databases (tests/integration/authorisation). What is added to the registry is tried from then on
 * (tests/build/route-examples.ts).
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routeAccess, type Access } from '#lib/access/route-access.ts';
import { hashTables, type TableHashes } from '#tests/build/hash-tables.ts';
import { isAboutCases, listAsks, mayAsk, toSent, type Ask, type Sent } from '#tests/build/list-asks.ts';
import type { MatrixWorld, Owner, Visitor } from '#tests/build/matrix-world.ts';
import { caseThings, type Things } from '#tests/build/route-examples.ts';
import { nearestKind, type TwoBoards } from './two-boards.ts';

const asks = listAsks();
const isOpenToAll = (access: Access): access is string & Access => typeof access === 'string';
const isEndpoint = ({ routeId }: Ask): boolean => routeAccess[routeId]?.methods !== undefined;
const isSame = (one: Sent, other: Sent): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Whose things are out of this visitor's reach. */
function listForeign(ask: Ask, { role }: Visitor): readonly Owner[] {
	if (!isAboutCases(ask)) return ['other-board'];
	return role === 'unit-manager'
		? ['protected', 'other-unit', 'other-board']
		: ['colleague', 'protected', 'other-unit', 'other-board'];
}

interface Try {
	readonly ask: Ask;
	readonly visitor: Visitor;
	readonly sent: Sent;
	readonly cookie: string;
	/** Who was asked about, and how: for the report. */
	readonly about: string;
	isRight(status: number, location: string): boolean;
	/** Must not be in the answer. */
	readonly secrets: readonly string[];
}

/** The ids and numbers of somebody's things that were not sent along. */
function secretsOf(things: Things, sent: Sent): string[] {
	const all = caseThings.map((key) => things[key]);
	const said = decodeURIComponent(`${sent.address} ${JSON.stringify(sent.form)}`.replaceAll('+', ' '));
	return all.filter((secret) => !said.includes(secret));
}

const boardSecrets = ({ boardCode, surveyId, providerId, unitId, staffId }: Things, sent: Sent): string[] => {
	const said = `${sent.address} ${JSON.stringify(sent.form)}`;
	return [boardCode, surveyId, providerId, unitId, staffId].filter((secret) => !said.includes(secret));
};

/** What everybody gets where there is nothing to tell apart: public pages, links, the demo that is not on. */
function listOpenTries({ visitors, things, takeSession }: MatrixWorld): Try[] {
	return asks.flatMap((ask) => {
		const { access, example } = ask;
		if (!isOpenToAll(access)) return [];
		return visitors.flatMap((visitor): Try[] => {
			// What ends a session gets one to end.
			const cookie = access === 'public' && ask.method === 'POST' ? takeSession(visitor) : visitor.cookie;
			const sent = toSent(ask, things.own);
			const base = { ask, visitor, cookie };
			if (access === 'demo' || access === 'kiosk') {
				// There is no demo here, and nobody's session is a tablet's credential.
				const refusal = access === 'demo' ? 404 : 401;
				return [{ ...base, sent, about: 'own', isRight: (status) => status === refusal, secrets: [] }];
			}
			if (access === 'lent') {
				// Nobody here has been handed anything: to signing in, or back to work.
				const isRight = (status: number, location: string) =>
					status === 303 &&
					(visitor.role === null ? location.startsWith('/sign-in?next=') : location === '/today');
				return [{ ...base, sent, about: 'own', isRight, secrets: secretsOf(things.own, sent) }];
			}
			if (access === 'public') {
				const isRight = (status: number) =>
					example?.answers === undefined ? status < 500 : status === example.answers;
				return [{ ...base, sent, about: 'own', isRight, secrets: secretsOf(things.own, sent) }];
			}
			// A link is its own right: whoever has it, and only together with its own board.
			const { token } = things['other-board'];
			return [
				{ ...base, sent, about: 'own', isRight: (status) => status < 400, secrets: [] },
				{
					...base,
					sent: toSent(ask, { ...things.own, token }),
					about: 'other-board',
					isRight: (status) => status === (example?.refuses ?? 404),
					secrets: [things['other-board'].caseNumber]
				}
			];
		});
	});
}

/** What stops those who may not: at the door, or for the permission, whoever's things it is about. */
function listClosedTries({ visitors, things }: MatrixWorld): Try[] {
	const owners: readonly Owner[] = ['own', 'other-unit', 'other-board'];
	return asks
		.filter(({ access }) => !isOpenToAll(access))
		.flatMap((ask) =>
			visitors
				.filter((visitor) => !mayAsk(ask, visitor.role))
				.flatMap((visitor) => {
					const sents = owners.map((owner) => [owner, toSent(ask, things[owner])] as const);
					return sents
						.filter(([, sent], at) => sents.findIndex(([, other]) => isSame(sent, other)) === at)
						.map(([about, sent]): Try => ({
							ask,
							visitor,
							sent,
							cookie: visitor.cookie,
							about,
							isRight: (status, location) =>
								visitor.role === null
									? status === 303 && location.startsWith('/sign-in?next=')
									: status === 403,
							secrets: [...secretsOf(things[about], sent), ...boardSecrets(things[about], sent)]
						}));
				})
		);
}

/** Others' things asked for by those who may ask for their own: in the path, in the form, and in both. */
function listForeignTries({ visitors, things }: MatrixWorld): Try[] {
	return asks
		.filter(({ access }) => !isOpenToAll(access))
		.flatMap((ask) =>
			visitors
				.filter((visitor) => mayAsk(ask, visitor.role))
				.flatMap((visitor) => {
					const own = toSent(ask, things.own);
					return listForeign(ask, visitor).flatMap((owner): Try[] => {
						const sents = [
							[owner, toSent(ask, things[owner])],
							[
								`${owner} in the form`,
								toSent(ask, things.own, { ...things[owner], fresh: things.own.fresh })
							],
							[`${owner} in the address`, toSent(ask, things[owner], things.own)]
						] as const;
						return sents
							.filter(
								([, sent], at) =>
									!isHarmless(sent, own, things) && sents.findIndex(([, other]) => isSame(sent, other)) === at
							)
							.flatMap(([about, sent]): Try[] => {
								const asked = {
									ask,
									visitor,
									cookie: visitor.cookie,
									secrets: secretsOf(things[owner], sent)
								};
								// In a form, what is not one of the choices there are is as good as not there.
								const isRight = (status: number) =>
									status === (ask.example?.refuses ?? 404) ||
									(about.endsWith('in the form') && status === 422);
								const page = { ...asked, sent, about, isRight };
								if (ask.method !== 'GET' || ask.action !== null || isEndpoint(ask)) return [page];
								// The same page as the pages' script asks for it: there the refusal is inside an answer.
								const data = { ...sent, address: sent.address.replace(/(?=\?|$)/, '/__data.json') };
								return [
									page,
									{ ...asked, sent: data, about: `${about}, data`, isRight: (status) => status < 500 }
								];
							});
					});
				})
		);
}

/** Whether a request names nothing of anybody else: then there is nothing to refuse. */
function isHarmless(sent: Sent, own: Sent, things: MatrixWorld['things']): boolean {
	const anonymise = ({ address, form }: Sent): string =>
		JSON.stringify([address, form]).replaceAll(
			/"fresh"|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
			(id) => (Object.values(things).some(({ fresh }) => fresh === id) ? 'fresh' : id)
		);
	return anonymise(sent) === anonymise(own);
}

describe.each(nearestKind(asks))('the matrix · $name', ({ start }) => {
	let boards: TwoBoards;
	let before: TableHashes;
	beforeAll(async () => {
		boards = await start();
		before = await boards.withDatabase(hashTables);
	});
	afterAll(() => boards.remove());

	async function send(
		one: Pick<Try, 'sent' | 'cookie'>
	): Promise<{ status: number; location: string; text: string }> {
		const { method, address, form } = one.sent;
		const answer = await fetch(`${boards.origin}${address}`, {
			method,
			redirect: 'manual',
			// A connection of its own: one that is kept may be closed by the server just as it is used again.
			headers: { cookie: one.cookie, origin: boards.origin, accept: 'text/html', connection: 'close' },
			...(form ? { body: new URLSearchParams(form) } : {})
		});
		const text = await answer.text();
		return { status: answer.status, location: answer.headers.get('location') ?? '', text };
	}

	/** Those that were answered in another way than they should, or with something in the answer that should not be. */
	async function listWrong(tries: readonly Try[]): Promise<string[]> {
		const wrong: string[] = [];
		const left = [...tries];
		const work = async (): Promise<void> => {
			for (let one = left.shift(); one; one = left.shift()) {
				const { status, location, text } = await send(one);
				const told = one.secrets.filter((secret) => secret !== '' && `${text} ${location}`.includes(secret));
				if (one.isRight(status, location) && told.length === 0) continue;
				wrong.push(
					`${one.visitor.name}, ${one.about}: ${one.ask.name} → ${status} ${location} ${told.join()}`
				);
			}
		};
		await Promise.all(Array.from({ length: 6 }, work));
		return wrong;
	}

	it('answers as declared what is open to all', async () => {
		const tries = listOpenTries(boards.world);
		expect(tries.length).toBeGreaterThan(300);
		expect(await listWrong(tries)).toEqual([]);
	});

	it('stops whoever lacks the permission, before anything is looked for', async () => {
		const tries = listClosedTries(boards.world);
		expect(tries.length).toBeGreaterThan(400);
		expect(await listWrong(tries)).toEqual([]);
	});

	it('does not find others’ things, in the address or in the form', async () => {
		const tries = listForeignTries(boards.world);
		expect(tries.length).toBeGreaterThan(60);
		expect(await listWrong(tries)).toEqual([]);
	});

	it('has changed nothing by all that', async () => {
		const after = await boards.withDatabase(hashTables);
		const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
		// The link holder's own page was answered, and kept.
		expect(changed.filter((table) => table !== 'administrations')).toEqual([]);
	});

	it('opens one’s own, and only that, to each who may: so nothing else stood in the way above', async () => {
		await boards.proveAgain();
		const wrong: string[] = [];
		async function open(ask: Ask, { visitor, things }: { visitor: Visitor; things: Things }): Promise<void> {
			const sent = toSent(ask, things);
			const { status, text } = await send({ sent, cookie: visitor.cookie });
			const right = ask.example?.answers ?? (ask.method === 'POST' && status === 303 ? 303 : 200);
			const heading = /<h1[^>]*>([^<]*)/.exec(text)?.[1]?.trim() ?? '';
			if (status !== right) wrong.push(`${visitor.name}: ${ask.name} → ${status} ${heading}`);
			const others = listForeign(ask, visitor).map((owner) => boards.world.things[owner]);
			const told = [
				...others.flatMap((their) => secretsOf(their, sent)),
				...boardSecrets(boards.world.things['other-board'], sent)
			].filter((secret) => text.includes(secret));
			if (told.length > 0) wrong.push(`${visitor.name}: ${ask.name} tells of others’ ${told.join()}`);
		}
		for (const ask of asks.filter(({ access }) => !isOpenToAll(access))) {
			const own = boards.world.visitors.filter(({ role }) => mayAsk(ask, role));
			if (ask.method === 'GET') {
				// What is only looked at need not be new.
				await Promise.all(own.map((visitor) => open(ask, { visitor, things: boards.world.things.own })));
				continue;
			}
			for (const { role } of own) if (role !== null) await open(ask, boards.world.takeFresh(role));
		}
		expect(wrong).toEqual([]);
	});
});
