/**
 * The board's view over a million answers, from the database to what the page shows, beside a bare SELECT … GROUP BY that
 * counts the same answers to the same questions: the same rows in the same run, taken in turn.
 */
import { sql } from 'drizzle-orm';
import { findInstrument, loadCatalogue } from '#lib/instruments/server/catalogue.ts';
import type { BoardId, ProviderId } from '#lib/shared/ids.ts';
import type { Quarter } from '#lib/shared/local-date.ts';
import { createBoard } from '#lib/shared/server/boards.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { openDatabase } from '#lib/shared/server/database.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { assessTargets } from '#lib/targets/assess-targets.ts';
import { findGoalScale } from '#lib/targets/goal-wording.ts';
import { targetDistributions } from '#lib/targets/server/reads/target-distributions.ts';
import { countReleased } from '#lib/surveys/server/counts/queries.ts';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { addTestProvider, openTestSurvey } from '../tests/build/made-up.ts';
import { root } from '../tests/build/server-process.ts';
import { testMasterKey } from '../tests/build/test-master-key.ts';
import { makeTestBoard, type TestBoard } from '../tests/build/test-board.ts';
import { tabell6Targets } from '../bin/demo-data/tabell6.ts';
import { makeCluster } from '../tests/fault/storage-under-fault.ts';
import { findPostgresPrograms } from '../tests/integration/postgres-cluster.ts';
import { printFigure } from './figure.ts';

const responses = Number(process.env['GENKLANG_BENCH_RESPONSES'] ?? 1_000_000);
const providerCount = 8;
const turns = 7;
/** Rows in one statement. */
const together = 50_000;
const instrumentId = 'simrishamn-sol';
const year = 2025;

const programs = findPostgresPrograms();
if (!programs) {
	process.stderr.write('PostgreSQL finns inte på den här maskinen: mätningen hoppas över.\n');
} else {
	const storage = await makeCluster(programs);
	const { settings } = storage;
	if (!('DATABASE_URL' in settings)) throw new Error('The measurement is of PostgreSQL.');
	// Named, so that no statement is cut off before it has been measured.
	const database = await openDatabase({
		databaseUrl: settings.DATABASE_URL,
		masterKey: testMasterKey,
		command: 'bench'
	});
	try {
		const board = { id: randomUUID() as BoardId, code: 'matning', name: 'Mätnämnden (påhittad)' };
		await createBoard(database, board);
		const catalogue = loadCatalogue([join(root, 'instruments')]);
		const made = makeTestBoard(database, catalogue, board, null);
		await fill(made);
		const views: number[] = [];
		const bares: number[] = [];
		const context = made.on('2026-03-02', made.adnan);
		await showBoard(context);
		await countBare(context);
		for (let turn = 0; turn < turns; turn += 1) {
			bares.push(await time(() => countBare(context)));
			views.push(await time(() => showBoard(context)));
		}
		const ratio = median(views.map((ms, turn) => ms / (bares[turn] ?? NaN)));
		const rounded = (value: number): number => Math.round(value);
		printFigure({ name: 'answers counted', value: responses, unit: 'responses' });
		printFigure({ name: 'bare SELECT … GROUP BY', value: rounded(median(bares)), unit: 'ms' });
		printFigure({ name: 'board view', value: rounded(median(views)), unit: 'ms', target: { atMost: 1_000 } });
		printFigure({
			name: 'board view against bare SELECT … GROUP BY',
			value: Math.round(100 * ratio) / 100,
			unit: 'times',
			target: { atMost: 3 }
		});
	} finally {
		await database.close();
		await storage.remove();
	}
}

/** Eight providers in a survey with a million made-up forms, some questions skipped, over the year's four quarters. */
async function fill({ database, board, adnan, on }: TestBoard): Promise<void> {
	const administrator = on('2025-01-10', adnan);
	const providers: ProviderId[] = [];
	for (let count = 0; count < providerCount; count += 1) providers.push(await addTestProvider(administrator));
	const { surveyId } = await openTestSurvey(administrator, providers);
	await database.query(sql`update surveys set opens_on = ${`${year}-01-01`}, closes_on = ${`${year}-12-31`}
		where board_id = ${board.id} and id = ${surveyId}`);
	const answer = sql`case when random() < 0.95 then least(3, floor(4.5 * random()))::int end`;
	for (let from = 0; from < responses; from += together) {
		await database.query(sql`
			insert into anonymous_responses
				(board_id, id, survey_id, provider_id, quarter, instrument_id, instrument_version, answers)
			select ${board.id}, gen_random_uuid(), ${surveyId}, p.id, ${`${year}-Q`} || (1 + n / 8 % 4)::text,
				${instrumentId}, '1.0.0', jsonb_strip_nulls(jsonb_build_object('sol_1', ${answer}, 'sol_2', ${answer},
					'sol_3', ${answer}, 'sol_4', ${answer}, 'sol_5', ${answer}))
			from generate_series(${from}::int, ${from + together - 1}::int) as n
			join (
				select id, row_number() over (order by id) - 1 as place from providers where board_id = ${board.id}
			) p on p.place = n % ${providerCount}::int`);
	}
	await database.query(sql`vacuum analyze anonymous_responses`);
	// As when a box is emptied, once for each quarter.
	const spent = await time(async () => {
		for (const quarter of [1, 2, 3, 4]) {
			const scope = { tx: database.orm, boardId: board.id };
			await countReleased(scope, surveyId, `${year}-Q${quarter}` as Quarter);
		}
	});
	printFigure({ name: 'counted once, when boxes are emptied', value: Math.round(spent), unit: 'ms' });
}

/** As the page does it: read through the door of the board, then judged through the disclosure control. */
async function showBoard(context: Context): Promise<void> {
	const instrument = findInstrument(context.catalogue, instrumentId);
	const distributions = new Map([
		[instrumentId, await fetch(context, targetDistributions, { year, instrumentId })] as const
	]);
	const decided = {
		comparison: 'unrounded',
		decidedOn: `${year}-01-20`,
		decisionReference: '§ 12 (påhittad)'
	} as const;
	const targets = tabell6Targets.map(({ item, thousandths }) => ({
		year,
		law: 'sol' as const,
		instrumentId,
		item,
		goal: item,
		thousandths,
		...decided
	}));
	const { rows } = assessTargets({
		targets: targets as unknown as Parameters<typeof assessTargets>[0]['targets'],
		distributions,
		scaleOf: (target) => findGoalScale(instrument, target)
	});
	const judged = rows.reduce((sum, { goalsJudged }) => sum + goalsJudged, 0);
	if (judged !== providerCount * targets.length) throw new Error(`Only ${judged} cells were judged.`);
}

/** What one would write by hand for the same numbers: how many gave each answer to each of the five questions. */
async function countBare({ database, actor }: Context): Promise<void> {
	if (actor.kind === 'anonymous') return;
	const counted = await database.query(sql`
		select provider_id, question, answers -> question, count(*)
		from anonymous_responses, unnest(array['sol_1', 'sol_2', 'sol_3', 'sol_4', 'sol_5']) as question
		where board_id = ${actor.boardId} and instrument_id = ${instrumentId}
			and quarter between ${`${year}-Q1`} and ${`${year}-Q4`} and answers -> question is not null
		group by provider_id, question, answers -> question`);
	if (counted.length !== providerCount * 5 * 4) throw new Error(`${counted.length} counts.`);
}

async function time(work: () => Promise<void>): Promise<number> {
	const from = performance.now();
	await work();
	return performance.now() - from;
}

function median(values: readonly number[]): number {
	return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
