import { listOwn, type OwnInformation } from '../information/queries.ts';
import { read } from '#lib/shared/server/read.ts';

/** The plans and surveys that have written what people are told in words of their own. It is about nobody. */
export const ownInformation = read({
	name: 'ownInformation',
	permission: 'information:write',
	audit: 'none',
	subject: null,
	run: (work, _input: Record<never, never>): Promise<readonly OwnInformation[]> => listOwn(work)
});
