import { findCaseOfResponse } from '../response/queries.ts';
import { findNames } from '#lib/access/server/colleagues/queries.ts';
import { findFirstWriter } from '#lib/audit/server/queries.ts';
import type { ResponseId } from '#lib/shared/ids.ts';
import { read } from '#lib/shared/server/read.ts';

/** Who put the answers into the system: the one who answered, or somebody of the staff; unknown when the log is gone. */
export type ResponseEntry =
	| { readonly by: 'respondent' }
	| { readonly by: 'staff'; readonly name: string | null }
	| { readonly by: 'system' }
	| { readonly by: 'unknown' };

/** Who entered a response, by the access log. */
export const responseEntry = read({
	name: 'responseEntry',
	permission: 'case:read',
	inCase: ({ responseId }: { readonly responseId: ResponseId }, work) => findCaseOfResponse(work, responseId),
	audit: 'always',
	subject: async ({ responseId }: { readonly responseId: ResponseId }, _output: ResponseEntry, work) => ({
		type: 'response',
		id: responseId,
		caseId: await findCaseOfResponse(work, responseId)
	}),
	async run(work, { responseId }): Promise<ResponseEntry> {
		const writer = await findFirstWriter(work, responseId);
		if (!writer) return { by: 'unknown' };
		if (writer.actorKind !== 'staff') return { by: writer.actorKind };
		const names = await findNames(work.tx, writer.actorId === null ? [] : [writer.actorId]);
		return { by: 'staff', name: names.get(writer.actorId ?? '') ?? null };
	}
});
