/**
 * Every command and read that exists × every role × own case, a colleague's, another unit's, another board's: found in the
 * source, so that one that is written tomorrow is tried tomorrow. What may not be reached does not exist, and nothing is
 * changed by trying.
 */
import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { templatePlan, followTestPlan, readOccasion } from '#tests/build/follow-plan.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { roles, type Role } from '#lib/access/actor.ts';
import { isForSomeCases, mayAct, type Permission } from '#lib/access/permissions.ts';
import { setGoal } from '#lib/cases/server/commands/set-goal.ts';
import { submitResponse } from '#lib/collection/server/commands/submit-response.ts';
import { run, type Command } from '#lib/shared/server/command.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { queryRows } from '#lib/shared/server/database.ts';
import { fetch, type Read } from '#lib/shared/server/read.ts';
import {
	addTestProvider,
	openTestCase,
	openTestSurvey,
	sendTestLink,
	testSubmission
} from '#tests/build/made-up.ts';
import { testDay, type TestBoard } from '#tests/build/test-board.ts';
import { addTestUnits, type TestUnits } from '#tests/build/test-units.ts';
import { describeOnOwnDatabase } from '../databases.ts';

type Definition = Command<unknown, unknown> | Read<unknown, unknown>;

const modules = import.meta.glob<Record<string, unknown>>(
	['../../../src/lib/*/server/{commands,reads}/*.ts', '../../../src/lib/instruments/server/permits/*.ts'],
	{ eager: true }
);

function isDefinition(value: unknown): value is Definition {
	return (
		typeof value === 'object' && value !== null && 'permission' in value && 'run' in value && 'audit' in value
	);
}

const found = Object.entries(modules).flatMap(([path, exports]) =>
	Object.values(exports)
		.filter(isDefinition)
		.map((definition) => ({
			path,
			definition,
			isRead: definition.audit === 'none' || path.includes('/reads/')
		}))
);
const inCases = found.filter(({ definition }) => isForSomeCases(definition.permission));

/** One of everything, to be asked for by somebody else. */
type Things = Readonly<Record<string, unknown>>;

async function makeThings(board: TestBoard, caseworker: Context): Promise<Things> {
	const caseNumber = `Ä-${randomUUID()}`;
	const caseId = await openTestCase(caseworker, { caseNumber });
	const answered = await sendTestLink(caseworker, caseId);
	const { responseId } = await run(board.linkHolder, submitResponse, testSubmission(answered.token));
	const { administrationId } = await sendTestLink(caseworker, caseId);
	const providerId = await addTestProvider(board.adnan);
	const { surveyId } = await openTestSurvey(board.adnan, [providerId]);
	const plan = templatePlan('audit-before-and-after');
	const followed = await followTestPlan(board, plan, { caseworker, caseId });
	const occasion = await readOccasion(caseworker, caseId, 'variables', 'start');
	const goalId = await run(caseworker, setGoal, {
		caseId,
		goal: 'Påhittat mål',
		measure: null,
		levels: [null, null, 'Målet', null, null],
		setOn: testDay,
		start: null
	});
	const risk = await sendTestLink(caseworker, caseId, { instrumentId: 'phq-9' });
	const answers = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`phq9_${index + 1}`, 1]));
	await run(board.linkHolder, submitResponse, testSubmission(risk.token, { answers }));
	const [alert] = await queryRows<{ id: string }>(
		board.database.orm,
		sql`select id from risk_alerts where case_id = ${caseId}`
	);
	return {
		caseId,
		caseNumber,
		responseId,
		administrationId,
		providerId,
		surveyId,
		planId: followed.planId,
		casePlanId: followed.casePlanId,
		interventionId: followed.interventionId,
		occasionId: occasion.id,
		alertId: alert?.id,
		goalId,
		plan,
		isRetired: true,
		appliesTo: 'new-cases',
		doneOn: testDay,
		unitId: randomUUID(),
		routine: 'Påhittad rutin',
		// What some commands also ask for, so that nothing but reach can be what stops them.
		staffId: randomUUID(),
		isShared: true,
		isProtected: true,
		closedOn: testDay,
		openedOn: testDay,
		answeredOn: testDay,
		expiresOn: testDay,
		instrumentId: 'audit',
		occasion: 'before',
		respondent: 'client',
		help: 'self',
		answers: { audit_1: 1 },
		name: 'Påhittad',
		personalNumber: null,
		decidedOn: null,
		startedOn: null,
		endedOn: null,
		by: 'case-number',
		text: caseNumber,
		reason: 'påhittat',
		corrections: 0,
		ground: 'objection',
		isPersonTold: true,
		recipient: 'the-person'
	};
}

/** Everything that is stored but the access log, which also tells of what was looked for and not found. */
async function hashTables({ database }: TestBoard): Promise<string> {
	const tables = await queryRows<{ name: string }>(
		database.orm,
		sql`select table_name as name from information_schema.tables
			where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'audit_events' order by 1`
	);
	const hash = createHash('sha256');
	for (const { name } of tables) {
		const rows = await queryRows<{ row: string }>(
			database.orm,
			sql`select t::text as row from ${sql.identifier(name)} t order by 1`
		);
		hash.update(`${name} ${JSON.stringify(rows)}`);
	}
	return hash.digest('hex');
}

async function outcomeOf(context: Context, { definition, isRead }: (typeof found)[number], input: Things) {
	try {
		const told = isRead
			? await fetch(context, definition as Read<unknown, unknown>, input)
			: await run(context, definition as Command<unknown, unknown>, input);
		// What hands out nothing says nothing.
		return JSON.stringify(told) ?? 'nothing';
	} catch (error) {
		return (error as { code?: string }).code ?? String(error);
	}
}

describe('the matrix', () => {
	it('finds what there is', () => {
		expect(found.length).toBeGreaterThan(30);
		expect(inCases.length).toBeGreaterThan(14);
		expect(new Set(found.map(({ definition }) => definition.name)).size).toBe(found.length);
	});
});

describeOnOwnDatabase('every command and read', (open) => {
	let board: TestBoard;
	let units: TestUnits;
	const foreign: Record<string, Things> = {};
	beforeAll(async () => {
		board = await open();
		units = await addTestUnits(board);
		const other = await open();
		const otherUnits = await addTestUnits(other);
		foreign['a colleague’s'] = await makeThings(board, units.nora);
		foreign['another unit’s'] = await makeThings(board, units.sara);
		foreign['another board’s'] = await makeThings(other, otherUnits.nils);
	});

	/** Somebody with the role in the north, where Nora's case is but not they themselves. */
	function as(role: Role): Context {
		const actor = {
			kind: 'staff',
			boardId: board.board.id,
			staffId: units.nils.staffId,
			name: 'Nils',
			roles: [role],
			heldRoles: [{ role, unitId: units.north, providerId: null }]
		} as const;
		return { ...board.karin, actor };
	}

	it.each(['a colleague’s', 'another unit’s', 'another board’s'])('does not find %s case', async (whose) => {
		const things = foreign[whose] ?? {};
		const before = await hashTables(board);
		const wrong: string[] = [];
		for (const role of roles) {
			// The manager of the unit reaches what lies in it; that is tried in reach.test.ts.
			if (role === 'unit-manager' && whose === 'a colleague’s') continue;
			const context = as(role);
			for (const one of inCases) {
				const { name, permission, inCase } = one.definition;
				const outcome = await outcomeOf(context, one, things);
				const isList = inCase === 'in-query';
				const isRight = !mayAct(context.actor, permission)
					? outcome === 'not-permitted'
					: isList
						? !outcome.includes(String(things['caseId'])) && !outcome.includes(String(things['responseId']))
						: outcome === 'not-found';
				if (!isRight) wrong.push(`${role} ${name}: ${outcome.slice(0, 80)}`);
			}
		}
		expect(wrong).toEqual([]);
		expect(await hashTables(board)).toBe(before);
	});

	it('is closed to nobody in particular, and all but their own answer to a link holder', async () => {
		const things = foreign['another board’s'] ?? {};
		// And what the board shows everybody.
		const isOwnAnswer = (permission: Permission): boolean =>
			permission === 'response:submit' || permission === 'publication:read';
		for (const one of found) {
			expect(await outcomeOf(board.stranger, one, things), one.definition.name).toBe('sign-in-required');
			if (isOwnAnswer(one.definition.permission)) continue;
			expect(await outcomeOf(board.linkHolder, one, things), one.definition.name).toBe('not-permitted');
		}
	});

	it('never hands out another board’s ids, whoever asks for whatever', async () => {
		const theirs = foreign['another board’s'] ?? {};
		const ids = ['caseId', 'responseId', 'administrationId', 'surveyId', 'providerId'];
		const ofPlans = ['planId', 'casePlanId', 'occasionId', 'alertId'];
		const secrets = [...ids, ...ofPlans].map((key) => String(theirs[key]));
		const told: string[] = [];
		for (const role of roles) {
			for (const one of found.filter(({ isRead }) => isRead)) {
				const outcome = await outcomeOf(as(role), one, {
					...theirs,
					year: 2026,
					instrumentId: 'simrishamn-sol'
				});
				if (secrets.some((secret) => outcome.includes(secret))) told.push(`${role} ${one.definition.name}`);
			}
		}
		expect(told).toEqual([]);
	});
});
