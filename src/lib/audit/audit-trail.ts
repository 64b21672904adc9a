/** What writing to the access log needs besides the database: a key that is not in it. */
import type { BoardId } from '#lib/shared/ids.ts';

/** Where a board's chain was, told by something outside the database. */
export interface Anchor {
	readonly seq: number;
	/** The seal, or the beginning of it where it was copied from paper. */
	readonly seal: string;
}

export interface Signature {
	/** Names the key without telling it. */
	readonly keyId: string;
	/** HMAC-SHA-256 in 64 hexadecimal digits. */
	readonly mac: string;
}

export type SignatureVerdict = 'genuine' | 'forged' | 'unknown-key';

export interface AuditTrail {
	sign(text: string): Signature;
	/** Whether the signature was made over this very text with a key that is known here. */
	judge(text: string, signature: Signature): SignatureVerdict;
	/** The board's anchors; none where none are kept. */
	anchorsOf(boardId: BoardId): readonly Anchor[];
	/** Says that the board has lines that are not yet in the chain. Returns at once. */
	sealSoon(boardId: BoardId): void;
}
