/** Boxes that anonymous answers wait in: when they are emptied, what comes out, and what becomes of the rest. */
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { join } from 'node:path';
import { submitResponse } from '#lib/collection/server/commands/submit-response.ts';
import { loadCatalogue, type Catalogue } from '#lib/instruments/server/catalogue.ts';
import { makeMemoryBoxKeys, noBoxKeys, type BoxKeys } from '#lib/secrecy/server/box-keys.ts';
import type { AnswerBoxId, ProviderId, SurveyId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { queryRows } from '#lib/shared/server/database.ts';
import { destroyUselessKeys, emptyBox, emptyDueBoxes } from '#lib/surveys/server/boxes/empty-boxes.ts';
import { emptyAnswerBox } from '#lib/surveys/server/commands/empty-answer-box.ts';
import { addTestProvider, openTestSurvey, testSubmission } from '#tests/build/made-up.ts';
import type { TestBoard } from '#tests/build/test-board.ts';
import { describeOnEachDatabase, root } from '../databases.ts';

/** The board with a place of its own for keys. */
function withKeys(board: TestBoard, boxKeys: BoxKeys): TestBoard {
	const database = { ...board.database, keyRing: { ...board.database.keyRing, boxKeys } };
	const over = (context: Context): Context => ({ ...context, database });
	return { ...board, database, adnan: over(board.adnan), linkHolder: over(board.linkHolder) };
}

interface Opened {
	readonly surveyId: SurveyId;
	readonly providers: readonly ProviderId[];
	/** Sends so many answers about the provider that stands at the place. */
	answer(count: number, at?: number, day?: string): Promise<void>;
}

async function openSurvey(board: TestBoard, closesOn = '2026-12-31', providers = 1): Promise<Opened> {
	const ids = await Promise.all(Array.from({ length: providers }, () => addTestProvider(board.adnan)));
	const { surveyId, links } = await openTestSurvey(board.adnan, ids, { closesOn: closesOn as LocalDate });
	return {
		surveyId,
		providers: ids,
		async answer(count, at = 0, day = '2026-03-02') {
			const token = links.find(({ providerId }) => providerId === ids[at])?.token ?? '';
			for (let sent = 0; sent < count; sent += 1) {
				const submission = testSubmission(token, { answers: { sol_1: 3 } });
				await run(board.on(day, board.linkHolder), submitResponse, submission);
			}
		}
	};
}

async function count(board: TestBoard, table: 'sealed_answers' | 'anonymous_responses'): Promise<number> {
	const [row] = await queryRows<{ count: number }>(
		board.database.orm,
		sql`select count(*)::int as count from ${sql.identifier(table)} where board_id = ${board.board.id}`
	);
	return row?.count ?? 0;
}

interface BoxRow {
	readonly id: AnswerBoxId;
	readonly state: string;
	readonly quarter: string;
	readonly takenOut: number | null;
	readonly tooFew: number | null;
	readonly unreadable: number | null;
}

function listBoxes(board: TestBoard): Promise<readonly BoxRow[]> {
	return queryRows<BoxRow>(
		board.database.orm,
		sql`select id, state, quarter, taken_out as "takenOut", too_few as "tooFew", unreadable from answer_boxes
			where board_id = ${board.board.id} order by quarter, emptied_on nulls last, state`
	);
}

const night = (board: TestBoard, day: string) => emptyDueBoxes(board.on(day, board.adnan));

describeOnEachDatabase('a box of answers', (open) => {
	it('is left alone until its quarter is over, and then emptied once', async () => {
		const board = withKeys(await open(), makeMemoryBoxKeys());
		const { answer } = await openSurvey(board);
		await answer(6);
		expect(await night(board, '2026-03-31')).toEqual([{ kind: 'nothing' }]);
		expect(await count(board, 'anonymous_responses')).toBe(0);
		expect(await night(board, '2026-04-01')).toMatchObject([{ kind: 'emptied', takenOut: 6, tooFew: 0 }]);
		expect(await night(board, '2026-04-01')).toEqual([{ kind: 'nothing' }]);
		expect(await count(board, 'anonymous_responses')).toBe(6);
		expect(await count(board, 'sealed_answers')).toBe(0);
		expect(await listBoxes(board)).toMatchObject([
			{ state: 'emptied', quarter: '2026-Q1', takenOut: 6 },
			{ state: 'open', quarter: '2026-Q2', takenOut: null }
		]);
	});

	it('is emptied when the survey has closed; another waits for what lies on tablets, until nothing more can come', async () => {
		const board = withKeys(await open(), makeMemoryBoxKeys());
		const { answer } = await openSurvey(board, '2026-03-10');
		await answer(5);
		await night(board, '2026-03-11');
		expect(await listBoxes(board)).toMatchObject([{ state: 'emptied', takenOut: 5 }, { state: 'open' }]);
		expect(await night(board, '2026-03-12')).toEqual([{ kind: 'nothing' }]);
		await night(board, '2026-04-10');
		expect((await listBoxes(board)).map(({ state }) => state)).toEqual(['emptied', 'emptied']);
	});

	it('keeps the answers about a provider with fewer than five for the next time', async () => {
		const board = withKeys(await open(), makeMemoryBoxKeys());
		const { answer } = await openSurvey(board, '2026-12-31', 2);
		await answer(5, 0);
		await answer(4, 1);
		await night(board, '2026-04-01');
		expect(await count(board, 'anonymous_responses')).toBe(5);
		expect(await count(board, 'sealed_answers')).toBe(4);
		await answer(1, 1, '2026-05-01');
		await night(board, '2026-07-01');
		expect(await count(board, 'anonymous_responses')).toBe(10);
		expect(await count(board, 'sealed_answers')).toBe(0);
	});

	it('never gives out the answers about a provider with fewer than five in all, and says how many they were', async () => {
		const board = withKeys(await open(), makeMemoryBoxKeys());
		const { answer } = await openSurvey(board, '2026-03-10', 2);
		await answer(7, 0);
		await answer(4, 1);
		await night(board, '2026-03-11');
		expect(await count(board, 'anonymous_responses')).toBe(7);
		expect(await count(board, 'sealed_answers')).toBe(4);
		await night(board, '2026-04-10');
		expect(await count(board, 'anonymous_responses')).toBe(7);
		expect(await count(board, 'sealed_answers')).toBe(0);
		expect((await listBoxes(board)).map(({ tooFew }) => tooFew)).toEqual([0, 4]);
	});

	it('loses nothing that comes while it is emptied', async () => {
		const board = withKeys(await open(), makeMemoryBoxKeys());
		const { answer } = await openSurvey(board);
		await answer(5);
		const coming = Promise.all(Array.from({ length: 8 }, () => answer(5, 0, '2026-04-01')));
		await night(board, '2026-04-01');
		await coming;
		const stored = (await count(board, 'anonymous_responses')) + (await count(board, 'sealed_answers'));
		expect(stored).toBe(45);
		await night(board, '2026-07-01');
		expect(await count(board, 'anonymous_responses')).toBe(45);
	});

	it('has its key destroyed when what was in it is stored, and not before', async () => {
		const boxKeys = makeMemoryBoxKeys();
		const board = withKeys(await open(), boxKeys);
		const { answer } = await openSurvey(board, '2026-03-10');
		await answer(5);
		const [box] = await listBoxes(board);
		const boxId = box?.id as AnswerBoxId;
		const after = board.on('2026-03-11', board.adnan);
		const failing = { ...after, newId: () => 'not an id' };
		await expect(emptyBox(failing, boxId)).rejects.toThrow();
		expect(boxKeys.find(boxId)).not.toBeNull();
		expect(await count(board, 'sealed_answers')).toBe(5);
		await emptyBox(after, boxId);
		expect(boxKeys.find(boxId)).toBeNull();
	});

	it('leaves no key behind when the program falls between storing and destroying', async () => {
		const boxKeys = makeMemoryBoxKeys();
		const board = withKeys(await open(), boxKeys);
		const { answer } = await openSurvey(board, '2026-03-10');
		await answer(5);
		const [box] = await listBoxes(board);
		await run(board.on('2026-03-11', board.adnan), emptyAnswerBox, { boxId: box?.id as AnswerBoxId });
		const other = randomUUID();
		boxKeys.keep(other, new Uint8Array([1]));
		await destroyUselessKeys(board.adnan);
		const next = (await listBoxes(board)).find(({ state }) => state === 'open');
		expect(boxKeys.listOlderThan(0)).toEqual([next?.id]);
	});

	it('is set aside when its key is lost, and opened if the key is found', async () => {
		const boxKeys = makeMemoryBoxKeys();
		const board = withKeys(await open(), boxKeys);
		const { answer } = await openSurvey(board);
		await answer(5);
		const [box] = await listBoxes(board);
		const key = boxKeys.find(box?.id ?? '');
		boxKeys.destroy(box?.id ?? '');
		expect(await night(board, '2026-03-03')).toMatchObject([{ kind: 'lost' }]);
		await answer(5, 0, '2026-03-04');
		expect(await listBoxes(board)).toMatchObject([{ state: 'lost' }, { state: 'open' }]);
		boxKeys.keep(box?.id ?? '', key ?? new Uint8Array());
		await night(board, '2026-04-01');
		expect(await count(board, 'anonymous_responses')).toBe(10);
	});

	it('counts what nobody could have answered as unreadable, and takes out the rest', async () => {
		const board = withKeys(await open(), makeMemoryBoxKeys());
		const { answer } = await openSurvey(board, '2026-03-10');
		await answer(6);
		await board.database.orm.execute(sql`
			update sealed_answers set sealed = 'AAAA' where board_id = ${board.board.id}
				and id = (select id from sealed_answers where board_id = ${board.board.id} limit 1)`);
		await night(board, '2026-03-11');
		expect(await listBoxes(board)).toMatchObject([{ takenOut: 5, unreadable: 1 }, { state: 'open' }]);
	});

	it('writes one line in the access log when it is emptied, about the survey', async () => {
		const board = withKeys(await open(), makeMemoryBoxKeys());
		const { answer, surveyId } = await openSurvey(board, '2026-03-10');
		await answer(8);
		await night(board, '2026-03-11');
		const lines = await queryRows<{ subject: string; reason: string }>(
			board.database.orm,
			sql`select subject_id as subject, reason from audit_events
				where board_id = ${board.board.id} and action = 'emptyAnswerBox'`
		);
		expect(lines).toEqual([{ subject: surveyId, reason: 'emptied' }]);
	});

	it('cannot be made where there is no place for its key', async () => {
		const board = withKeys(await open(), noBoxKeys);
		await expect(openSurvey(board)).rejects.toMatchObject({ code: 'box-keys-missing' });
	});
});

describeOnEachDatabase('what people have written', (open) => {
	let catalogue: Catalogue;
	beforeAll(() => {
		catalogue = loadCatalogue([join(root, 'instruments'), join(root, 'tests', 'fixtures', 'instruments')]);
	});
	const required = { val: 1, tal: 3, ja_nej: true, rader: { lyssnar: 1, tid: 1, bestamma: 1 } };

	async function answerInWords(
		board: TestBoard,
		people: number
	): Promise<readonly { question: string; provider: string | null; words: string }[]> {
		const adnan = { ...board.adnan, catalogue };
		const providerId = await addTestProvider(adnan);
		const closesOn = '2026-03-10' as LocalDate;
		const instrumentId = 'alla-fragetyper';
		const { links } = await openTestSurvey(adnan, [providerId], { instrumentIds: [instrumentId], closesOn });
		for (let person = 0; person < people; person += 1) {
			const answers = { ...required, text: `kort ${person}`, langtext: `långt ${person}` };
			const submission = testSubmission(links[0]?.token ?? '', { answers });
			await run({ ...board.linkHolder, catalogue }, submitResponse, submission);
		}
		await emptyDueBoxes(board.on('2026-03-11', adnan));
		return queryRows(
			board.database.orm,
			sql`select question, provider_id as provider, words from anonymous_texts
				where board_id = ${board.board.id} and question <> 'tal'`
		);
	}

	it('lies by itself, sealed, each text with an id of its own', async () => {
		const board = withKeys(await open(), makeMemoryBoxKeys());
		const texts = await answerInWords(board, 10);
		expect(texts.filter(({ question }) => question === 'text')).toHaveLength(10);
		expect(texts.filter(({ question }) => question === 'langtext')).toHaveLength(10);
		expect(texts.every(({ words, provider }) => words.startsWith('g1.') && provider !== null)).toBe(true);
		const [ids] = await queryRows<{ shared: number }>(
			board.database.orm,
			sql`select count(*)::int as shared from anonymous_texts t
				join anonymous_responses r on r.board_id = t.board_id and r.id = t.id where t.board_id = ${board.board.id}`
		);
		expect(ids).toEqual({ shared: 0 });
	});

	it('does not say which provider it is about when fewer than ten have answered', async () => {
		const board = withKeys(await open(), makeMemoryBoxKeys());
		const texts = await answerInWords(board, 9);
		expect(texts).toHaveLength(18);
		expect(texts.every(({ provider }) => provider === null)).toBe(true);
	});
});
