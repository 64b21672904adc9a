/**
 * Secrets are planted through the program's own commands, and then looked for byte by byte wherever the program and its
 * database leave anything: files, write-ahead log, dump, what is printed, backups. All of them are made up; the personal
 * identity numbers are Skatteverket's printed examples and test person.
 */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealBoard } from '#lib/audit/server/seal-board.ts';
import { readBackupFile } from '#lib/backup/server/backup-file.ts';
import { addIntervention } from '#lib/cases/server/commands/add-intervention.ts';
import { registerIdentity } from '#lib/cases/server/commands/register-identity.ts';
import { caseOverview } from '#lib/cases/server/reads/case-overview.ts';
import { searchClient } from '#lib/cases/server/reads/search-client.ts';
import { saveDraft } from '#lib/collection/server/commands/save-draft.ts';
import { submitResponse } from '#lib/collection/server/commands/submit-response.ts';
import { loadCatalogue } from '#lib/instruments/server/catalogue.ts';
import type { BoardId, CaseId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { createBoard } from '#lib/shared/server/boards.ts';
import { run } from '#lib/shared/server/command.ts';
import { queryRows } from '#lib/shared/server/database.ts';
import { migrateDatabase } from '#lib/shared/server/migrate.ts';
import { fetch as read } from '#lib/shared/server/read.ts';
import { buildProgram } from '#tests/build/build-program.ts';
import {
	addTestProvider,
	openTestCase,
	openTestSurvey,
	sendTestLink,
	testSubmission
} from '#tests/build/made-up.ts';
import { startServer } from '#tests/build/server-process.ts';
import { addPerson, openDoor, password, signIn } from '#tests/build/staff-account.ts';
import { makeTestBoard, testTrail } from '#tests/build/test-board.ts';
import { writeTestMasterKey } from '#tests/build/test-master-key.ts';
import { genklang, listPlaceKinds, passphrase, type Place } from '../backup/places.ts';
import { root } from '../databases.ts';
import { findFreePort, findPostgresPrograms } from '../postgres-cluster.ts';

const people = [
	{ name: 'Kvittra Gulfjäder', personalNumber: '19121212-1212' },
	{ name: 'Sippa Blåklockhed', personalNumber: '640823-3234' },
	{ name: 'Tranbär Myrullsson', personalNumber: '701063-2391' }
] as const;
const concerns = ['oro för kvällsdimman', 'våldsam höstvind hemma'] as const;
const interventions = ['stödsamtal om snöyran', 'boende i Kråkvinkeln'] as const;
const drafts = { text: 'ännu inte skickat månsken', langtext: 'halvfärdig norrskensdikt' } as const;
const answers = {
	text: 'min granne Vinterkråka',
	langtext: 'ingen får veta om rimfrosten',
	post: 'isblomma@tjarn.example',
	'ja_nej-Comment': 'ja, men bara daggkåpan'
} as const;
/** What the form has to have answered. */
const required = { val: 1, tal: 3, ja_nej: true, rader: { lyssnar: 1, tid: 1, bestamma: 1 } };
const anonymousAnswers = {
	text: 'sköterskan Lavendelin',
	langtext: 'jag heter Åskmolnia',
	'ja_nej-Comment': 'hälsa Björklövstina'
} as const;
const open = 'Öppenvården Tussilago';
const board = { code: 'kanarie', name: 'Påhittade nämnden' };

interface Canary {
	readonly what: string;
	readonly bytes: readonly Buffer[];
}

/** The text as it is, in JSON, and in the other ways that bytes are often written. */
function canary(what: string, text: string): Canary {
	const forms = [text, JSON.stringify(text).slice(1, -1), encodeURIComponent(text)];
	const encoded = ['base64', 'base64url', 'hex'] as const;
	const written = encoded.map((encoding) => Buffer.from(text).toString(encoding).replaceAll('=', ''));
	return {
		what,
		bytes: [...new Set([...forms, ...written])].map((form) => Buffer.from(form))
	};
}

function key(what: string, bytes: Buffer): Canary {
	const written = [bytes.toString('hex'), bytes.toString('base64url'), bytes.toString('base64')];
	return { what, bytes: [bytes, ...written.map((text) => Buffer.from(text))] };
}

const numberForms = (number: string): string[] => {
	const twelve = {
		'19121212-1212': '191212121212',
		'640823-3234': '196408233234',
		'701063-2391': '197010632391'
	};
	const digits = twelve[number as keyof typeof twelve];
	return [digits, `${digits.slice(0, 8)}-${digits.slice(8)}`, `${digits.slice(2, 8)}-${digits.slice(8)}`];
};

const staticCanaries: readonly Canary[] = [
	...people.flatMap(({ name, personalNumber }) => [
		canary('a name', name),
		{ what: 'a personal number', bytes: numberForms(personalNumber).map((form) => Buffer.from(form)) }
	]),
	...concerns.map((text) => canary('a concern', text)),
	...interventions.map((text) => canary('an intervention', text)),
	...Object.values(drafts).map((text) => canary('a draft', text)),
	...Object.values(answers).map((text) => canary('an answer', text)),
	...Object.values(anonymousAnswers).map((text) => canary('an anonymous answer', text)),
	canary('a password', password),
	canary('the passphrase', passphrase),
	canary(
		'the master key',
		readFileSync(writeTestMasterKey(), 'utf8').replace('genklang-master-key-1', '').trim()
	)
];

/** What of the secrets is in the bytes. */
function findIn(bytes: Buffer, canaries: readonly Canary[]): string[] {
	return canaries
		.filter((one) => one.bytes.some((form) => bytes.includes(form)))
		.map(({ what, bytes: [form] }) => `${what}: ${form?.toString()}`);
}

function findInFolder(folder: string, canaries: readonly Canary[]): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.flatMap((path) => findIn(readFileSync(path), canaries).map((found) => `${path} · ${found}`));
}

/** Plants everything; gives the secrets that were made on the way. */
async function plant(
	place: Place
): Promise<{ readonly canaries: Canary[]; readonly links: readonly string[] }> {
	const database = await place.open();
	try {
		await migrateDatabase(database, root);
		const id = randomUUID() as BoardId;
		await createBoard(database, { id, ...board });
		const catalogue = loadCatalogue([
			join(root, 'instruments'),
			join(root, 'tests', 'fixtures', 'instruments')
		]);
		const testBoard = makeTestBoard(database, catalogue, { id, ...board }, null);
		const { karin, adnan, linkHolder } = testBoard;
		const providerId = await addTestProvider(adnan, open);
		const cases: CaseId[] = [];
		for (const [index, person] of people.entries()) {
			const caseId = await openTestCase(karin, { concern: concerns[index % 2] ?? null });
			await run(karin, registerIdentity, { caseId, ...person });
			cases.push(caseId);
		}
		const [caseId] = cases;
		if (!caseId) throw new Error('There is no case.');
		const days = { decidedOn: null, startedOn: null, endedOn: null };
		for (const name of interventions)
			await run(karin, addIntervention, { caseId, providerId, name, ...days });
		// Changed, so that there are old rows of what was there before.
		for (const person of people)
			await run(karin, registerIdentity, {
				caseId: cases[0] ?? caseId,
				name: person.name,
				personalNumber: null
			});

		const form = { instrumentId: 'alla-fragetyper' };
		const expiresOn = '2099-12-31' as LocalDate;
		const sent = await sendTestLink(karin, caseId, form);
		await run(linkHolder, saveDraft, {
			token: sent.token,
			answers: { text: answers.text },
			page: null,
			language: 'sv'
		});
		await run(
			linkHolder,
			submitResponse,
			testSubmission(sent.token, { answers: { ...required, ...answers } })
		);
		const started = await sendTestLink(karin, caseId, { ...form, expiresOn });
		const fresh = await sendTestLink(karin, caseId, { expiresOn });
		await run(linkHolder, saveDraft, { token: started.token, answers: drafts, page: null, language: 'sv' });
		const survey = await openTestSurvey(adnan, [providerId], { instrumentIds: [form.instrumentId] });
		const shared = survey.links[0]?.token ?? '';
		await run(
			linkHolder,
			submitResponse,
			testSubmission(shared, { answers: { ...required, ...anonymousAnswers } })
		);

		await read(karin, caseOverview, { caseId });
		await read(karin, searchClient, { by: 'name', text: people[0].name });
		await read(karin, searchClient, { by: 'personal-number', text: people[1].personalNumber });
		const door = openDoor(testBoard);
		const person = await addPerson(door, 'Vide');
		const session = await signIn(door, person);
		await sealBoard(database, testTrail, id);
		return {
			canaries: [
				canary('a link', sent.token),
				canary('a started link', started.token),
				canary('a link that opens', fresh.token),
				canary('a survey’s link', shared),
				key('an authenticator app’s secret', person.secret),
				...(session.includes('.') ? [canary('a session’s cookie', session)] : [])
			],
			// The server knows the form of the first and not that of the second.
			links: [fresh, started].map(({ token }) => `/s/${board.code}/${token}`)
		};
	} finally {
		await database.close();
	}
}

describe.each(listPlaceKinds())('planted secrets · $name', (kind) => {
	let place: Place;
	let folder: string;
	let backup: string;
	let canaries: readonly Canary[];
	let links: readonly string[];

	beforeAll(async () => {
		folder = mkdtempSync(join(tmpdir(), 'genklang-canaries-'));
		await kind.start();
		place = await kind.make();
		const planted = await plant(place);
		canaries = [...staticCanaries, ...planted.canaries];
		links = planted.links;
		backup = join(folder, 'kopia');
	});
	afterAll(async () => {
		await kind.remove();
		rmSync(folder, { recursive: true, force: true });
	});

	it('are twenty or more', () => {
		expect(canaries.length).toBeGreaterThanOrEqual(20);
	});

	it('are in no file of the database, write-ahead log and old rows included', async () => {
		for (const path of await place.listFolders()) {
			expect(findInFolder(path, canaries)).toEqual([]);
			// What is stored in the open is found in the same way: the search is worth something.
			expect(findInFolder(path, [canary('a provider', open)]).length).toBeGreaterThan(0);
		}
	});

	it('are in no dump', async () => {
		const database = await place.open();
		const tables = await queryRows<{ name: string }>(
			database.orm,
			sql`select tablename as name from pg_tables where schemaname = 'public'`
		);
		const rows: string[] = [];
		for (const { name } of tables) {
			const found = await queryRows<{ row: string }>(
				database.orm,
				sql`select row_to_json(t)::text || t::text as row from ${sql.identifier(name)} t`
			);
			rows.push(...found.map(({ row }) => row));
		}
		await database.close();
		const dump = Buffer.from(rows.join('\n'));
		expect(findIn(dump, canaries)).toEqual([]);
		expect(findIn(dump, [canary('a provider', open)])).toHaveLength(1);
	});

	it('are not in what pg_dump writes', () => {
		const programs = findPostgresPrograms();
		const address = place.settings['DATABASE_URL'];
		if (!programs || !address) return;
		const { status, stdout, stderr } = spawnSync(
			join(dirname(realpathSync(join(programs, 'initdb'))), 'pg_dump'),
			['--enable-row-security', `${address}?options=-c%20app.board_id%3Devery-board`],
			{ maxBuffer: 100_000_000 }
		);
		expect(status, stderr.toString()).toBe(0);
		expect(findIn(stdout, canaries)).toEqual([]);
		expect(findIn(stdout, [canary('a provider', open)])).toHaveLength(1);
	});

	it('are not in a backup, nor in what is inside it', async () => {
		const made = await genklang(place, ['backup', backup]);
		expect(made, made.stderr).toMatchObject({ status: 0 });
		expect(findIn(Buffer.from(made.stdout + made.stderr), canaries)).toEqual([]);
		expect(findIn(readFileSync(backup), canaries)).toEqual([]);
		const lines: string[] = [];
		for await (const line of readBackupFile(backup, passphrase)) lines.push(JSON.stringify(line));
		const inside = Buffer.from(lines.join('\n'));
		expect(findIn(inside, canaries)).toEqual([]);
		expect(findIn(inside, [canary('a provider', open)])).toHaveLength(1);
	});

	it('are not in what a server writes, whatever is asked of it', async () => {
		await buildProgram();
		const settings = place.settings as { readonly DATABASE_URL: string };
		const server = await startServer(settings, await findFreePort());
		const [fresh, started] = links;
		const statuses: number[] = [];
		for (const path of [fresh, `${fresh}/review`, `${fresh}/nej`, `${fresh}x`, started, '/cases', '/nej']) {
			const response = await fetch(`${server.origin}${path}`, { redirect: 'manual' });
			statuses.push(response.status);
			await response.arrayBuffer();
		}
		const body = new URLSearchParams({ text: answers.text, langtext: answers.langtext });
		for (const path of [`${fresh}/review`, `${started}/review`, '/sign-in', fresh]) {
			const headers = { origin: server.origin };
			const response = await fetch(`${server.origin}${path}`, {
				method: 'POST',
				body,
				headers,
				redirect: 'manual'
			});
			await response.arrayBuffer();
		}
		await server.stop();
		expect(statuses[0]).toBe(200);
		expect(findIn(Buffer.from(server.said()), canaries)).toEqual([]);
		for (const path of await place.listFolders()) expect(findInFolder(path, canaries)).toEqual([]);
	});

	it('are not in what a server writes when the database fails it', async () => {
		await buildProgram();
		const hidden = async (isHidden: boolean): Promise<void> => {
			const database = await place.open();
			const [from, to] = isHidden ? ['draft_answers', 'draft_gone'] : ['draft_gone', 'draft_answers'];
			await database.orm.execute(
				sql`alter table administrations rename column ${sql.identifier(from)} to ${sql.identifier(to)}`
			);
			await database.close();
		};
		await hidden(true);
		const server = await startServer(
			place.settings as { readonly DATABASE_URL: string },
			await findFreePort()
		);
		const statuses: number[] = [];
		for (const [link, method] of [
			[links[0], 'GET'],
			[links[1], 'GET'],
			[`${links[1]}/questions`, 'POST'],
			[`${links[1]}/review`, 'POST']
		] as const) {
			const response = await fetch(`${server.origin}${link}`, {
				method,
				headers: { origin: server.origin, accept: 'text/html' },
				...(method === 'POST' ? { body: new URLSearchParams({ ...answers, _move: 'send' }) } : {}),
				redirect: 'manual'
			});
			statuses.push(response.status);
			expect(findIn(Buffer.from(await response.text()), staticCanaries)).toEqual([]);
		}
		await server.stop();
		await hidden(false);
		expect(statuses).toEqual([500, 500, 500, 500]);
		// Whoever runs it is told that and where it failed, and nothing of what somebody has written.
		expect(server.said().match(/"event":"failed"/g)?.length).toBeGreaterThanOrEqual(4);
		expect(findIn(Buffer.from(server.said()), canaries)).toEqual([]);
	});
});
