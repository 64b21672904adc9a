import { read } from '#lib/shared/server/read.ts';
import { listUnitsOfBoard, type Unit } from '../staff/queries.ts';

/** The board's units by name, for whoever sees what is divided by them. */
export const unitNames = read({
	name: 'unitNames',
	permission: 'plan:read',
	audit: 'none',
	subject: null,
	run: (work, _input: Record<never, never>): Promise<readonly Unit[]> => listUnitsOfBoard(work)
});
