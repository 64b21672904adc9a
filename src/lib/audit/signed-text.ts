/** The texts that are signed. Written once and for all: another order or form would make every old line look forged. */
import type { AuditEvent } from './audit-event.ts';
import type { NightlyVerdict } from './nightly-verdict.ts';
import type { BoardId } from '#lib/shared/ids.ts';

/** A line of the log as text: a JSON array, so that no value can flow over into the next. */
export function lineText(event: AuditEvent): string {
	return JSON.stringify([
		'genklang audit line 1',
		event.boardId,
		event.id,
		event.happenedAt,
		event.action,
		event.kind,
		event.subjectType,
		event.subjectId,
		event.caseId,
		event.actorKind,
		event.actorId,
		event.workContext,
		event.reason
	]);
}

/** A line's place in the board's chain as text: it holds the line itself and the seal of the line before. */
export function sealText(place: {
	readonly boardId: BoardId;
	/** 1 for the board's first line. */
	readonly seq: number;
	/** Null for the first line. */
	readonly previousSeal: string | null;
	readonly line: string;
	readonly lineMac: string;
}): string {
	const { boardId, seq, previousSeal, line, lineMac } = place;
	return JSON.stringify(['genklang audit seal 1', boardId, seq, previousSeal, line, lineMac]);
}

/** How far a board's chain had come at a moment, as text. */
export function anchorText(anchor: {
	readonly boardId: BoardId;
	readonly seq: number;
	readonly seal: string;
	readonly at: string;
}): string {
	return JSON.stringify(['genklang audit anchor 1', anchor.boardId, anchor.seq, anchor.seal, anchor.at]);
}

/** What the night's check of a board's log said, as text: whoever can change the log can change what is stored of it. */
export function verdictText(boardId: BoardId, verdict: NightlyVerdict): string {
	const { day, verifiedAt, lineCount, anchoredTo, fault } = verdict;
	return JSON.stringify([
		'genklang audit verdict 1',
		boardId,
		day,
		verifiedAt.toISOString(),
		lineCount,
		anchoredTo,
		fault?.kind ?? null,
		fault?.seq ?? null
	]);
}
