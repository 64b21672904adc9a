/**
 * A confidential survey with 10 000 invited: everybody is invited once by e-mail, some answer over HTTP, and the others, and
 * only they, are reminded once, although two workers send at the same time and the reminding is run twice.
 */
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { addIntervention } from '#lib/cases/server/commands/add-intervention.ts';
import { loadCatalogue } from '#lib/instruments/server/catalogue.ts';
import { inviteToSurvey } from '#lib/invitations/server/commands/invite-to-survey.ts';
import { registerContact } from '#lib/invitations/server/commands/register-contact.ts';
import { remindInvited } from '#lib/invitations/server/commands/remind-invited.ts';
import type { Gateways } from '#lib/invitations/server/gateways/gateway.ts';
import { makeMessageWorker } from '#lib/invitations/server/message-worker.ts';
import type { BoardId } from '#lib/shared/ids.ts';
import { addDays, toLocalDate } from '#lib/shared/local-date.ts';
import { createBoard } from '#lib/shared/server/boards.ts';
import { run } from '#lib/shared/server/command.ts';
import type { Context } from '#lib/shared/server/context.ts';
import type { Database } from '#lib/shared/server/database.ts';
import { buildProgram } from '../tests/build/build-program.ts';
import { addTestProvider, linkBaseOf, openConfidentialSurvey, openTestCase } from '../tests/build/made-up.ts';
import { root, startServer } from '../tests/build/server-process.ts';
import { makeTestBoard, type TestBoard } from '../tests/build/test-board.ts';
import { listStorageKinds, type StorageUnderFault } from '../tests/fault/storage-under-fault.ts';
import { findFreePort } from '../tests/integration/postgres-cluster.ts';
import { printFigure } from './figure.ts';

const count = Number(process.env['GENKLANG_BENCH_INVITED'] ?? 10_000);
/** Every so many answer before the reminder. */
const answerEvery = 3;
const senders = 8;
const boardCode = 'inbjudna';
const today = toLocalDate(new Date());
const agent = new Agent({ keepAlive: true, maxSockets: senders });

/** What the gateway was given: the tokens in the letters to each address. */
type Letters = Map<string, string[]>;

function gatewaysInto(letters: Letters): Gateways {
	return {
		email: {
			channel: 'email',
			send({ recipient, body }) {
				const token = /\/s\/[^/]+\/(\w+)/.exec(body)?.[1] ?? '';
				letters.set(recipient, [...(letters.get(recipient) ?? []), token]);
				return Promise.resolve({ kind: 'sent' });
			},
			close: () => undefined
		}
	};
}

/** Two workers at once, as two processes of the program have; until nothing is left to send. */
async function sendAll(database: Database, day: string, letters: Letters): Promise<void> {
	const worker = () =>
		makeMessageWorker({
			database,
			gateways: gatewaysInto(letters),
			now: () => new Date(`${day}T12:00:00+01:00`),
			complain: (sentence) => {
				throw new Error(sentence);
			}
		});
	const workers = [worker(), worker()];
	for (let sent = 1; sent > 0;) {
		const both = await Promise.all(workers.map((one) => one.runDue()));
		sent = both.reduce((sum, own) => sum + own, 0);
	}
}

const onDay = (board: TestBoard, day: string): Context =>
	board.on(day, { ...board.adnan, actor: { kind: 'system', boardId: board.board.id } });

async function openWorld(storage: StorageUnderFault, id: BoardId) {
	const database = await storage.open();
	const catalogue = loadCatalogue([join(root, 'instruments')]);
	const board = makeTestBoard(database, catalogue, { id, code: boardCode, name: 'Påhittade nämnden' }, null);
	return { database, board };
}

/** Everybody helped by one provider, each with an address of their own; invited, and the letters sent. */
async function inviteEverybody(storage: StorageUnderFault, id: BoardId, letters: Letters): Promise<void> {
	const { database, board } = await openWorld(storage, id);
	try {
		await createBoard(database, board.board);
		const [karin, adnan] = [board.on(today, board.karin), board.on(today, board.adnan)];
		const providerId = await addTestProvider(adnan);
		for (let number = 0; number < count; number += 1) {
			const caseId = await openTestCase(karin, { openedOn: addDays(today, -120) });
			await run(karin, addIntervention, {
				caseId,
				providerId,
				name: 'Öppenvård',
				decidedOn: null,
				startedOn: addDays(today, -90),
				endedOn: null
			});
			const email = `klient${number}@exempelby.example`;
			await run(karin, registerContact, { caseId, email, phone: null, language: 'sv' });
		}
		const surveyId = await openConfidentialSurvey(adnan, [providerId], {
			opensOn: addDays(today, -1),
			closesOn: addDays(today, 60)
		});
		const from = performance.now();
		await run(adnan, inviteToSurvey, {
			surveyId,
			order: 'email-first',
			channels: ['email'],
			linkBase: linkBaseOf(boardCode)
		});
		print(storage, 'inviting them all', Math.round(performance.now() - from), 'ms');
		const sending = performance.now();
		await sendAll(database, today, letters);
		print(
			storage,
			'letters handed over a second',
			Math.round((1000 * count) / (performance.now() - sending)),
			'per second'
		);
	} finally {
		await database.close();
	}
}

/** Posts a form as a browser without JavaScript does. Gives milliseconds and where it leads. */
function post(address: string, fields: Record<string, string>): Promise<{ ms: number; to: string }> {
	const body = new URLSearchParams(fields).toString();
	const headers = {
		'content-type': 'application/x-www-form-urlencoded',
		'content-length': Buffer.byteLength(body),
		accept: 'text/html',
		origin: new URL(address).origin
	};
	const from = performance.now();
	return new Promise((resolve, reject) => {
		const sent = request(address, { method: 'POST', agent, headers }, (response) => {
			response.resume();
			response.once('end', () =>
				response.statusCode === 303
					? resolve({ ms: performance.now() - from, to: response.headers.location ?? '' })
					: reject(new Error(`${address} said ${response.statusCode}`))
			);
		});
		sent.once('error', reject);
		sent.end(body);
	});
}

async function answerAll(storage: StorageUnderFault, tokens: readonly string[]): Promise<void> {
	const server = await startServer(storage.settings, await findFreePort());
	const waiting = [...tokens];
	const times: number[] = [];
	const answer = async (): Promise<void> => {
		for (let token = waiting.pop(); token !== undefined; token = waiting.pop()) {
			const address = `${server.origin}/s/${boardCode}/${token}`;
			await post(`${address}/questions`, { _move: 'next', _page: 'sol_1', sol_1: '3' });
			const { ms, to } = await post(`${address}/review`, {
				_move: 'send',
				_submission: randomUUID(),
				_help: 'self'
			});
			if (!to.includes('/thanks')) throw new Error(`The answer was not taken: ${to}`);
			times.push(ms);
		}
	};
	try {
		await Promise.all(Array.from({ length: senders }, answer));
	} finally {
		await server.stop();
	}
	const sorted = times.toSorted((one, other) => one - other);
	const at = (share: number): number =>
		Math.round((sorted[Math.ceil(sorted.length * share) - 1] ?? NaN) * 10) / 10;
	print(storage, `answers sent in, ${senders} at a time: median`, at(0.5), 'ms');
	print(storage, `answers sent in, ${senders} at a time: 95th percentile`, at(0.95), 'ms');
}

/** The reminding twice over and at the same time, then everything that is to be sent. */
async function remindEverybody(storage: StorageUnderFault, id: BoardId, letters: Letters): Promise<void> {
	const { database, board } = await openWorld(storage, id);
	try {
		const day = addDays(today, 7);
		await Promise.all([1, 2].map(() => run(onDay(board, day), remindInvited, {})));
		await run(onDay(board, day), remindInvited, {});
		await sendAll(database, day, letters);
	} finally {
		await database.close();
	}
}

function print(storage: StorageUnderFault, name: string, value: number, unit: string, target?: 0): void {
	printFigure({
		name: `${count} invited, ${storage.name}: ${name}`,
		value,
		unit,
		...(target === undefined ? {} : { target: { atMost: target } })
	});
}

await buildProgram();
for (const kind of listStorageKinds()) {
	const storage = await kind.make();
	try {
		const id = randomUUID() as BoardId;
		const invitations: Letters = new Map();
		await inviteEverybody(storage, id, invitations);
		const wrong = [...invitations.values()].filter(({ length }) => length !== 1).length;
		print(storage, 'not invited exactly once', wrong + count - invitations.size, 'people', 0);
		const answered = [...invitations].filter((_, index) => index % answerEvery === 0);
		await answerAll(
			storage,
			answered.map(([, [token = '']]) => token)
		);
		const reminders: Letters = new Map();
		await remindEverybody(storage, id, reminders);
		const has = new Set(answered.map(([address]) => address));
		const misses = [...invitations.keys()].filter(
			(address) => (reminders.get(address)?.length ?? 0) !== (has.has(address) ? 0 : 1)
		);
		print(storage, 'reminders sent', [...reminders.values()].flat().length, 'letters');
		print(storage, 'not reminded as they should be', misses.length, 'people', 0);
	} finally {
		await storage.remove();
	}
}
agent.destroy();
