/**
 * A file of 100 000 responses with 60 questions, ordered, made and fetched over HTTP from the built program while people go
 * on answering: how much memory it takes, how long, and what those who answer notice of it.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { inviteStaff } from '#lib/access/server/commands/invite-staff.ts';
import { parseProxies } from '#lib/access/server/client-address.ts';
import { signInCookies, writeSessionCookie } from '#lib/access/server/session-cookie.ts';
import { insertSession } from '#lib/access/server/sign-in/queries.ts';
import { makeSignInContext } from '#lib/access/server/sign-in-context.ts';
import { administrations, responses } from '#lib/collection/server/tables.ts';
import { loadCatalogue } from '#lib/instruments/server/catalogue.ts';
import type { AdministrationId, CaseId, ResponseId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import { makeContext } from '#lib/shared/server/context.ts';
import { queryRows, type Database } from '#lib/shared/server/database.ts';
import { buildProgram } from '../tests/build/build-program.ts';
import { openTestCase } from '../tests/build/made-up.ts';
import { root, startServer, testSecret } from '../tests/build/server-process.ts';
import { testTrail } from '../tests/build/test-board.ts';
import { fillStorage, listStorageKinds, type StorageUnderFault } from '../tests/fault/storage-under-fault.ts';
import { findFreePort } from '../tests/integration/postgres-cluster.ts';
import { printFigure } from './figure.ts';

const count = Number(process.env['GENKLANG_BENCH_RESPONSES'] ?? 100_000);
const questions = 60;
const responsesPerCase = 20;
/** As many as may answer at once in a busy minute of a middle-sized municipality, each as soon as the last is done. */
const senders = 2;
const quietMs = 10_000;
const agent = new Agent({ keepAlive: true, maxSockets: senders + 2 });

/** A made-up instrument with sixty questions, in a folder that the program is told of. */
function writeInstrument(): string {
	const folder = mkdtempSync(join(tmpdir(), 'genklang-long-'));
	const files = join(folder, 'long', '1');
	mkdirSync(files, { recursive: true });
	const choices = [0, 1, 2, 3, 4].map((value) => ({ value, text: `Påhittat svar ${value}` }));
	const names = Array.from({ length: questions }, (_, index) => `long_${index + 1}`);
	const elements = names.map((name) => ({
		type: 'radiogroup',
		name,
		title: `Påhittad fråga ${name}`,
		choices
	}));
	const write = (name: string, content: unknown): void =>
		writeFileSync(join(files, name), JSON.stringify(content));
	write('survey.json', { locale: 'sv', pages: [{ name: 'page', elements }] });
	write('instrument.json', {
		id: 'long',
		version: '1',
		ruleVersion: '1',
		title: 'Påhittat långt formulär',
		shortTitle: 'Långt',
		purpose: 'Att mäta med.',
		respondents: ['client'],
		standardised: false,
		sensitive: [],
		evidence: { wording: 'LOCAL', note: 'Påhittat.' },
		rights: {
			holder: 'Ingen',
			class: 'B',
			licence: 'Fri',
			notices: [{ sv: 'Påhittat, för mätningen.' }],
			electronic: 'allowed',
			mayShipText: true,
			commercial: true,
			mayEdit: true
		},
		sources: [{ id: 'TEST', title: 'Testet', evidence: 'LOCAL' }],
		items: names.map((name, index) => ({ name, number: String(index + 1), scores: 'code' })),
		scales: [
			{
				name: 'total',
				title: 'Summa',
				items: names,
				aggregate: 'sum',
				direction: 'higher-better',
				source: 'TEST'
			}
		]
	});
	write('reference-cases.json', {
		cases: [
			{
				name: 'Alla 1',
				source: 'TEST',
				codes: names.map(() => 1),
				expected: { total: { score: questions } }
			},
			{
				name: 'Ett svar saknas',
				source: 'TEST',
				codes: names.map((_, index) => (index === 0 ? null : 1)),
				expected: { total: { score: null, reason: 'missing-items', answered: questions - 1 } }
			}
		]
	});
	const { findings } = loadCatalogue([folder]);
	if (findings.length > 0) throw new Error(`The made-up form is refused: ${JSON.stringify(findings)}`);
	return folder;
}

/** The responses, straight to the tables: how they came is not what is measured. */
async function fillResponses(database: Database, boardCode: string): Promise<string> {
	const catalogue = loadCatalogue([join(root, 'instruments')]);
	const [board] = await queryRows<{ id: string }>(
		database.orm,
		sql`select id::text from boards where code = ${boardCode}`
	);
	const boardId = board?.id as never;
	const system = makeContext(database, { kind: 'system', boardId }, catalogue, testTrail);
	const cipher = await database.keyRing.cipherOf(boardId, database.query);
	for (let at = 0; at < count; at += 1_000) {
		const made: { caseId: CaseId; id: AdministrationId; responseId: ResponseId; number: number }[] = [];
		for (let index = 0; index < 1_000; index += responsesPerCase) {
			const caseId = await openTestCase(system);
			for (let number = 0; number < responsesPerCase; number += 1) {
				const id = randomUUID() as AdministrationId;
				made.push({ caseId, id, responseId: randomUUID() as ResponseId, number });
			}
		}
		await database.orm.insert(administrations).values(
			made.map(({ caseId, id }) => ({
				boardId,
				id,
				caseId,
				instrumentId: 'long',
				instrumentVersion: '1',
				occasion: 'before' as const,
				respondent: 'client' as const,
				mode: 'paper' as const,
				state: 'answered' as const,
				createdOn: '2026-03-02' as LocalDate
			}))
		);
		await database.orm.insert(responses).values(
			made.map(({ id, responseId, number }) => {
				const answers = Object.fromEntries(
					Array.from({ length: questions }, (_, index) => [`long_${index + 1}`, (number + index) % 5])
				);
				return {
					boardId,
					id: responseId,
					administrationId: id,
					help: 'self' as const,
					language: 'sv',
					answeredOn: `2026-03-${String(number + 1).padStart(2, '0')}` as LocalDate,
					answers: cipher.seal('responses.answers', responseId, JSON.stringify(answers))
				};
			})
		);
	}
	const { staffId } = await run(system, inviteStaff, {
		email: 'mattning@exempelby.example',
		name: 'Påhittad administratör',
		assignment: {
			role: 'follow-up-administrator',
			unitId: null,
			providerId: null,
			validFrom: '2026-01-01' as LocalDate,
			validTo: null
		}
	});
	return staffId;
}

interface Answer {
	readonly status: number;
	readonly text: string;
	readonly bytes: number;
}

function ask(
	method: 'GET' | 'POST',
	address: string,
	cookie: string,
	fields?: Record<string, string>
): Promise<Answer> {
	const body = fields ? new URLSearchParams(fields).toString() : null;
	const headers = {
		cookie,
		accept: 'text/html',
		origin: new URL(address).origin,
		...(body === null
			? {}
			: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) })
	};
	return new Promise((resolve, reject) => {
		const sent = request(address, { method, agent, headers }, (response) => {
			let text = '';
			let bytes = 0;
			response.on('data', (chunk: Buffer) => {
				bytes += chunk.length;
				if (bytes < 500_000) text += chunk.toString();
			});
			response.once('end', () => resolve({ status: response.statusCode ?? 0, text, bytes }));
		});
		sent.once('error', reject);
		sent.end(body ?? undefined);
	});
}

/** People send in answers until told to stop; the milliseconds each of them waited. */
function answerUntil(origin: string, links: string[], stop: AbortSignal): Promise<number[]> {
	const waited: number[] = [];
	const sender = async (): Promise<void> => {
		while (!stop.aborted) {
			const path = links.pop();
			if (path === undefined) throw new Error('There were too few links.');
			const from = performance.now();
			const { status } = await ask('POST', `${origin}${path}/review`, '', {
				_move: 'send',
				_submission: randomUUID(),
				_help: 'self'
			});
			if (status !== 303) throw new Error(`An answer got ${status}.`);
			waited.push(performance.now() - from);
			await wait(20);
		}
	};
	return Promise.all(Array.from({ length: senders }, sender)).then(() => waited);
}

const percentile = (values: readonly number[], share: number): number =>
	values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? NaN;

function residentMegabytes(pid: number): number {
	return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
}

async function measure(storage: StorageUnderFault, instruments: string): Promise<void> {
	const { personal } = await fillStorage(storage, 40_000);
	const links = [...personal];
	const port = await findFreePort();
	const origin = `http://127.0.0.1:${port}`;
	const database = await storage.open();
	const staffId = await fillResponses(database, 'fault');
	if (database.kind === 'postgres') await database.orm.execute(sql`analyze`);
	const signIn = makeSignInContext(database, {
		secret: testSecret,
		publicUrl: origin,
		municipality: null,
		trustedProxies: parseProxies('')!
	});
	const token = await insertSession(signIn, database.orm, {
		userId: staffId as never,
		secondFactor: 'totp',
		userAgent: null
	});
	const cookie = `${signInCookies(origin).session.name}=${writeSessionCookie(signIn.secrets, token)}`;
	await database.close();
	const server = await startServer(storage.settings, port, { GENKLANG_INSTRUMENTS: instruments });
	try {
		const { name } = storage;
		const quiet = new AbortController();
		await answerUntil(origin, links, AbortSignal.timeout(3_000));
		setTimeout(() => quiet.abort(), quietMs);
		const before = await answerUntil(origin, links, quiet.signal);
		const idle = residentMegabytes(server.pid);
		let peak = idle;
		const watching = setInterval(() => (peak = Math.max(peak, residentMegabytes(server.pid))), 50);
		const busy = new AbortController();
		const during = answerUntil(origin, links, busy.signal);
		// What goes wrong with the order is told before that the server, which is then stopped, no longer answers.
		during.catch(() => undefined);
		const from = performance.now();
		const ordered = await ask('POST', `${origin}/exports/new`, cookie, {
			what: 'case-responses:long:1',
			format: 'csv-swedish',
			valueForm: 'codes',
			ageForm: 'group',
			recipient: 'Mätningen',
			ground: 'own-follow-up'
		});
		if (ordered.status !== 303) throw new Error(`The order got ${ordered.status}.`);
		let file: string | undefined;
		while (file === undefined) {
			await wait(500);
			const { text } = await ask('GET', `${origin}/exports`, cookie);
			file = /\/exports\/[0-9a-f-]{36}\/file/.exec(text)?.[0];
		}
		const madeIn = performance.now() - from;
		const fetched = await ask('GET', `${origin}${file}`, cookie);
		busy.abort();
		const waited = await during;
		clearInterval(watching);
		if (fetched.status !== 200) throw new Error(`The file got ${fetched.status}.`);
		printFigure({
			name: `export ${count} × ${questions}, ${name}`,
			value: Math.round(madeIn / 1000),
			unit: 's'
		});
		printFigure({ name: `export, packed, ${name}`, value: Math.round(fetched.bytes / 1e6), unit: 'MB' });
		printFigure({ name: `program before the export, ${name}`, value: Math.round(idle), unit: 'MB' });
		printFigure({
			name: `export memory at most, ${name}`,
			value: Math.round(peak - idle),
			unit: 'MB',
			target: { atMost: 200 }
		});
		const [quietP95, busyP95] = [percentile(before, 0.95), percentile(waited, 0.95)];
		printFigure({ name: `answer p95 without export, ${name}`, value: Math.round(quietP95), unit: 'ms' });
		printFigure({ name: `answer p95 during export, ${name}`, value: Math.round(busyP95), unit: 'ms' });
		printFigure({
			name: `answer p95 during / without export, ${name}`,
			value: Math.round((100 * busyP95) / quietP95) / 100,
			unit: 'times',
			target: { atMost: 1.5 }
		});
	} finally {
		await server.stop();
	}
}

await buildProgram();
const instruments = writeInstrument();
for (const kind of listStorageKinds()) {
	const storage = await kind.make();
	try {
		await measure(storage, instruments);
	} finally {
		await storage.remove();
	}
}
agent.destroy();
rmSync(instruments, { recursive: true, force: true });
