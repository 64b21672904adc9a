/** An installation with one member of staff signed in and cases of their own, for whoever drives the built server. Made up. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { parseProxies } from '#lib/access/server/client-address.ts';
import { inviteStaff } from '#lib/access/server/commands/invite-staff.ts';
import { signInCookies, writeSessionCookie } from '#lib/access/server/session-cookie.ts';
import { acceptInvitation } from '#lib/access/server/sign-in/accept-invitation.ts';
import { insertSession } from '#lib/access/server/sign-in/queries.ts';
import { makeSignInContext } from '#lib/access/server/sign-in-context.ts';
import { loadCatalogue } from '#lib/instruments/server/catalogue.ts';
import type { AdministrationId, BoardId, CaseId } from '#lib/shared/ids.ts';
import { addDays, toLocalDate } from '#lib/shared/local-date.ts';
import { createBoard } from '#lib/shared/server/boards.ts';
import { run } from '#lib/shared/server/command.ts';
import { makeContext, type Context } from '#lib/shared/server/context.ts';
import type { Database } from '#lib/shared/server/database.ts';
import { startTestInterview } from './interview.ts';
import { openTestCase } from './made-up.ts';
import { root, testSecret } from './server-process.ts';
import { placeTestPictures } from './place-pictures.ts';
import { password } from './staff-account.ts';
import { testTrail } from './test-board.ts';

export interface InterviewWorld {
	/** The session's cookie, by name and value. */
	readonly cookie: { readonly name: string; readonly value: string };
	readonly password: string;
	/** Each with an AUDIT interview that has just begun. */
	readonly interviews: readonly { readonly caseId: CaseId; readonly administrationId: AdministrationId }[];
}

/** Fills an empty, migrated database for a server that will answer at the origin. */
export async function fillInterviewWorld(
	database: Database,
	origin: string,
	count: number
): Promise<InterviewWorld> {
	const boardId = randomUUID() as BoardId;
	await createBoard(database, { id: boardId, code: 'samtal', name: 'Samtalsnämnden (påhittad)' });
	const catalogue = loadCatalogue([join(root, 'instruments')]);
	const as = (actor: Context['actor']): Context => makeContext(database, actor, catalogue, testTrail);
	const signIn = makeSignInContext(database, {
		secret: testSecret,
		publicUrl: origin,
		municipality: null,
		trustedProxies: parseProxies('')!,
		passwordCost: { logN: 4, r: 8, p: 1 }
	});
	const today = toLocalDate(new Date());
	const { staffId, token } = await run(as({ kind: 'system', boardId }), inviteStaff, {
		email: 'hanna@exempelby.example',
		name: 'Hanna (påhittad)',
		assignment: {
			role: 'caseworker',
			unitId: null,
			providerId: null,
			validFrom: addDays(today, -400),
			validTo: null
		}
	});
	const accepted = await acceptInvitation(signIn, token ?? '', password, null);
	if (!accepted.ok) throw new Error(JSON.stringify(accepted.problem));
	const session = { userId: staffId, secondFactor: 'totp', userAgent: null } as const;
	const sessionToken = await insertSession(signIn, database.orm, session);
	const hanna = as({ kind: 'staff', boardId, staffId, name: 'Hanna (påhittad)', roles: ['caseworker'] });
	await placeTestPictures(as({ kind: 'system', boardId }), {
		instrumentId: 'audit',
		places: [{ question: 'audit_1', option: null }]
	});
	const interviews: InterviewWorld['interviews'][number][] = [];
	for (let number = 1; number <= count; number += 1) {
		const caseId = await openTestCase(hanna, {
			caseNumber: `KANARIE-${number}`,
			clientNumber: `K-KANARIE-${number}`,
			openedOn: today
		});
		interviews.push({ caseId, administrationId: await startTestInterview(hanna, caseId) });
	}
	const { name } = signInCookies(origin).session;
	return { cookie: { name, value: writeSessionCookie(signIn.secrets, sessionToken) }, password, interviews };
}
