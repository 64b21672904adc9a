import { listProvidersOfBoard } from '#lib/cases/server/queries.ts';
import type { Provider } from '#lib/cases/case.ts';
import { read } from '#lib/shared/server/read.ts';

/** The board's providers by name, to choose among. */
export const listExportProviders = read({
	name: 'listExportProviders',
	permission: 'export:make',
	inCase: 'in-query',
	audit: 'none',
	subject: null,
	run: (work, _input: Record<never, never>): Promise<readonly Provider[]> => listProvidersOfBoard(work)
});
