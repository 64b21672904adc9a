import { deleteOldImports } from '../import/queries.ts';
import { command } from '#lib/shared/server/command.ts';

/** Throws away files of cases that nobody has imported within a day. By the program itself at night; nothing when there is none. */
export const sweepImports = command({
	name: 'sweepImports',
	permission: 'case:import',
	inCase: 'in-query',
	audit: 'always',
	subject: (_input: Record<never, never>, files: number) =>
		files === 0 ? null : { type: 'case-list', id: null, reason: 'import' },
	run: (work, _input: Record<never, never>): Promise<number> => deleteOldImports(work)
});
