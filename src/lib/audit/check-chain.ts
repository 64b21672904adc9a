/**
 * Whether the access log is whole: every line genuine, in its place, and none gone. A line is signed when it is written
 * and sealed into the board's chain a moment later, both with a key outside the database; an anchor outside the database
 * says how far the chain had come. Changes break a signature, removals and moves a seal, cut-off ends an anchor.
 */
import type { AuditEvent } from './audit-event.ts';
import type { Anchor, AuditTrail, Signature } from './audit-trail.ts';
import { lineText, sealText } from './signed-text.ts';

/** A line with what the database holds of its signature and place. */
export interface StoredLine extends AuditEvent {
	readonly signature: Signature;
	/** Null until it has been sealed. */
	readonly place: { readonly seq: number; readonly seal: Signature } | null;
}

export type ChainFaultKind =
	/** The line is not as it was written. */
	| 'changed'
	/** Written by something else than the program. */
	| 'unsigned'
	/** The line before it is not the one that was there; also lines that have changed places. */
	| 'out-of-place'
	/** No line has this number. */
	| 'missing'
	/** An anchor says that another line stood here. */
	| 'rewritten'
	/** Signed with a key that was not given. */
	| 'unknown-key';

export interface ChainFault {
	readonly kind: ChainFaultKind;
	/** The line's number in the chain; null for a line that was not in it yet. */
	readonly seq: number | null;
	/** Null when the line is gone. */
	readonly eventId: string | null;
	readonly happenedAt: string | null;
}

/** Lines from before there was a key: accepted only as the very first ones, where the first seal then holds them. */
export const unsignedKeyId = 'unsigned';

/** Checks a chain line by line, so that a long one never has to be held at once. */
export interface ChainCheck {
	/** Takes the next line in the chain's order; gives the first fault, or null so far. */
	next(line: StoredLine): ChainFault | null;
	/** Called after the last line: whether the end is where the anchors say that it was. */
	end(): ChainFault | null;
	/** The last line that was in order. */
	readonly head: { readonly seq: number; readonly seal: string } | null;
}

/** Starts a check of one board's chain. The anchors may come in any order. */
export function beginChainCheck(trail: AuditTrail, anchors: readonly Anchor[]): ChainCheck {
	const anchorsBySeq = Map.groupBy(anchors, ({ seq }) => seq);
	const lastAnchored = Math.max(0, ...anchors.map(({ seq }) => seq));
	let head: ChainCheck['head'] = null;
	let hasSigned = false;

	function next(line: StoredLine): ChainFault | null {
		const fault = (kind: ChainFaultKind, seq: number | null): ChainFault => ({
			kind,
			seq,
			eventId: line.id,
			happenedAt: line.happenedAt
		});
		const { place } = line;
		const expectedSeq = (head?.seq ?? 0) + 1;
		if (place && place.seq > expectedSeq) {
			return { kind: 'missing', seq: expectedSeq, eventId: null, happenedAt: null };
		}
		const seq = place?.seq ?? null;
		const text = lineText(line);
		if (line.signature.keyId === unsignedKeyId) {
			if (hasSigned) return fault('unsigned', seq);
		} else {
			hasSigned = true;
			const verdict = trail.judge(text, line.signature);
			if (verdict !== 'genuine') return fault(verdict === 'forged' ? 'changed' : 'unknown-key', seq);
		}
		if (!place) return null;
		const previousSeal = head?.seal ?? null;
		const { boardId, signature } = line;
		const expected = sealText({ boardId, seq: place.seq, previousSeal, line: text, lineMac: signature.mac });
		const verdict = trail.judge(expected, place.seal);
		if (verdict !== 'genuine') return fault(verdict === 'forged' ? 'out-of-place' : 'unknown-key', seq);
		const anchored = anchorsBySeq.get(place.seq) ?? [];
		if (anchored.some(({ seal }) => !place.seal.mac.startsWith(seal))) return fault('rewritten', seq);
		head = { seq: place.seq, seal: place.seal.mac };
		return null;
	}

	return {
		next,
		end: () =>
			lastAnchored > (head?.seq ?? 0)
				? { kind: 'missing', seq: (head?.seq ?? 0) + 1, eventId: null, happenedAt: null }
				: null,
		get head() {
			return head;
		}
	};
}
