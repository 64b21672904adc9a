import { listProvidersOfBoard } from '#lib/cases/server/queries.ts';
import { read } from '#lib/shared/server/read.ts';

/** The board's providers by name, for giving their staff a role. */
export const listProvidersForRoles = read({
	name: 'listProvidersForRoles',
	permission: 'staff:read',
	audit: 'none',
	subject: null,
	run: (work) => listProvidersOfBoard(work)
});
