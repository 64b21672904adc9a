/** Reads a board's whole log and says whether it is whole. */
import type { BoardId } from '#lib/shared/ids.ts';
import type { Database } from '#lib/shared/server/database.ts';
import type { Anchor, AuditTrail } from '../audit-trail.ts';
import { beginChainCheck, type ChainFault } from '../check-chain.ts';
import { listSealedLines, listUnsealedLines } from './queries.ts';

const pageSize = 2_000;

export interface BoardVerdict {
	/** Sealed lines that were in order before the fault, or all of them. */
	readonly checked: number;
	/** The last line that was in order; null when there is none. */
	readonly head: { readonly seq: number; readonly seal: string } | null;
	/** Lines written so lately that they are not in the chain yet; each is signed. */
	readonly waiting: number;
	/** The number that the newest anchor names; null when there is no anchor. */
	readonly anchoredTo: number | null;
	readonly fault: ChainFault | null;
}

/** Checks every line of the board against its signature, the chain and the anchors, as the log stands at this moment. */
export async function verifyBoard(
	database: Pick<Database, 'orm'>,
	trail: AuditTrail,
	boardId: BoardId,
	anchors: readonly Anchor[]
): Promise<BoardVerdict> {
	const anchoredTo = anchors.length > 0 ? Math.max(...anchors.map(({ seq }) => seq)) : null;
	const check = beginChainCheck(trail, anchors);
	// All pages of one and the same moment.
	const oneMoment = { isolationLevel: 'repeatable read', accessMode: 'read only' } as const;
	return database.orm.transaction(async (tx) => {
		const scope = { tx, boardId };
		const verdict = (fault: ChainFault | null, waiting = 0): BoardVerdict => ({
			checked: check.head?.seq ?? 0,
			head: check.head,
			waiting,
			anchoredTo,
			fault
		});
		for (;;) {
			const lines = await listSealedLines(scope, check.head?.seq ?? 0, pageSize);
			for (const line of lines) {
				const fault = check.next(line);
				if (fault) return verdict(fault);
			}
			if (lines.length < pageSize) break;
		}
		const cutOff = check.end();
		if (cutOff) return verdict(cutOff);
		for (let waiting = 0; ;) {
			const lines = await listUnsealedLines(scope, pageSize, waiting);
			for (const line of lines) {
				const fault = check.next(line);
				if (fault) return verdict(fault);
			}
			waiting += lines.length;
			if (lines.length < pageSize) return verdict(null, waiting);
		}
	}, oneMoment);
}
