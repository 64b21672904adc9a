/** `genklang rerun <figur>`: makes a published figure again and says whether it comes out the same, or else why not. */
import { delimiter, join } from 'node:path';
import { openTrailFor } from '../../src/lib/audit/server/open-trail.ts';
import { loadCatalogue } from '../../src/lib/instruments/server/catalogue.ts';
import { parseFigureName } from '../../src/lib/reports/publication.ts';
import {
	rerunFigure,
	type Rerun,
	type RerunDifference
} from '../../src/lib/reports/server/commands/rerun-figure.ts';
import { openMasterKey } from '../../src/lib/secrecy/server/open-master-key.ts';
import { beginEmpty, readEnvironment } from '../../src/lib/shared/environment.ts';
import { Problem } from '../../src/lib/shared/problem.ts';
import { findBoardByCode } from '../../src/lib/shared/server/boards.ts';
import { run as runCommand } from '../../src/lib/shared/server/command.ts';
import { makeContext } from '../../src/lib/shared/server/context.ts';
import { openDatabase, type Database } from '../../src/lib/shared/server/database.ts';
import type { CommandIo } from './command-io.ts';

const usage = 'Skriv: genklang rerun <figur>, till exempel genklang rerun demo/2013/1/7\n';

/** 0 when it is the same, 1 when it is not, 2 when it could not be tried. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
	const asked = parseFigureName(args[0] ?? '');
	const settings = readEnvironment(process.env);
	const masterKey = settings.ok ? openMasterKey(settings.value) : settings;
	const trail = settings.ok ? openTrailFor(settings.value) : settings;
	if (!asked || !settings.ok || !masterKey.ok || !trail.ok) {
		const refused = [settings, masterKey, trail].find(({ ok }) => !ok);
		io.stderr(asked ? `${refused && !refused.ok ? refused.problem : ''}\n` : usage);
		return 2;
	}
	let database: Database | undefined;
	try {
		database = await openDatabase({
			...beginEmpty(settings.value.storage, io.root),
			masterKey: masterKey.value,
			command: 'rerun'
		});
		const board = await findBoardByCode(database, asked.boardCode);
		if (!board) {
			io.stderr(`Nämnden ${asked.boardCode} finns inte.\n`);
			return 2;
		}
		const context = makeContext(
			database,
			{ kind: 'system', boardId: board.id },
			loadCatalogue(listDirectories(settings.value.root, settings.value.instrumentDirectories)),
			trail.value
		);
		const rerun = await runCommand(context, rerunFigure, asked);
		io.stdout(sayRerun(args[0] ?? '', rerun));
		return rerun.published === rerun.now && rerun.differences.length === 0 ? 0 : 1;
	} catch (error) {
		io.stderr(`${saySentence(error, args[0] ?? '')}\n`);
		return 2;
	} finally {
		await database?.close();
	}
}

function saySentence(error: unknown, figure: string): string {
	if (error instanceof Problem && error.code === 'not-found') return `Figuren ${figure} finns inte.`;
	// The database's own refusal: most often an empty folder, or one that has not been brought up to date.
	if (error instanceof Problem && error.code === 'unexpected') {
		return 'Databasen går inte att läsa. Är GENKLANG_DATA eller DATABASE_URL den rätta? Är den uppdaterad: npx genklang migrate?';
	}
	return error instanceof Error ? error.message : String(error);
}

/** The shipped forms, and the municipality's own. */
function listDirectories(root: string, own: string): string[] {
	return [join(root, 'instruments'), ...own.split(delimiter).filter((directory) => directory !== '')];
}

function sayRerun(name: string, { published, now, differences }: Rerun): string {
	if (published === now && differences.length === 0) return `${name}: samma. ${now}\n`;
	const reasons = differences.map((difference) => `  ${sayDifference(difference)}\n`).join('');
	return `${name}: inte samma.\n  publicerad ${published}\n  nu         ${now}\n${reasons}`;
}

function sayDifference(difference: RerunDifference): string {
	switch (difference.kind) {
		case 'method':
			return `Programmet räknar på ett annat sätt nu: version ${difference.is} i stället för ${difference.was}.`;
		case 'instrument':
			return difference.is === null
				? `Formuläret i version ${difference.was} finns inte längre.`
				: `Formuläret har version ${difference.is}, och figuren gjordes med ${difference.was}.`;
		case 'record':
			return 'Uppgiften om figuren är ändrad efter att den skrevs: den stämmer inte med sin egen kontrollsumma.';
		case 'answers':
			return 'Svaren är inte desamma: några har gallrats eller kommit till i de kvartal som figuren vilar på.';
	}
}
