/**
 * `genklang create-admin <e-post> [namn]`: invites a system administrator from the command line. The first one, since
 * nobody can invite them otherwise; and the last resort when none of them can sign in any longer.
 */
import { parseArgs } from 'node:util';
import { isInForce } from '../../src/lib/access/assignment.ts';
import { inviteStaff } from '../../src/lib/access/server/commands/invite-staff.ts';
import { renewInvitation } from '../../src/lib/access/server/commands/renew-invitation.ts';
import { resetSignIn } from '../../src/lib/access/server/commands/reset-sign-in.ts';
import { listStaff } from '../../src/lib/access/server/reads/list-staff.ts';
import { openTrail } from '../../src/lib/audit/server/audit-key.ts';
import { loadCatalogue } from '../../src/lib/instruments/server/catalogue.ts';
import { openMasterKey } from '../../src/lib/secrecy/server/open-master-key.ts';
import { readEnvironment } from '../../src/lib/shared/environment.ts';
import type { BoardId } from '../../src/lib/shared/ids.ts';
import { toLocalDate } from '../../src/lib/shared/local-date.ts';
import { ok, refuse, type Result } from '../../src/lib/shared/result.ts';
import { createBoard, listBoards, type Board } from '../../src/lib/shared/server/boards.ts';
import { run as runCommand } from '../../src/lib/shared/server/command.ts';
import { makeContext, type Context } from '../../src/lib/shared/server/context.ts';
import { openDatabase, type Database } from '../../src/lib/shared/server/database.ts';
import { prepareTables } from '../../src/lib/shared/server/prepare-tables.ts';
import { fetch } from '../../src/lib/shared/server/read.ts';
import type { CommandIo } from './command-io.ts';

const usage = `Skriv: genklang create-admin <e-post> [namn] [--board <kod>] [--board-name <nämndens namn>] [--reset]
  --board        vilken nämnd, när det finns flera eller ingen
  --board-name   nämndens namn, när den ska läggas upp
  --reset        ta bort lösenord och andra steg för den som har tappat allt
`;

interface Options {
	readonly email: string;
	readonly name: string;
	readonly boardCode: string | null;
	readonly boardName: string | null;
	readonly isReset: boolean;
}

/** Prints a one-time link. 0 when there is one, 1 when it could not be made, 2 when the arguments are wrong. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
	const options = readOptions(args);
	if (!options.ok) {
		io.stderr(options.problem);
		return 2;
	}
	const settings = readEnvironment(process.env);
	if (!settings.ok) {
		io.stderr(`${settings.problem}\n`);
		return 1;
	}
	const masterKey = openMasterKey(settings.value);
	if (!masterKey.ok) {
		io.stderr(`${masterKey.problem}\n`);
		return 1;
	}
	let database: Database | undefined;
	try {
		database = await openDatabase({ ...settings.value.storage, masterKey: masterKey.value });
		await prepareTables(database, io.root);
		const board = await findBoard(database, options.value);
		if (!board.ok) throw new Error(board.problem);
		const catalogue = loadCatalogue([]);
		const actor = { kind: 'system', boardId: board.value.id } as const;
		const context = makeContext(database, actor, catalogue, openTrail(masterKey.value));
		const token = await invite(context, options.value);
		io.stdout(sayOutcome(options.value, board.value, token, settings.value.publicUrl));
		return 0;
	} catch (error) {
		io.stderr(`${error instanceof Error ? error.message : String(error)}\n`);
		return 1;
	} finally {
		await database?.close();
	}
}

function readOptions(args: readonly string[]): Result<Options, string> {
	try {
		const { values, positionals } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: { board: { type: 'string' }, 'board-name': { type: 'string' }, reset: { type: 'boolean' } }
		});
		const [email, name, ...rest] = positionals;
		if (!email || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) || rest.length > 0) return refuse(usage);
		return ok({
			email: email.toLowerCase(),
			name: name ?? email.split('@')[0] ?? email,
			boardCode: values.board ?? null,
			boardName: values['board-name'] ?? null,
			isReset: values.reset ?? false
		});
	} catch {
		return refuse(usage);
	}
}

/** The board that is meant; made when it does not exist and has been given a name. */
async function findBoard(database: Database, options: Options): Promise<Result<Board, string>> {
	const boards = await listBoards(database);
	const { boardCode, boardName } = options;
	const wanted = boardCode === null ? null : (boards.find(({ code }) => code === boardCode) ?? null);
	if (wanted) return ok(wanted);
	if (boardCode === null) {
		const [only, ...more] = boards;
		if (only && more.length === 0) return ok(only);
		return refuse(
			boards.length === 0
				? 'Det finns ingen nämnd ännu. Lägg till: --board ifo --board-name "Individ- och familjenämnden"'
				: `Välj nämnd med --board: ${boards.map(({ code }) => code).join(', ')}`
		);
	}
	if (boardName === null) return refuse(`Nämnden ${boardCode} finns inte. Ge den ett namn med --board-name.`);
	const board = { id: crypto.randomUUID() as BoardId, code: boardCode, name: boardName };
	await createBoard(database, board);
	return ok(board);
}

/** The token of the link, or null when the person signs in as they use to. */
async function invite(context: Context, { email, name, isReset }: Options): Promise<string | null> {
	const today = toLocalDate(context.now());
	const people = await fetch(context, listStaff, {});
	const known = people.find((person) => person.email === email);
	const isAdministrator = known?.assignments.some(
		(assignment) => assignment.role === 'system-administrator' && isInForce(assignment, today)
	);
	if (known && isReset) return (await runCommand(context, resetSignIn, { staffId: known.id })).token;
	if (known && isAdministrator)
		return (await runCommand(context, renewInvitation, { staffId: known.id })).token;
	const { token } = await runCommand(context, inviteStaff, {
		email,
		name,
		assignment: {
			role: 'system-administrator',
			unitId: null,
			providerId: null,
			validFrom: today,
			validTo: null
		}
	});
	return token;
}

function sayOutcome({ email }: Options, board: Board, token: string | null, publicUrl: string): string {
	const role = `${email} är systemadministratör i ${board.name}.`;
	if (token === null) return `${role} Kontot finns redan: logga in på ${publicUrl}/sign-in\n`;
	return `${role}
Öppna länken för att välja lösenord och andra steg. Den fungerar en gång och gäller i en vecka:

  ${publicUrl}/invitation/${token}

`;
}
