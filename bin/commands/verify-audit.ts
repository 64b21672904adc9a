/**
 * `genklang verify-audit [--anchor] [--earlier-key <fil>] [--expect <nämnd>:<rad>:<kod>]`: whether the access log is
 * whole, board by board, and which row is the first that is not.
 */
import { parseArgs } from 'node:util';
import type { Anchor, AuditTrail } from '../../src/lib/audit/audit-trail.ts';
import type { ChainFault, ChainFaultKind } from '../../src/lib/audit/check-chain.ts';
import {
	isAmongData,
	readAnchors,
	sayAmongData,
	writeAnchors
} from '../../src/lib/audit/server/anchor-file.ts';
import { openTrailFor } from '../../src/lib/audit/server/open-trail.ts';
import { sealBoard } from '../../src/lib/audit/server/seal-board.ts';
import { verifyBoard, type BoardVerdict } from '../../src/lib/audit/server/verify-board.ts';
import { readEnvironment } from '../../src/lib/shared/environment.ts';
import { listBoards, type Board } from '../../src/lib/shared/server/boards.ts';
import { openDatabase, type Database } from '../../src/lib/shared/server/database.ts';
import { ok, refuse, type Result } from '../../src/lib/shared/result.ts';
import type { CommandIo } from './command-io.ts';

const usage =
	'Skriv: genklang verify-audit [--anchor] [--earlier-key <fil>] [--expect <nämnd>:<rad>:<kod>]\n';

/** 0 when every board's log is whole, 1 when one is not, 2 when it could not be checked. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
	const options = readOptions(args);
	if (!options.ok) {
		io.stderr(options.problem);
		return 2;
	}
	const settings = readEnvironment(process.env);
	const trail = settings.ok ? openTrailFor(settings.value, options.value.earlierKeys) : settings;
	if (!settings.ok || !trail.ok) {
		io.stderr(`${settings.ok ? (trail.ok ? '' : trail.problem) : settings.problem}\n`);
		return 2;
	}
	const { auditAnchorFile, dataDirectory, storage } = settings.value;
	if (auditAnchorFile !== null && isAmongData(auditAnchorFile, dataDirectory)) {
		io.stderr(`${sayAmongData}\n`);
		return 2;
	}
	let database: Database | undefined;
	try {
		database = await openDatabase(storage);
		return await verifyAll(database, trail.value, auditAnchorFile, options.value, io);
	} catch (error) {
		io.stderr(`${error instanceof Error ? error.message : String(error)}\n`);
		return 2;
	} finally {
		await database?.close();
	}
}

interface Options {
	readonly shouldAnchor: boolean;
	readonly earlierKeys: readonly string[];
	/** What was copied from a signed log review on paper. */
	readonly expected: readonly { readonly boardCode: string; readonly anchor: Anchor }[];
}

function readOptions(args: readonly string[]): Result<Options, string> {
	try {
		const { values } = parseArgs({
			args: [...args],
			options: {
				anchor: { type: 'boolean', default: false },
				'earlier-key': { type: 'string', multiple: true, default: [] },
				expect: { type: 'string', multiple: true, default: [] }
			}
		});
		const expected = values.expect.map(parseExpected);
		if (expected.includes(null)) return refuse(usage);
		return ok({
			shouldAnchor: values.anchor,
			earlierKeys: values['earlier-key'],
			expected: expected.filter((one) => one !== null)
		});
	} catch {
		return refuse(usage);
	}
}

/** Sixteen characters of the seal are enough: nobody finds another line with the same. */
function parseExpected(text: string): Options['expected'][number] | null {
	const match = /^([a-z0-9-]+):(\d+):([0-9a-f]{16,64})$/.exec(text.replaceAll(' ', ''));
	if (!match) return null;
	const [, boardCode = '', seq, seal = ''] = match;
	return { boardCode, anchor: { seq: Number(seq), seal } };
}

async function verifyAll(
	database: Database,
	trail: AuditTrail,
	anchorFile: string | null,
	options: Options,
	io: CommandIo
): Promise<number> {
	const { byBoard, forgedLines } =
		anchorFile === null
			? { byBoard: new Map<string, readonly Anchor[]>(), forgedLines: [] }
			: readAnchors(anchorFile, trail);
	for (const line of forgedLines) {
		io.stdout(`${anchorFile}: rad ${line} är inte skriven av Genklang med den här nyckeln.\n`);
	}
	let isWhole = forgedLines.length === 0;
	const boards = await listBoards(database);
	const unknown = options.expected.find(({ boardCode }) => !boards.some(({ code }) => code === boardCode));
	if (unknown) {
		io.stderr(`Nämnden ${unknown.boardCode} finns inte.\n`);
		return 2;
	}
	for (const board of boards) {
		const onPaper = options.expected.filter(({ boardCode }) => boardCode === board.code);
		const anchors = [...(byBoard.get(board.id) ?? []), ...onPaper.map(({ anchor }) => anchor)];
		const verdict = await verifyBoard(database, trail, board.id, anchors);
		io.stdout(`${describeVerdict(board, verdict)}\n`);
		if (verdict.fault) isWhole = false;
		else await sealBoard(database, trail, board.id);
	}
	if (!isWhole) return 1;
	if (options.shouldAnchor) return anchorNow(database, trail, anchorFile, io);
	return 0;
}

/** Only a log that has just been found whole is anchored: an anchor over a broken one would make it look right. */
async function anchorNow(
	database: Database,
	trail: AuditTrail,
	anchorFile: string | null,
	io: CommandIo
): Promise<number> {
	if (anchorFile === null) {
		io.stderr(
			'Ingen fil att förankra i är vald. Sätt GENKLANG_AUDIT_ANCHOR_FILE till en fil utanför databasen.\n'
		);
		return 2;
	}
	const count = await writeAnchors(database, trail, anchorFile, new Date());
	io.stdout(`Förankrad i ${anchorFile} (${count} nämnder).\n`);
	return 0;
}

const sayFault: Readonly<Record<ChainFaultKind, string>> = {
	changed: 'är ändrad efter att den skrevs',
	unsigned: 'är inte skriven av Genklang',
	'out-of-place': 'står inte på sin plats: rader har bytt plats, tagits bort eller skjutits in',
	missing: 'saknas',
	rewritten: 'är en annan än den som förankrades: loggen har skrivits om före eller på den raden',
	'unknown-key': 'är skriven med en nyckel som inte är angiven (se --earlier-key)'
};

function describeVerdict(board: Board, verdict: BoardVerdict): string {
	const { fault, checked, waiting, anchoredTo, head } = verdict;
	if (fault) return `${board.name}: ${describeFault(fault)} ${checked} rader före den är hela.`;
	const parts = [`${board.name}: ${checked} rader, alla hela och på sin plats.`];
	if (waiting > 0) parts.push(`${waiting} nyskrivna rader har länkats in nu.`);
	if (checked > 0 || anchoredTo !== null) {
		parts.push(
			anchoredTo === null
				? 'Ingen förankring finns: om rader har tagits bort i slutet går inte att se.'
				: `Förankrad till rad ${anchoredTo}.`
		);
	}
	if (head) parts.push(`Sista radens kod: ${board.code}:${head.seq}:${head.seal}`);
	return parts.join(' ');
}

function describeFault({ kind, seq, eventId, happenedAt }: ChainFault): string {
	const row = seq === null ? 'en rad som inte hunnit länkas in' : `rad ${seq}`;
	const which = eventId === null ? '' : ` (${eventId}, ${happenedAt ?? ''})`;
	return `FEL. Första felet: ${row}${which} ${sayFault[kind]}.`;
}
