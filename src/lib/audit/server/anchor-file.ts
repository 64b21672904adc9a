/**
 * Where the chain's head is written down outside the database: one line of JSON per board and moment, signed with the
 * log's own key. Without it, nobody could tell that the end of the log had been cut off.
 */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import * as v from 'valibot';
import type { BoardId } from '#lib/shared/ids.ts';
import { listBoards } from '#lib/shared/server/boards.ts';
import type { Database } from '#lib/shared/server/database.ts';
import type { Anchor, AuditTrail } from '../audit-trail.ts';
import { anchorText } from '../signed-text.ts';
import { findChainHead } from './queries.ts';

const anchorSchema = v.object({
	at: v.string(),
	boardId: v.string(),
	seq: v.pipe(v.number(), v.integer(), v.minValue(1)),
	seal: v.string(),
	keyId: v.string(),
	mac: v.string()
});

/** Whether the file would lie among the data, where whoever changes the one can change the other. */
export function isAmongData(file: string, dataDirectory: string | null): boolean {
	if (dataDirectory === null) return false;
	const inside = relative(resolve(dataDirectory), resolve(file));
	return !inside.startsWith('..') && !isAbsolute(inside);
}

export const sayAmongData =
	'Filen i GENKLANG_AUDIT_ANCHOR_FILE ligger i datamappen. Välj en plats som inte kopieras eller ändras med den.';

/** Adds the heads of all boards' chains to the file and forces them to disk. Gives how many boards have one. */
export async function writeAnchors(
	database: Database,
	trail: AuditTrail,
	file: string,
	now: Date
): Promise<number> {
	const at = now.toISOString();
	const lines: string[] = [];
	for (const { id: boardId } of await listBoards(database)) {
		const head = await findChainHead({ tx: database.orm, boardId });
		if (!head) continue;
		const anchor = { at, boardId, ...head };
		lines.push(`${JSON.stringify({ ...anchor, ...trail.sign(anchorText(anchor)) })}\n`);
	}
	mkdirSync(dirname(file), { recursive: true });
	const handle = openSync(file, 'a', 0o600);
	try {
		writeSync(handle, lines.join(''));
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
	return lines.length;
}

/** The trail with the anchors of the file, which is read each time it is asked for them; none without a file. */
export function withAnchorFile(trail: AuditTrail, file: string | null): AuditTrail {
	return {
		...trail,
		anchorsOf: (boardId) => (file === null ? [] : (readAnchors(file, trail).byBoard.get(boardId) ?? []))
	};
}

export interface ReadAnchors {
	readonly byBoard: ReadonlyMap<BoardId, readonly Anchor[]>;
	/** The numbers of lines in the file that the program has not written, from 1. */
	readonly forgedLines: readonly number[];
}

/** The anchors in the file; none when there is no file. */
export function readAnchors(file: string, trail: AuditTrail): ReadAnchors {
	const byBoard = new Map<BoardId, Anchor[]>();
	const forgedLines: number[] = [];
	const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
	for (const [index, line] of lines.entries()) {
		if (line === '') continue;
		const anchor = parseAnchor(line, trail);
		if (!anchor) {
			forgedLines.push(index + 1);
			continue;
		}
		const known = byBoard.get(anchor.boardId) ?? [];
		byBoard.set(anchor.boardId, [...known, anchor]);
	}
	return { byBoard, forgedLines };
}

function parseAnchor(line: string, trail: AuditTrail): (Anchor & { readonly boardId: BoardId }) | null {
	let content: unknown;
	try {
		content = JSON.parse(line);
	} catch {
		return null;
	}
	const parsed = v.safeParse(anchorSchema, content);
	if (!parsed.success) return null;
	const { keyId, mac, ...rest } = parsed.output;
	const anchor = { ...rest, boardId: rest.boardId as BoardId };
	return trail.judge(anchorText(anchor), { keyId, mac }) === 'genuine' ? anchor : null;
}
