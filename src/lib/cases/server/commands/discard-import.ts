import { deleteOwnImport } from '../import/queries.ts';
import { command } from '#lib/shared/server/command.ts';

/** Throws away the file that the person has on its way. */
export const discardImport = command({
	name: 'discardImport',
	permission: 'case:import',
	inCase: 'in-query',
	audit: 'always',
	subject: (_input: Record<never, never>) => ({ type: 'case-list', id: null, reason: 'import' }),
	run: (work, _input: Record<never, never>): Promise<void> => deleteOwnImport(work)
});
