/** What must be true of every table: the board leads every key, foreign keys have indexes, anonymous is anonymous. */
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { is } from 'drizzle-orm';
import { getTableConfig, PgTable, type Index } from 'drizzle-orm/pg-core';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from './source-files.ts';

// drizzle-kit gives every list a `random` of its own, which others that share this process would stumble over.
afterAll(() => void Reflect.deleteProperty(Array.prototype, 'random'));

const modules = import.meta.glob<Record<string, unknown>>('../../src/lib/*/server/*tables.ts', {
	eager: true
});
const exports = Object.assign({}, ...Object.values(modules)) as Record<string, unknown>;
const tables = Object.values(exports)
	.filter((value): value is PgTable => is(value, PgTable))
	.map((table) => getTableConfig(table));

/** The board itself has no board above it. Nor has what is about staff: one person may work for several boards. */
const withoutBoard: Readonly<Record<string, string>> = {
	boards: 'is the board',
	staff_users: 'a person signs in once, whichever boards they work for',
	staff_accounts: 'belongs to the person',
	staff_sessions: 'belongs to the person; the board is chosen after sign-in',
	staff_verifications: 'a sign-in under way, before anybody is known',
	staff_invitations: 'belongs to the person',
	totp_secrets: 'belongs to the person',
	backup_codes: 'belongs to the person',
	passkeys: 'belongs to the person',
	sign_in_throttles: 'counts attempts before anybody is known',
	sign_in_events: 'happens before any board is chosen'
};
const tenantTables = tables.filter(({ name }) => !(name in withoutBoard));

/** Indexes that begin with something else than the board, and why. */
const otherIndexes: Readonly<Record<string, string>> = {
	guests_user: 'signing in asks where a person works before any board is known',
	assignments_user: 'signing in asks where a person works before any board is known'
};
type Table = (typeof tables)[number];

interface Key {
	readonly name: string;
	readonly columns: readonly string[];
}

const indexColumns = (index: Index): string[] =>
	index.config.columns.map((column) => ('name' in column ? (column.name ?? '?') : '?'));

function keysOf(table: Table): Key[] {
	const named = (columns: readonly { name: string }[]): string[] => columns.map(({ name }) => name);
	return [
		...table.primaryKeys.map((key) => ({ name: key.getName(), columns: named(key.columns) })),
		...table.columns.filter(({ primary }) => primary).map(({ name }) => ({ name, columns: [name] })),
		...table.uniqueConstraints.map((key) => ({ name: key.getName() ?? '?', columns: named(key.columns) })),
		...table.columns.filter(({ isUnique }) => isUnique).map(({ name }) => ({ name, columns: [name] })),
		...table.indexes.map((index) => ({ name: index.config.name ?? '?', columns: indexColumns(index) }))
	];
}

describe('every table', () => {
	it('is found', () => {
		expect(tables.map(({ name }) => name).sort()).toEqual([
			'action_plan_events',
			'action_plans',
			'administrations',
			'anonymous_responses',
			'anonymous_texts',
			'answer_boxes',
			'assessment_references',
			'assignments',
			'audit_events',
			'backup_codes',
			'boards',
			'case_assignments',
			'case_goals',
			'case_import_sources',
			'case_imports',
			'case_occasions',
			'case_plans',
			'cases',
			'client_contacts',
			'clients',
			'export_orders',
			'export_parts',
			'follow_up_plan_versions',
			'follow_up_plans',
			'goal_ratings',
			'guests',
			'hidden_questions',
			'information_texts',
			'instrument_permits',
			'interventions',
			'interviews',
			'invitations',
			'job_runs',
			'kiosk_surveys',
			'kiosks',
			'log_review_visits',
			'log_reviews',
			'log_verdicts',
			'message_settings',
			'message_texts',
			'messages',
			'passkeys',
			'picture_places',
			'pictures',
			'provider_hand_overs',
			'providers',
			'publications',
			'published_figures',
			'report_conclusions',
			'response_corrections',
			'response_restrictions',
			'responses',
			'retention_certificates',
			'retention_holds',
			'retention_items',
			'retention_overrides',
			'retention_proposals',
			'retention_settings',
			'risk_alerts',
			'risk_routines',
			'scores',
			'sealed_answers',
			'sign_in_events',
			'sign_in_throttles',
			'staff_accounts',
			'staff_invitations',
			'staff_sessions',
			'staff_users',
			'staff_verifications',
			'survey_answer_counts',
			'survey_codes',
			'survey_form_counts',
			'survey_links',
			'surveys',
			'targets',
			'tenant_keys',
			'totp_secrets',
			'units',
			'work_efforts'
		]);
	});

	it('has the board in a required column', () => {
		const without = tenantTables.filter(
			({ columns }) => !columns.some((column) => column.name === 'board_id' && column.notNull)
		);
		expect(without.map(({ name }) => name)).toEqual([]);
	});

	it('has a primary key', () => {
		const without = tables.filter(
			(table) => table.primaryKeys.length === 0 && !table.columns.some(({ primary }) => primary)
		);
		expect(without.map(({ name }) => name)).toEqual([]);
	});

	it('lets the board lead every key and index, so that it can be distributed by board', () => {
		const others = tenantTables
			.flatMap(keysOf)
			.filter(({ columns }) => columns[0] !== 'board_id')
			.map(({ name }) => name);
		expect(others).toEqual(Object.keys(otherIndexes));
	});

	it('points only at rows of the same board', () => {
		const crossing = tenantTables.flatMap(({ foreignKeys }) =>
			foreignKeys
				.filter((key) => {
					const { columns, foreignColumns } = key.reference();
					const isToBoard = foreignColumns.length === 1 && foreignColumns[0]?.name === 'id';
					if (getTableConfig(key.reference().foreignTable).name === 'staff_users') return false;
					return columns[0]?.name !== 'board_id' || !(isToBoard || foreignColumns[0]?.name === 'board_id');
				})
				.map((key) => key.getName())
		);
		expect(crossing).toEqual([]);
	});

	it('has an index for every foreign key', () => {
		const without = tables.flatMap((table) =>
			table.foreignKeys
				.filter((key) => {
					const wanted = key.reference().columns.map(({ name }) => name);
					return !keysOf(table).some(({ columns }) => wanted.every((column, at) => columns[at] === column));
				})
				.map((key) => key.getName())
		);
		expect(without).toEqual([]);
	});

	it('has random ids: nothing counts upwards', () => {
		const counting = tables.flatMap(({ name, columns }) =>
			columns
				.filter((column) => /serial/.test(column.getSQLType()) || column.generatedIdentity !== undefined)
				.map((column) => `${name}.${column.name}`)
		);
		expect(counting).toEqual([]);
	});

	it('is written into the migrations', async () => {
		const folder = join(root, 'drizzle', 'meta');
		const last = readdirSync(folder)
			.filter((file) => file.endsWith('_snapshot.json'))
			.sort()
			.at(-1);
		const written = JSON.parse(readFileSync(join(folder, last ?? ''), 'utf8')) as ReturnType<
			typeof generateDrizzleJson
		>;
		expect(await generateMigration(written, generateDrizzleJson(exports))).toEqual([]);
	});
});

describe('tables with anonymous answers', () => {
	const anonymous = tables.filter(({ name }) => name.startsWith('anonymous_'));

	it('exist', () => {
		expect(anonymous.map(({ name }) => name)).toEqual(['anonymous_responses', 'anonymous_texts']);
	});

	it('hold no time, no running number and no address', () => {
		const tellTale = anonymous.flatMap(({ columns }) =>
			columns
				.filter((column) => /time|date|serial|inet|interval|int/.test(column.getSQLType()))
				.map((column) => column.name)
		);
		expect(tellTale).toEqual([]);
	});

	it('have ids that the database does not make', () => {
		const made = anonymous.flatMap(({ columns }) => columns.filter(({ hasDefault }) => hasDefault));
		expect(made.map(({ name }) => name)).toEqual([]);
	});

	it('lead to no person', () => {
		const targets = anonymous.flatMap(({ foreignKeys }) =>
			foreignKeys.map((key) => getTableConfig(key.reference().foreignTable).name)
		);
		expect([...new Set(targets)].sort()).toEqual(['providers', 'surveys']);
	});

	it('are led to by no other table, and lead not to where they lay sealed', () => {
		const pointers = tables.flatMap(({ name, foreignKeys }) =>
			foreignKeys
				.map((key) => getTableConfig(key.reference().foreignTable).name)
				.filter((target) => target.startsWith('anonymous_'))
				.map((target) => `${name} → ${target}`)
		);
		expect(pointers).toEqual([]);
	});
});

describe('the table that sealed answers wait in', () => {
	const waiting = tables.find(({ name }) => name === 'sealed_answers');

	it('has what is sealed, whom it is about and the id of the sending: no time, no language, no length', () => {
		expect(waiting?.columns.map(({ name }) => name)).toEqual([
			'board_id',
			'id',
			'box_id',
			'provider_id',
			'sealed'
		]);
		expect(waiting?.columns.filter(({ hasDefault }) => hasDefault)).toEqual([]);
	});

	it('leads to its box alone: a row locked for each answer would be written to', () => {
		const targets = waiting?.foreignKeys.map((key) => getTableConfig(key.reference().foreignTable).name);
		expect(targets).toEqual(['answer_boxes']);
	});
});
