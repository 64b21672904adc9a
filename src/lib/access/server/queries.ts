/** Whose session a token is, and what they are today: read on every request of somebody who is signed in. */
import { sql, type SQL } from 'drizzle-orm';
import type { AdministrationId, BoardId, StaffId } from '#lib/shared/ids.ts';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { throwAsProblem } from '#lib/shared/server/database-error.ts';
import type { Database } from '#lib/shared/server/database.ts';
import { boards } from '#lib/shared/server/tables.ts';
import type { Actor, HeldRole } from '../actor.ts';
import type { SecondFactor } from '../second-factor.ts';
import { isAlive, touchEveryMs } from '../session-limits.ts';
import { toActor, type BoardRoles, type StaffSession } from '../staff-session.ts';
import { passkeys, staffAccounts, staffSessions, staffUsers, totpSecrets } from './auth-tables.ts';
import { assignments, guests } from './tables.ts';

interface SessionRow {
	readonly id: string;
	readonly staffId: StaffId;
	readonly name: string;
	readonly email: string;
	readonly secondFactor: SecondFactor | null;
	readonly boardId: BoardId | null;
	readonly lentTo: AdministrationId | null;
	readonly lentIsShut: boolean;
	readonly createdAt: number;
	readonly lastSeenAt: number;
	readonly expiresAt: number;
	readonly signedInAt: number | null;
	readonly hasTotp: boolean;
	readonly hasPassword: boolean;
	readonly passkeyCount: number;
	readonly held: string;
}

type HeldInBoard = HeldRole & { readonly boardId: BoardId; readonly boardName: string };

/** Milliseconds since 1970: the two drivers write moments as different texts. */
const milliseconds = (column: SQL): SQL => sql`(extract(epoch from ${column}) * 1000)::float8`;

/**
 * The session with the token, or null when there is none, its time is out or the account is closed. Notes that the
 * person is here, at most once a minute.
 */
export async function findStaffSession(
	database: Database,
	token: string,
	now: Date
): Promise<StaffSession | null> {
	const today = toLocalDate(now);
	const [row] = await database
		.query<SessionRow>(
			sql`
			select s.id, s.user_id as "staffId", u.name, u.email, s.second_factor as "secondFactor", s.board_id as "boardId",
				s.lent_to as "lentTo", s.lent_is_shut as "lentIsShut",
				${milliseconds(sql`s.created_at`)} as "createdAt", ${milliseconds(sql`s.last_seen_at`)} as "lastSeenAt",
				${milliseconds(sql`s.expires_at`)} as "expiresAt", ${milliseconds(sql`s.signed_in_at`)} as "signedInAt",
				exists (select from ${totpSecrets} t where t.user_id = u.id) as "hasTotp",
				exists (select from ${staffAccounts} a where a.user_id = u.id and a.password is not null) as "hasPassword",
				(select count(*)::int from ${passkeys} p where p.user_id = u.id) as "passkeyCount",
				(select coalesce(jsonb_agg(jsonb_build_object('boardId', a.board_id, 'boardName', b.name, 'role', a.role,
						'unitId', a.unit_id, 'providerId', a.provider_id) order by b.name, b.id, a.role), '[]')::text
					from ${assignments} a join ${boards} b on b.id = a.board_id
					where a.user_id = u.id and a.valid_from <= ${today}::date
						and (a.valid_to is null or a.valid_to > ${today}::date)
						and not exists (select from ${guests} g where g.board_id = a.board_id and g.user_id = a.user_id
							and (g.accepted_at is null or g.closed_at is not null))) as held
			from ${staffSessions} s join ${staffUsers} u on u.id = s.user_id
			where s.token = ${token} and u.disabled_at is null`
		)
		.catch(throwAsProblem);
	if (!row) return null;
	const times = {
		createdAt: new Date(row.createdAt),
		lastSeenAt: new Date(row.lastSeenAt),
		expiresAt: new Date(row.expiresAt),
		signedInAt: row.signedInAt === null ? null : new Date(row.signedInAt)
	};
	if (!isAlive(times, now)) return null;
	if (now.getTime() - row.lastSeenAt >= touchEveryMs) {
		await database
			.query(
				sql`update ${staffSessions} set last_seen_at = ${now.toISOString()}::timestamptz where id = ${row.id}::uuid`
			)
			.catch(throwAsProblem);
	}
	return toSession(row, times.signedInAt);
}

/** Who the token's session makes the visitor; nobody when there is no such session or it is not complete. */
export async function findStaffActor(
	database: Database,
	token: string,
	now: Date = new Date()
): Promise<Actor> {
	return toActor(await findStaffSession(database, token, now));
}

function toSession(row: SessionRow, signedInAt: Date | null): StaffSession {
	const boardsOfPerson = groupByBoard(JSON.parse(row.held) as readonly HeldInBoard[]);
	const [first, ...more] = boardsOfPerson;
	const only = more.length === 0 ? (first?.boardId ?? null) : null;
	const chosen = boardsOfPerson.some(({ boardId }) => boardId === row.boardId) ? row.boardId : null;
	return {
		id: row.id,
		staffId: row.staffId,
		name: row.name,
		email: row.email,
		secondFactor: row.secondFactor,
		signedInAt,
		hasTotp: row.hasTotp,
		hasPassword: row.hasPassword,
		passkeyCount: row.passkeyCount,
		boards: boardsOfPerson,
		boardId: chosen ?? only,
		lentTo: row.lentTo,
		lentIsShut: row.lentIsShut
	};
}

function groupByBoard(held: readonly HeldInBoard[]): readonly BoardRoles[] {
	const byBoard = new Map<BoardId, { boardId: BoardId; boardName: string; roles: HeldRole[] }>();
	for (const { boardId, boardName, role, unitId, providerId } of held) {
		const board = byBoard.get(boardId) ?? { boardId, boardName, roles: [] };
		board.roles.push({ role, unitId, providerId });
		byBoard.set(boardId, board);
	}
	return [...byBoard.values()];
}
