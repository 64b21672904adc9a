/** The boards' keys as the running program holds them: unwrapped once, kept in memory, never written anywhere. */
import type { KeyObject } from 'node:crypto';
import type { BoardId } from '#lib/shared/ids.ts';
import { makeMemoryBoxKeys, type BoxKeys } from './box-keys.ts';
import { sealHere, type SealToBox } from './box-sealer.ts';
import { makeFieldCipher, type FieldCipher } from './field-cipher.ts';
import { newKey, type MasterKey } from './master-key.ts';
import { insertKey, listWrappedKeys, type Query } from './queries.ts';

export interface KeyRing {
	/** Null when the program was opened without one: then nothing sealed can be read or written. */
	readonly masterKey: MasterKey | null;
	/** What the surveys' answer boxes are opened with; never in the database. */
	readonly boxKeys: BoxKeys;
	/** Seals answers to those boxes. */
	readonly sealToBox: SealToBox;
	/** The board's cipher; the keys are fetched with `query` when they are not in memory. */
	cipherOf(boardId: BoardId, query: Query): Promise<FieldCipher>;
	/** Makes the board's first key, in the transaction that makes the board. */
	makeFirstKey(boardId: BoardId, query: Query): Promise<void>;
	/** Fetches every key again when it is next needed. */
	forget(): void;
}

/** How long a board's keys are believed without looking; `genklang rotate-keys` waits until nobody believes the old ones. */
export const believedMs = 60_000;

/** A ring over the master key. Without one it refuses with a sentence when something sealed is met. */
export function makeKeyRing(
	masterKey: MasterKey | null,
	clock: () => number = Date.now,
	boxKeys: BoxKeys = makeMemoryBoxKeys(),
	sealToBox: SealToBox = sealHere
): KeyRing {
	const ciphers = new Map<BoardId, { readonly cipher: FieldCipher; readonly until: number }>();
	return {
		masterKey,
		boxKeys,
		sealToBox,
		async cipherOf(boardId, query) {
			const known = ciphers.get(boardId);
			if (known && clock() < known.until) return known.cipher;
			const cipher = await fetchCipher(requireMasterKey(masterKey), boardId, query);
			ciphers.set(boardId, { cipher, until: clock() + believedMs });
			return cipher;
		},
		async makeFirstKey(boardId, query) {
			const wrappedKey = requireMasterKey(masterKey).wrap(boardId, 1, newKey());
			await insertKey(query, { boardId, version: 1, wrappedKey, state: 'active' });
		},
		forget: () => ciphers.clear()
	};
}

/** The master key, or an error that says how to give one. */
export function requireMasterKey(masterKey: MasterKey | null): MasterKey {
	if (masterKey) return masterKey;
	throw new Error(
		'Huvudnyckeln saknas. Gör en med: genklang create-key <fil>, och sätt GENKLANG_MASTER_KEY_FILE till filen.'
	);
}

/** The board's cipher straight from its rows. Throws with a sentence when the master key is not theirs. */
export async function fetchCipher(
	masterKey: MasterKey,
	boardId: BoardId,
	query: Query
): Promise<FieldCipher> {
	const rows = await listWrappedKeys(query, boardId);
	const active = rows.find(({ state }) => state === 'active');
	if (!active) throw new Error(`Nämnden ${boardId} har ingen nyckel. Kör: genklang migrate`);
	const keys = new Map<number, KeyObject>();
	for (const { version, wrappedKey } of rows) {
		const key = masterKey.unwrap(boardId, version, wrappedKey);
		if (!key) throw new Error(sayWrongMasterKey);
		keys.set(version, key);
	}
	return makeFieldCipher({ boardId, activeVersion: active.version, keys });
}

export const sayWrongMasterKey =
	'Huvudnyckeln i GENKLANG_MASTER_KEY_FILE är inte den som databasens nycklar är låsta med. Välj rätt fil.';
