/**
 * The linkage attack, as a test: whoever has everything that is on the disk, and has watched everybody come in and answer,
 * shall not know who answered what. Three naive ways of storing anonymous answers stand beside ours, to show that the
 * attacker can do what we say that they cannot.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBoxKeys } from '#lib/secrecy/server/box-keys.ts';
import { makeKeyRing } from '#lib/secrecy/server/key-ring.ts';
import { queryRows, type Database } from '#lib/shared/server/database.ts';
import { migrateDatabase } from '#lib/shared/server/migrate.ts';
import { loadBoxKey, openSealed } from '#lib/surveys/seal-answers.ts';
import { testMasterKey } from '#tests/build/test-master-key.ts';
import { listPlaceKinds, type Place } from '../backup/places.ts';
import { root } from '../databases.ts';
import { attack, scoreAttack } from './attacker.ts';
import { makeUpPeople, readAnswerOfRow, writeAnswers, type Build } from './build.ts';
import { askedInRoom } from './asked-in-room-build.ts';
import { codesInAHat, hashOf } from './codes-build.ts';
import { dumpEverything, findLogPlace, readLog, type Dump, type Evidence } from './evidence.ts';
import { loggedShuffle } from './naive-logged-shuffle.ts';
import { sameTransaction } from './naive-same-transaction.ts';
import { separateTransactions } from './naive-separate-transactions.ts';
import { openLink } from './open-link-build.ts';

const count = 200;
/** Backups are taken at so many moments. */
const backups = 4;
/** What chance gives, and three standard deviations of it (binomial). */
function limitFor(people: number): number {
	const chance = 1 / people;
	return chance + 3 * Math.sqrt((chance * (1 - chance)) / people);
}
/** What a naive build gives away at least. */
const teeth = 0.95;

interface Attacked {
	/** Share of all people who were linked, by attack. */
	readonly scores: ReadonlyMap<string, number>;
	readonly evidence: Evidence;
}

/**
 * What naive builds before it have left: their people have the same names and answers each time, so luck with what lies there
 * would be the same luck at every try.
 */
async function dropNaive({ orm }: Database): Promise<void> {
	const tables = await queryRows<{ name: string }>(
		orm,
		sql`select tablename as name from pg_tables where schemaname = 'public' and tablename like 'naive%'`
	);
	for (const { name } of tables) await orm.execute(sql`drop table ${sql.identifier(name)}`);
}

async function carryOut(place: Place, database: Database, build: Build): Promise<Attacked> {
	await dropNaive(database);
	const people = makeUpPeople(build.people ?? count);
	const between = people.length / backups;
	const from = await findLogPlace(database);
	const running = await build.begin(database, people);
	const dumps: Dump[] = [];
	for (const [index, person] of people.entries()) {
		await running.answer(person);
		if (index % 20 === 7) await wait(index % 3);
		if (index % between === Math.floor(0.62 * between)) dumps.push(await dumpEverything(database));
	}
	dumps.push(await dumpEverything(database));
	await running.finish();
	dumps.push(await dumpEverything(database));
	const log = readLog(await place.listFolders(), from, await findLogPlace(database));
	const seen = people.map((person) => {
		const { name, marks, code } = person;
		return { name, marks: [name, ...marks, hashOf(code), ...(running.marksOf?.(person) ?? [])] };
	});
	const evidence = { people: seen, dumps, log, readAnswer: readAnswerOfRow };
	const truth = new Map(people.map(({ name, answers }) => [name, writeAnswers(answers)]));
	const attacks = attack(evidence);
	return { evidence, scores: new Map(attacks.map((one) => [one.name, scoreAttack(one, truth)])) };
}

const best = ({ scores }: Attacked): number => Math.max(0, ...scores.values());
const overLimit = ({ scores, evidence }: Attacked): string[] =>
	[...scores].filter(([, score]) => score > limitFor(evidence.people.length)).map(([name]) => name);

/** One attack in fifty is luckier than that by chance alone. A leak is there every time, and luck is not: three in a row. */
const tries = 3;

async function expectNoMoreThanChance(place: Place, database: Database, build: Build): Promise<void> {
	let found: readonly string[] = [];
	for (let time = 1; time <= tries && (time === 1 || found.length > 0); time += 1) {
		const attacked = await carryOut(place, database, build);
		expect(attacked.scores.size).toBeGreaterThanOrEqual(10);
		const now = overLimit(attacked);
		found = time === 1 ? now : now.filter((name) => found.includes(name));
	}
	expect(found).toEqual([]);
}

describe.each(listPlaceKinds())('whoever has the whole disk · $name', (kind) => {
	let place: Place;
	let database: Database;
	let keys: string;

	beforeAll(async () => {
		keys = mkdtempSync(join(tmpdir(), 'genklang-box-keys-'));
		await kind.start();
		place = await kind.make();
		const opened = await place.open();
		// As an installation has them: files, outside the database.
		database = { ...opened, keyRing: makeKeyRing(testMasterKey, Date.now, openBoxKeys(keys)) };
		await migrateDatabase(database, root);
	});
	afterAll(async () => {
		await database.close();
		await kind.remove();
		rmSync(keys, { recursive: true, force: true });
	});

	it.each([sameTransaction, separateTransactions, loggedShuffle])(
		'knows what everybody answered with $name',
		async (build) => {
			expect(best(await carryOut(place, database, build))).toBeGreaterThanOrEqual(teeth);
		}
	);

	it.each([openLink, codesInAHat])('knows no more than chance with $name', (build) =>
		expectNoMoreThanChance(place, database, build)
	);

	it('cannot open what lay sealed in a backup, when the box has been emptied', async () => {
		const { evidence } = await carryOut(place, database, openLink);
		const sealed = evidence.dumps.at(-2)?.get('sealed_answers') ?? [];
		expect(sealed).toHaveLength(count);
		expect(new Set(sealed.map(({ columns }) => String(columns['sealed']).length)).size).toBe(1);
		expect(evidence.dumps.at(-1)?.get('sealed_answers')).toEqual([]);
		// The next test shows that the file that was there is what opens it. What is left is the next, empty box's.
		const emptied = evidence.dumps.at(-1)?.get('answer_boxes') ?? [];
		const gone = emptied.filter(({ columns }) => columns['state'] === 'emptied');
		const left = readdirSync(keys);
		expect(gone.length).toBeGreaterThan(0);
		expect(gone.filter(({ columns }) => left.includes(`${String(columns['id'])}.key`))).toEqual([]);
	});

	it('finds the key in no file of the database and in no log, while people answer', async () => {
		const [person] = makeUpPeople(1);
		const before = new Set(readdirSync(keys));
		const build = await openLink.begin(database, person ? [person] : []);
		if (person) await build.answer(person);
		const file = readdirSync(keys).find((name) => !before.has(name)) ?? '';
		const key = readFileSync(join(keys, file));
		const dump = await dumpEverything(database);
		const row = dump.get('sealed_answers')?.find(({ text }) => text.includes(person?.marks[0] ?? '?'));
		const boxRow = dump.get('answer_boxes')?.find(({ columns }) => file.startsWith(String(columns['id'])));
		const box = { id: String(boxRow?.columns['id']), publicKey: String(boxRow?.columns['public_key']) };
		const boxKey = await loadBoxKey(globalThis.crypto, new Uint8Array(key));
		const text = await openSealed(globalThis.crypto, box, boxKey, String(row?.columns['sealed']));
		expect(JSON.parse(text ?? '')).toEqual({ language: 'sv', answers: person?.answers });
		// The secret number itself, 32 bytes into what PKCS 8 wraps it in.
		const secret = key.subarray(36, 68);
		for (const folder of await place.listFolders()) {
			for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
				if (!entry.isFile()) continue;
				const bytes = readFileSync(join(entry.parentPath, entry.name));
				expect(bytes.includes(secret) || bytes.includes(secret.toString('base64url')), entry.name).toBe(
					false
				);
			}
		}
		await build.finish();
		expect(readdirSync(keys)).not.toContain(file);
	});

	// The last: its cases and log lines would make every dump before it larger.
	it('knows no more than chance when somebody is asked in the room', () =>
		expectNoMoreThanChance(place, database, askedInRoom));
});
