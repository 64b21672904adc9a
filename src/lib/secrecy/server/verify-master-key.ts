import type { KeyRing } from './key-ring.ts';
import { listWrappedKeys, type Query } from './queries.ts';

/** Whether the ring's master key is the one that all the boards' keys are wrapped with; true when there are none. */
export async function verifyMasterKey(query: Query, { masterKey }: KeyRing): Promise<boolean> {
	const wrapped = await listWrappedKeys(query, null);
	return wrapped.every(
		({ boardId, version, wrappedKey }) =>
			masterKey !== null && masterKey.unwrap(boardId, version, wrappedKey) !== null
	);
}
