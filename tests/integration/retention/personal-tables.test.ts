/** That nothing that belongs to a person can be forgotten: the database's own keys and columns are read. */
import { sql, type SQL } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { keptWithoutKey, noteColumns } from '#lib/retention/personal-tables.ts';
import {
	deletePersonalRows,
	findPersonalTables,
	listPersonalRows
} from '#lib/retention/server/records/personal-rows.ts';
import type { ClientId } from '#lib/shared/ids.ts';
import { queryRows, type Orm } from '#lib/shared/server/database.ts';
import { openTestCase, sendTestLink } from '#tests/build/made-up.ts';
import { describeOnOwnDatabase } from '../databases.ts';

interface Column {
	readonly table: string;
	readonly column: string;
	readonly type: string;
}

const listColumns = (orm: Orm) =>
	queryRows<Column>(
		orm,
		sql`select table_name as table, column_name as column, data_type as type
			from information_schema.columns where table_schema = 'public'`
	);

interface PlanNode {
	readonly 'Actual Rows'?: number;
	readonly 'Actual Loops'?: number;
	readonly 'Rows Removed by Filter'?: number;
	readonly 'Relation Name'?: string;
	readonly Plans?: readonly PlanNode[];
}

/** How many rows the database looked at in its tables to carry out a statement. */
function countLookedAt(node: PlanNode): number {
	const rows = (node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0);
	const own = node['Relation Name'] ? rows * (node['Actual Loops'] ?? 1) : 0;
	return own + (node.Plans ?? []).reduce((sum, child) => sum + countLookedAt(child), 0);
}

/** A thousand rows like the one with the id, but for what the SQL in `changes` gives of each one's number `n`. */
const copyRow = (orm: Orm, table: string, id: string, changes: string): Promise<unknown> =>
	orm.execute(sql`
		insert into ${sql.identifier(table)}
		select (jsonb_populate_record(t, jsonb_build_object(${sql.raw(changes)}))).*
		from ${sql.identifier(table)} t, generate_series(1, 1000) n where t.id = ${id}`);

/** Columns that say whom or which case a row is about. */
const personalIds = ['client_id', 'case_id', 'administration_id', 'response_id', 'intervention_id'];

describeOnOwnDatabase('what belongs to a client', (open) => {
	it('is in these tables today', async () => {
		const { database } = await open();
		const tables = await findPersonalTables({ query: (statement) => queryRows(database.orm, statement) });
		expect(tables.map(({ name }) => name)).toEqual([
			'clients',
			'cases',
			'client_contacts',
			'retention_holds',
			'retention_items',
			'case_assignments',
			'case_goals',
			'interventions',
			'work_efforts',
			'case_plans',
			'goal_ratings',
			'case_occasions',
			'administrations',
			'interviews',
			'invitations',
			'responses',
			'messages',
			'provider_hand_overs',
			'response_corrections',
			'response_restrictions',
			'risk_alerts',
			'scores'
		]);
	});

	it('is reached by a foreign key wherever a column names it, but for what is listed with its reason', async () => {
		const { database } = await open();
		const tables = await findPersonalTables({ query: (statement) => queryRows(database.orm, statement) });
		const reached = new Set(
			tables.flatMap(({ name, keys }) =>
				keys.flatMap(({ columns }) => columns.map((column) => `${name}.${column}`))
			)
		);
		const named = (await listColumns(database.orm)).filter(({ column }) => personalIds.includes(column));
		const lost = named
			.map(({ table, column }) => `${table}.${column}`)
			.filter((name) => !reached.has(name) && !(name in keptWithoutKey));
		expect(lost).toEqual([]);
		expect(
			Object.keys(keptWithoutKey).filter(
				(name) => !named.some(({ table, column }) => `${table}.${column}` === name)
			)
		).toEqual([]);
	});

	it('has said of every day and moment whether it is a note', async () => {
		const { database } = await open();
		const tables = await findPersonalTables({ query: (statement) => queryRows(database.orm, statement) });
		const names = new Set(tables.map(({ name }) => name));
		const days = (await listColumns(database.orm))
			.filter(({ table, type }) => names.has(table) && /^(date|timestamp)/.test(type))
			.map(({ table, column }) => `${table}.${column}`);
		expect(days.toSorted()).toEqual(Object.keys(noteColumns).toSorted());
	});

	it('is found and erased in a table that nobody has thought of', async () => {
		const { database, board, karin } = await open();
		const caseId = await openTestCase(karin);
		await database.orm
			.transaction(async (tx) => {
				await tx.execute(sql`create table forgotten (board_id uuid not null, case_id uuid not null, note text,
					foreign key (board_id, case_id) references cases (board_id, id))`);
				await tx.execute(sql`insert into forgotten values (${board.id}, ${caseId}, 'kvar')`);
				const query = <Row>(statement: Parameters<Orm['execute']>[0]) =>
					queryRows<Row>(tx, statement as never);
				const scope = { query, boardId: board.id };
				const [client] = await query<{ id: ClientId }>(
					sql`select client_id as id from cases where id = ${caseId}`
				);
				const clientId = client?.id as ClientId;
				const found = await listPersonalRows(scope, clientId);
				expect(found.find(({ table }) => table === 'forgotten')?.rows).toMatchObject([{ note: 'kvar' }]);
				expect(await deletePersonalRows(scope, [clientId])).toMatchObject({
					forgotten: 1,
					cases: 1,
					clients: 1
				});
				throw new Error('roll back');
			})
			.catch((error: unknown) => {
				if ((error as Error).message !== 'roll back') throw error;
			});
	});

	it('stops, and says where, at a key that is not a board and an id: its rows would not be found', async () => {
		const { database, board, karin } = await open();
		const caseId = await openTestCase(karin);
		const looking = database.orm.transaction(async (tx) => {
			await tx.execute(sql`create table by_number (board_id uuid not null, case_number text not null,
				foreign key (board_id, case_number) references cases (board_id, case_number))`);
			const query = <Row>(statement: SQL) => queryRows<Row>(tx, statement);
			const [client] = await query<{ id: ClientId }>(
				sql`select client_id as id from cases where id = ${caseId}`
			);
			await listPersonalRows({ query, boardId: board.id }, client?.id as ClientId);
		});
		await expect(looking).rejects.toThrow('by_number points at cases with board_id,case_number');
	});

	it('is found without going through a table twice, where there are a thousand others that nobody has counted', async () => {
		const { database, board, karin } = await open();
		const caseId = await openTestCase(karin);
		const { administrationId } = await sendTestLink(karin, caseId);
		const lookedAt: number[] = [];
		await database.orm
			.transaction(async (tx) => {
				const [client] = await queryRows<{ id: ClientId }>(
					tx,
					sql`select client_id as id from cases where id = ${caseId}`
				);
				const clientId = client?.id as ClientId;
				const idOf = (kind: string) => `md5('${board.id} ${kind} ' || n)::uuid`;
				await copyRow(tx, 'clients', clientId, `'id', ${idOf('client')}, 'client_number', n`);
				await copyRow(
					tx,
					'cases',
					caseId,
					`'id', ${idOf('case')}, 'client_id', ${idOf('client')}, 'case_number', n`
				);
				await copyRow(
					tx,
					'administrations',
					administrationId,
					`'id', ${idOf('sent')}, 'case_id', ${idOf('case')}, 'token_hash', md5('${board.id}') || md5('' || n)`
				);
				const query = async <Row>(statement: SQL): Promise<readonly Row[]> => {
					const [explained] = await queryRows<{ 'QUERY PLAN': readonly { Plan: PlanNode }[] }>(
						tx,
						sql`explain (analyze, format json) ${statement}`
					);
					// The catalogue that the keys are read from is as large whatever the board has.
					const plans = JSON.stringify(explained).includes('pg_constraint') ? [] : explained?.['QUERY PLAN'];
					lookedAt.push(...(plans ?? []).map(({ Plan }) => countLookedAt(Plan)));
					return queryRows<Row>(tx, statement);
				};
				const found = await listPersonalRows({ query, boardId: board.id }, clientId);
				expect(found.find(({ table }) => table === 'administrations')?.rows).toHaveLength(1);
				throw new Error('roll back');
			})
			.catch((error: unknown) => {
				if ((error as Error).message !== 'roll back') throw error;
			});
		expect(lookedAt.length).toBeGreaterThan(20);
		// Once through a table where that is believed to be quickest, and never once for each row of another.
		expect(Math.max(...lookedAt)).toBeLessThanOrEqual(1001);
	});
});
