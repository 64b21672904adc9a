/** A board of its own for one test, with named people who have fixed rights. All of it is made up. */
import { randomUUID } from 'node:crypto';
import type { Actor, Role } from '#lib/access/actor.ts';
import { openTrail } from '#lib/audit/server/audit-key.ts';
import type { Catalogue } from '#lib/instruments/server/catalogue.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { Board } from '#lib/shared/server/boards.ts';
import { makeContext, type Context } from '#lib/shared/server/context.ts';
import type { Database } from '#lib/shared/server/database.ts';
import { testMasterKey } from './test-master-key.ts';

export interface TestBoard {
	readonly database: Database;
	/** Address of the database, or null when it is in this process's memory. */
	readonly databaseUrl: string | null;
	readonly board: Board;
	/** Karin may work with cases. */
	readonly karin: Context;
	/** Adnan administers the follow-up: surveys, targets and permits. */
	readonly adnan: Context;
	/** Berit sits on the board. */
	readonly berit: Context;
	/** Siv is the system administrator: staff and units, no case. */
	readonly siv: Context;
	/** Rut reviews the access log. */
	readonly rut: Context;
	/** Whoever holds a link. */
	readonly linkHolder: Context;
	/** Nobody in particular. */
	readonly stranger: Context;
	/** The same person on another day. */
	on(day: string, context: Context): Context;
}

/** The day it is in every test that does not say another. */
export const testDay = '2026-03-02' as LocalDate;

/** What every test's access log is signed with. */
export const testTrail = openTrail(testMasterKey);

/** The board's people over a database that already holds the board. */
export function makeTestBoard(
	database: Database,
	catalogue: Catalogue,
	board: Board,
	databaseUrl: string | null
): TestBoard {
	const as = (actor: Actor): Context => onDay(testDay, makeContext(database, actor, catalogue, testTrail));
	const staff = (name: string, role: Role): Context =>
		as({ kind: 'staff', boardId: board.id, staffId: `test-${name}`, name: `${name} (påhittad)`, roles: [role] });
	return {
		database,
		databaseUrl,
		board,
		karin: staff('Karin', 'caseworker'),
		adnan: staff('Adnan', 'follow-up-administrator'),
		berit: staff('Berit', 'board-member'),
		siv: staff('Siv', 'system-administrator'),
		rut: staff('Rut', 'log-reviewer'),
		linkHolder: as({ kind: 'respondent', boardId: board.id }),
		stranger: as({ kind: 'anonymous' }),
		on: onDay
	};
}

function onDay(day: string, context: Context): Context {
	return { ...context, now: () => new Date(`${day}T12:00:00+01:00`) };
}

/** An id as the respondent's page makes it. */
export function newSubmissionId(): string {
	return randomUUID();
}
