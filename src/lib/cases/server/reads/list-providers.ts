import { listProvidersOfBoard } from '../queries.ts';
import type { Provider } from '../../case.ts';
import { read } from '#lib/shared/server/read.ts';

/** The board's providers by name. */
export const listProviders = read({
	name: 'listProviders',
	permission: 'provider:read',
	audit: 'none',
	subject: null,
	run: (work, _input: Record<never, never>): Promise<readonly Provider[]> => listProvidersOfBoard(work)
});
