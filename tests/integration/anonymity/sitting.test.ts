/**
 * The linkage attack between the forms of one sitting: whoever has the whole disk and knows what somebody answered to the
 * first form shall not know what they answered to the second. Each row of the first form is a "person" whose row of the
 * second is looked for, in every order and by every value the rows have.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { submitResponse } from '#lib/collection/server/commands/submit-response.ts';
import { joinAnswers } from '#lib/instruments/sitting.ts';
import { openBoxKeys } from '#lib/secrecy/server/box-keys.ts';
import { makeKeyRing } from '#lib/secrecy/server/key-ring.ts';
import type { ResponseId } from '#lib/shared/ids.ts';
import type { LocalDate, Quarter } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import type { Database } from '#lib/shared/server/database.ts';
import { migrateDatabase } from '#lib/shared/server/migrate.ts';
import { emptyDueBoxes } from '#lib/surveys/server/boxes/empty-boxes.ts';
import { insertReleased } from '#lib/surveys/server/boxes/queries.ts';
import { addTestProvider, openTestSurvey, testSubmission } from '#tests/build/made-up.ts';
import { testMasterKey } from '#tests/build/test-master-key.ts';
import { randomUUID } from 'node:crypto';
import { listPlaceKinds, type Place } from '../backup/places.ts';
import { root } from '../databases.ts';
import { attack, scoreAttack } from './attacker.ts';
import { mix } from './build.ts';
import {
	dumpEverything,
	findLogPlace,
	readLog,
	type Dump,
	type DumpedRow,
	type Evidence
} from './evidence.ts';
import { makeBoard } from './open-link-build.ts';

const people = 200;
const forms = ['simrishamn-sol', 'simrishamn-lss'] as const;
/** What chance gives, and three standard deviations of it (binomial). */
const limit = 1 / people + 3 * Math.sqrt(((1 / people) * (1 - 1 / people)) / people);
const teeth = 0.95;
/** The codes of Simrishamn's questions are 0 to 3: four questions tell 256 people apart. */
const digitsOf = (number: number) => [0, 1, 2, 3].map((place) => Math.floor(number / 4 ** place) % 4);

interface Pair {
	readonly first: number;
	readonly second: number;
}

/** What each person answers to the two forms: no two alike, and neither tells the other. */
function makeUpPairs(): Pair[] {
	const seconds = mix(Array.from({ length: people }, (_, index) => index));
	return mix(seconds.map((second, first) => ({ first, second })));
}

const toAnswers = ({ first, second }: Pair) =>
	[
		Object.fromEntries(digitsOf(first).map((code, at) => [`sol_${at + 1}`, code])),
		Object.fromEntries(digitsOf(second).map((code, at) => [`lss_${at + 1}`, code]))
	] as const;

const read = (prefix: string) => (text: string) => {
	const found = [1, 2, 3, 4].map((at) => new RegExp(`"${prefix}_${at}": ?(\\d)`).exec(text)?.[1]);
	return found.includes(undefined) ? null : found.join('-');
};
const [readFirst, readSecond] = [read('sol'), read('lss')];

type Store = (database: Database, pairs: readonly Pair[]) => Promise<void>;

async function beginSurvey(database: Database) {
	const board = await makeBoard(database);
	const providerId = await addTestProvider(board.adnan);
	const { surveyId, links } = await openTestSurvey(board.adnan, [providerId], {
		instrumentIds: [...forms],
		closesOn: '2026-03-20' as LocalDate
	});
	return { board, providerId, surveyId, token: links[0]?.token ?? '' };
}

/** Ours. */
const inTheBox: Store = async (database, pairs) => {
	const { board, token } = await beginSurvey(database);
	for (const pair of pairs) {
		const answers = joinAnswers(toAnswers(pair));
		await run(board.linkHolder, submitResponse, testSubmission(token, { answers }));
	}
	await emptyDueBoxes(board.on('2026-03-21', board.adnan));
};

/** Naive: people shuffled, and the two forms of each still beside each other. */
const besideEachOther: Store = async (database, pairs) => {
	const { board, providerId, surveyId } = await beginSurvey(database);
	const rows = mix(pairs).flatMap((pair) =>
		toAnswers(pair).map((answers, form) => ({
			id: randomUUID() as ResponseId,
			surveyId,
			providerId,
			quarter: '2026-Q1' as Quarter,
			instrumentId: forms[form] ?? forms[0],
			instrumentVersion: '1.0.0',
			answers
		}))
	);
	await insertReleased({ tx: database.orm, boardId: board.board.id }, rows);
};

/** Naive: each form by itself in the order in which people came, as two tables would be. */
const oneFormAfterTheOther: Store = async (database, pairs) => {
	const { board, providerId, surveyId } = await beginSurvey(database);
	for (const [form, instrumentId] of forms.entries()) {
		const rows = pairs.map((pair) => ({
			id: randomUUID() as ResponseId,
			surveyId,
			providerId,
			quarter: '2026-Q1' as Quarter,
			instrumentId,
			instrumentVersion: '1.0.0',
			answers: toAnswers(pair)[form] ?? {}
		}));
		await insertReleased({ tx: database.orm, boardId: board.board.id }, rows);
	}
};

const answersIn = (dump: Dump, reader: (text: string) => string | null): DumpedRow[] =>
	(dump.get('anonymous_responses') ?? []).filter(({ text }) => reader(text) !== null);

/** Everything that the rows of the first form can be put in order by. */
function listOrders(rows: readonly DumpedRow[], log: Buffer): readonly DumpedRow[][] {
	const byKey = (keyOf: (row: DumpedRow) => number | string) =>
		rows.toSorted((a, b) => {
			const [one, other] = [keyOf(a), keyOf(b)];
			return one < other ? -1 : one > other ? 1 : a.ctid[0] - b.ctid[0] || a.ctid[1] - b.ctid[1];
		});
	const id = (row: DumpedRow) => String(row.columns['id']);
	return [
		byKey(({ ctid: [page, place] }) => page * 1000 + place),
		byKey(({ xmin }) => xmin),
		byKey(id),
		byKey((row) => id(row).slice(14, 18) + id(row).slice(9, 13) + id(row).slice(0, 8)),
		byKey((row) => log.indexOf(Buffer.from(id(row).replaceAll('-', ''), 'hex'))),
		byKey((row) => log.lastIndexOf(Buffer.from(id(row).replaceAll('-', ''), 'hex'))),
		byKey(({ text }) => readFirst(text) ?? '')
	];
}

/** The row of the second form that lies nearest to that of the first, before it and after it. */
function listNeighbours(dump: Dump): ReadonlyMap<string, string>[] {
	const place = ({ ctid }: DumpedRow) => ctid[0] * 1000 + ctid[1];
	const rows = (dump.get('anonymous_responses') ?? []).toSorted((a, b) => place(a) - place(b));
	return [-1, 1].map(
		(step) =>
			new Map(
				rows.flatMap(({ text }, at) => {
					const [first, second] = [readFirst(text), readSecond(rows[at + step]?.text ?? '')];
					return first !== null && second !== null ? [[first, second] as const] : [];
				})
			)
	);
}

/** The best share of people whose second form is found, by attack. */
async function carryOut(
	place: Place,
	database: Database,
	store: Store
): Promise<ReadonlyMap<string, number>> {
	const pairs = makeUpPairs();
	const from = await findLogPlace(database);
	const old = new Set(
		answersIn(await dumpEverything(database), () => '').map(({ columns }) => columns['id'])
	);
	await store(database, pairs);
	const whole = await dumpEverything(database);
	const dump: Dump = new Map(
		[...whole].map(([table, rows]) => [table, rows.filter(({ columns }) => !old.has(columns['id']))])
	);
	const log = readLog(await place.listFolders(), from, await findLogPlace(database));
	const truth = new Map(
		pairs.map(({ first, second }) => [digitsOf(first).join('-'), digitsOf(second).join('-')])
	);
	const rows = answersIn(dump, readFirst);
	expect([rows.length, answersIn(dump, readSecond).length]).toEqual([people, people]);
	const scores = new Map<string, number>();
	for (const [order, ordered] of listOrders(rows, log).entries()) {
		const seen = ordered.map(({ text, columns }) => {
			const name = readFirst(text) ?? '';
			return { name, marks: [name, String(columns['id'])] };
		});
		const evidence: Evidence = { people: seen, dumps: [dump], log, readAnswer: readSecond };
		for (const one of attack(evidence)) scores.set(`${order}: ${one.name}`, scoreAttack(one, truth));
	}
	for (const [side, guesses] of listNeighbours(dump).entries()) {
		scores.set(`neighbour ${side}`, scoreAttack({ name: 'neighbour', guesses }, truth));
	}
	return scores;
}

/** One attack in fifty is luckier than that by chance alone. A leak is there every time, and luck is not: three in a row. */
const tries = 3;

describe.each(listPlaceKinds())('whoever knows somebody’s first form · $name', (kind) => {
	let place: Place;
	let database: Database;
	let keys: string;

	beforeAll(async () => {
		keys = mkdtempSync(join(tmpdir(), 'genklang-box-keys-'));
		await kind.start();
		place = await kind.make();
		const opened = await place.open();
		database = { ...opened, keyRing: makeKeyRing(testMasterKey, Date.now, openBoxKeys(keys)) };
		await migrateDatabase(database, root);
	});
	afterAll(async () => {
		await database.close();
		await kind.remove();
		rmSync(keys, { recursive: true, force: true });
	});

	it.each([
		['they lie beside each other', besideEachOther],
		['each form is stored in the order people came', oneFormAfterTheOther]
	])('knows the second where %s', async (_name, store) => {
		expect(Math.max(...(await carryOut(place, database, store)).values())).toBeGreaterThanOrEqual(teeth);
	});

	it('knows no more of the second than chance gives', async () => {
		let found: readonly string[] = [];
		for (let time = 1; time <= tries && (time === 1 || found.length > 0); time += 1) {
			const scores = await carryOut(place, database, inTheBox);
			expect(scores.size).toBeGreaterThanOrEqual(50);
			const now = [...scores].filter(([, score]) => score > limit).map(([name]) => name);
			found = time === 1 ? now : now.filter((name) => found.includes(name));
		}
		expect(found).toEqual([]);
	});
});
