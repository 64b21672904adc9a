import { read } from '#lib/shared/server/read.ts';
import { listUnitsOfBoard, type Unit } from '../staff/queries.ts';

/** The board's units by name. */
export const listUnits = read({
	name: 'listUnits',
	permission: 'staff:read',
	audit: 'none',
	subject: null,
	run: (work): Promise<readonly Unit[]> => listUnitsOfBoard(work)
});
