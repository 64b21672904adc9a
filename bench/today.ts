/**
 * A handläggare's day with 2 000 cases of their own on a follow-up plan: how long the server takes to answer with the whole
 * page (session, rights, reads, log line, HTML), beside the bare query for what is open, on the same database.
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { inviteStaff } from '../src/lib/access/server/commands/invite-staff.ts';
import { parseProxies } from '../src/lib/access/server/client-address.ts';
import { signInCookies, writeSessionCookie } from '../src/lib/access/server/session-cookie.ts';
import { makeSignInContext } from '../src/lib/access/server/sign-in-context.ts';
import { insertSession } from '../src/lib/access/server/sign-in/queries.ts';
import { loadCatalogue } from '../src/lib/instruments/server/catalogue.ts';
import type { BoardId, PlanId, StaffId } from '../src/lib/shared/ids.ts';
import type { LocalDate } from '../src/lib/shared/local-date.ts';
import { createBoard } from '../src/lib/shared/server/boards.ts';
import { run } from '../src/lib/shared/server/command.ts';
import { makeContext } from '../src/lib/shared/server/context.ts';
import { queryRows, type Database } from '../src/lib/shared/server/database.ts';
import { buildProgram } from '../tests/build/build-program.ts';
import { publishTestPlan, templatePlan } from '../tests/build/follow-plan.ts';
import { root, startServer, testSecret } from '../tests/build/server-process.ts';
import { testTrail } from '../tests/build/test-board.ts';
import { listStorageKinds, type StorageUnderFault } from '../tests/fault/storage-under-fault.ts';
import { findFreePort } from '../tests/integration/postgres-cluster.ts';
import { printFigure } from './figure.ts';

const cases = 2000;
const rounds = 40;
const warmUp = 10;

/** The cases with what is planned in them, a third of it late, a third now and a third soon; all assigned to one person. */
async function fillCases(
	database: Database,
	boardId: BoardId,
	staffId: StaffId,
	planId: PlanId
): Promise<void> {
	// The cases are in a table of their own while they are made, which only its own connection sees.
	await database.orm.transaction(async (tx) => {
		await tx.execute(sql`
		create temporary table bench_case on commit drop as
		select gen_random_uuid() as client_id, gen_random_uuid() as case_id, gen_random_uuid() as plan_id, n
		from generate_series(1, ${cases}) n`);
		const statements = [
			sql`insert into clients (board_id, id, client_number, sex, birth_year)
			select ${boardId}::uuid, client_id, 'K-' || n, case when n % 2 = 0 then 'female' else 'male' end, 1950 + n % 60
			from bench_case`,
			sql`insert into cases (board_id, id, client_id, case_number, opened_on)
			select ${boardId}::uuid, case_id, client_id, 'B-' || n, current_date - 200 from bench_case`,
			sql`insert into case_assignments (board_id, id, case_id, staff_id, valid_from)
			select ${boardId}::uuid, gen_random_uuid(), case_id, ${staffId}, current_date - 200 from bench_case`,
			sql`insert into case_plans (board_id, id, case_id, plan_id, plan_version, started_on)
			select ${boardId}::uuid, plan_id, case_id, ${planId}::uuid, 1, current_date - 200 from bench_case`,
			sql`insert into case_occasions (board_id, id, case_plan_id, case_id, plan_version, line, rule, sequence, phase,
				instrument_id, respondent, opens_on, due_on, closes_on, state)
			select ${boardId}::uuid, gen_random_uuid(), plan_id, case_id, 1, 'audit', rule, 1, phase, 'audit', 'client',
				current_date + start, current_date + start + 10, current_date + start + 20, 'planned'
			from bench_case, lateral (values ('start', 'before', n % 3 * 15 - 30), ('end', 'after', 5)) as o (rule, phase, start)`
		];
		for (const statement of statements) await tx.execute(statement);
	});
	await database.orm.execute(sql`analyze`);
}

/** What any such page has to ask, with nothing round it. */
function bareQuery(database: Database, boardId: BoardId, staffId: StaffId): Promise<unknown> {
	return queryRows(
		database.orm,
		sql`select o.id, o.case_id, c.case_number, o.line, o.rule, o.opens_on, o.closes_on
			from case_occasions o join cases c on c.board_id = o.board_id and c.id = o.case_id
			join case_assignments a on a.board_id = c.board_id and a.case_id = c.id and a.staff_id = ${staffId}
			where o.board_id = ${boardId} and o.state = 'planned' and o.opens_on <= current_date + 14
			order by o.closes_on, c.case_number`
	);
}

async function measure(work: () => Promise<unknown>): Promise<number> {
	const times: number[] = [];
	for (let round = 0; round < warmUp + rounds; round += 1) {
		const from = performance.now();
		await work();
		if (round >= warmUp) times.push(performance.now() - from);
	}
	return times.sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? NaN;
}

async function fill(storage: StorageUnderFault, origin: string): Promise<{ cookie: string; bareMs: number }> {
	const database = await storage.open();
	try {
		const board = { id: randomUUID() as BoardId, code: 'bench', name: 'Påhittade nämnden' };
		await createBoard(database, board);
		const catalogue = loadCatalogue([`${root}/instruments`]);
		const system = makeContext(database, { kind: 'system', boardId: board.id }, catalogue, testTrail);
		const assignment = {
			role: 'caseworker',
			unitId: null,
			providerId: null,
			validFrom: '2026-01-01' as LocalDate,
			validTo: null
		} as const;
		const { staffId } = await run(system, inviteStaff, {
			email: 'hanna@exempelby.example',
			name: 'Hanna (påhittad)',
			assignment
		});
		const planId = await publishTestPlan(system, templatePlan('audit-before-and-after'));
		await fillCases(database, board.id, staffId, planId);
		const signIn = makeSignInContext(database, {
			secret: testSecret,
			publicUrl: origin,
			municipality: null,
			trustedProxies: parseProxies('')!
		});
		const token = await insertSession(signIn, database.orm, {
			userId: staffId,
			secondFactor: 'totp',
			userAgent: null
		});
		const { name } = signInCookies(origin).session;
		return {
			cookie: `${name}=${writeSessionCookie(signIn.secrets, token)}`,
			bareMs: await measure(() => bareQuery(database, board.id, staffId))
		};
	} finally {
		await database.close();
	}
}

await buildProgram();
for (const kind of listStorageKinds()) {
	const storage = await kind.make();
	try {
		const port = await findFreePort();
		const { cookie, bareMs } = await fill(storage, `http://127.0.0.1:${port}`);
		const server = await startServer(storage.settings, port);
		try {
			const pageMs = await measure(async () => {
				const page = await fetch(`${server.origin}/today`, { headers: { cookie }, redirect: 'manual' });
				const text = await page.text();
				if (page.status !== 200 || !text.includes('B-1')) throw new Error(`/today said ${page.status}`);
			});
			const name = `today with ${cases} cases, ${kind.name}`;
			const round = (value: number): number => Math.round(value * 10) / 10;
			printFigure({ name, value: round(pageMs), unit: 'ms', target: { atMost: 150 } });
			printFigure({ name: `${name}: the bare query`, value: round(bareMs), unit: 'ms' });
			printFigure({ name: `${name}: page / bare query`, value: round(pageMs / bareMs), unit: 'times' });
		} finally {
			await server.stop();
		}
	} finally {
		await storage.remove();
	}
}
