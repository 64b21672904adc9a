import { listPermitsOfBoard, type StoredPermit } from './queries.ts';
import { read } from '#lib/shared/server/read.ts';

/** The board's permits by instrument. */
export const listPermits = read({
	name: 'listPermits',
	permission: 'instrument:read',
	audit: 'none',
	subject: null,
	run: (work, _input: Record<never, never>): Promise<readonly StoredPermit[]> => listPermitsOfBoard(work)
});
