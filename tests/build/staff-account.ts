/** Made-up members of staff who can sign in, over a clock that the test sets. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { HeldRole, Role } from '#lib/access/actor.ts';
import { parseProxies } from '#lib/access/server/client-address.ts';
import { inviteStaff } from '#lib/access/server/commands/invite-staff.ts';
import { findStaffSession } from '#lib/access/server/queries.ts';
import { acceptInvitation } from '#lib/access/server/sign-in/accept-invitation.ts';
import { insertSession } from '#lib/access/server/sign-in/queries.ts';
import type { SignInOutcome } from '#lib/access/server/sign-in/outcome.ts';
import { putTotpSecret } from '#lib/access/server/sign-in/totp-secret.ts';
import { signInWithCode } from '#lib/access/server/sign-in/with-code.ts';
import { signInWithPassword, type Visitor } from '#lib/access/server/sign-in/with-password.ts';
import { makeSignInContext, type SignInContext, type SignInSettings } from '#lib/access/server/sign-in-context.ts';
import { codeAt, toStep } from '#lib/access/server/totp.ts';
import type { StaffSession } from '#lib/access/staff-session.ts';
import type { StaffId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import type { Context } from '#lib/shared/server/context.ts';
import type { TestBoard } from './test-board.ts';

export const password = 'tre gula cyklar i regn';

/** A clock that stands still until it is told to move. */
export interface TestClock {
	now(): Date;
	/** Moves it on. */
	pass(milliseconds: number): void;
}

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;

/** Starts at noon on the tests' own day. */
export function makeClock(start = '2026-03-02T12:00:00+01:00'): TestClock {
	let at = new Date(start).getTime();
	return { now: () => new Date(at), pass: (milliseconds) => (at += milliseconds) };
}

export interface Door {
	readonly signIn: SignInContext;
	readonly clock: TestClock;
	readonly board: TestBoard;
	/** The system itself, for what no person may do to themselves. */
	readonly system: Context;
}

/** Signing in to the board's installation, with secrets of its own. */
export function openDoor(board: TestBoard, settings: Partial<SignInSettings> = {}, clock = makeClock()): Door {
	const signIn = makeSignInContext(
		board.database,
		{
			// Of its own, so that what is counted in one test is not counted in the next.
			secret: `made up for the tests ${randomUUID()}`,
			passwordCost: { logN: 4, r: 8, p: 1 },
			publicUrl: 'https://genklang.exempelby.example',
			municipality: null,
			trustedProxies: parseProxies('')!,
			...settings
		},
		() => clock.now()
	);
	const system = { ...board.siv, actor: { kind: 'system', boardId: board.board.id } as const, now: () => clock.now() };
	return { signIn, clock, board, system };
}

/** Somebody at a computer; a new address each time unless one is given. */
export function visitor(changes: Partial<Visitor> = {}): Visitor {
	const [a = 0, b = 0, c = 0] = randomBytes(3);
	return {
		address: `100.${a}.${b}.${c}`,
		userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
		knownBrowser: undefined,
		currentToken: null,
		...changes
	};
}

/** Half sessions as after the right password, however many, without being counted. */
export function halfSessions(door: Door, person: Person, count: number): Promise<StaffSession[]> {
	return Promise.all(
		Array.from({ length: count }, async () => {
			const session = { userId: person.id, secondFactor: null, userAgent: null };
			const token = await insertSession(door.signIn, door.signIn.database.orm, session);
			return sessionOf(door, { ok: true, value: { token } });
		})
	);
}

export interface Person {
	readonly id: StaffId;
	readonly email: string;
	/** Of the authenticator app. */
	readonly secret: Buffer;
}

interface PersonChanges {
	readonly roles?: readonly Role[];
	readonly held?: Partial<HeldRole>;
	/** Left out: an authenticator app. */
	readonly secondFactor?: 'totp' | 'none';
}

/** A person who has been invited, has chosen the password and enrolled an app. */
export async function addPerson(
	{ signIn, system }: Door,
	name: string,
	{ roles = ['caseworker'], held = {}, secondFactor = 'totp' }: PersonChanges = {}
): Promise<Person> {
	const email = `${name.toLowerCase()}.${randomUUID().slice(0, 8)}@exempelby.example`;
	let id: StaffId | undefined;
	let token: string | null = null;
	for (const role of roles) {
		const invited = await run(system, inviteStaff, {
			email,
			name: `${name} (påhittad)`,
			assignment: {
				role,
				unitId: null,
				providerId: null,
				validFrom: '2026-01-01' as LocalDate,
				validTo: null,
				...held
			}
		});
		id = invited.staffId;
		token = invited.token;
	}
	if (!id || !token) throw new Error(`${name} was not invited`);
	const accepted = await acceptInvitation(signIn, token, password, null);
	if (!accepted.ok) throw new Error(JSON.stringify(accepted.problem));
	const secret = randomBytes(20);
	if (secondFactor === 'totp') await putTotpSecret(signIn, signIn.database.orm, id, secret, 0);
	return { id, email, secret };
}

/** What the person's app shows now. */
export function codeNow({ clock }: Door, { secret }: Person): string {
	return codeAt(secret, toStep(clock.now()));
}

/** The half session after the right password. */
export async function givePassword(door: Door, person: Person, from = visitor()): Promise<StaffSession> {
	const outcome = await signInWithPassword(door.signIn, { email: person.email, password, visitor: from });
	return sessionOf(door, outcome);
}

/** The token of a whole session, by password and app. */
export async function signIn(door: Door, person: Person): Promise<string> {
	const half = await givePassword(door, person);
	const outcome = await signInWithCode(door.signIn, half, codeNow(door, person), null);
	if (!outcome.ok) throw new Error(outcome.problem.kind);
	// The next code is another one.
	door.clock.pass(30 * second);
	return outcome.value.token;
}

/** The session of a sign-in that went well. */
export async function sessionOf(door: Door, outcome: SignInOutcome): Promise<StaffSession> {
	if (!outcome.ok) throw new Error(outcome.problem.kind);
	const session = await findSession(door, outcome.value.token);
	if (!session) throw new Error('there is no session');
	return session;
}

/** The session with the token as a request would find it now, or null. */
export function findSession(door: Door, token: string): Promise<StaffSession | null> {
	return findStaffSession(door.signIn.database, token, door.clock.now());
}
