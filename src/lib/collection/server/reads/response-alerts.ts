import { listAlertsOfResponse, listRoutines, type ResponseAlert } from '../alerts/queries.ts';
import { findCaseOfResponse } from '../response/queries.ts';
import { findUnitOfCase } from '#lib/cases/server/queries.ts';
import type { ResponseId } from '#lib/shared/ids.ts';
import { read } from '#lib/shared/server/read.ts';

export interface ResponseAlerts {
	readonly alerts: readonly ResponseAlert[];
	/** What the case's unit does about such an answer; null where nobody has written it. */
	readonly routine: string | null;
}

/** The answers in a response that somebody responsible must see, seen or not, with the unit's routine for them. */
export const responseAlerts = read({
	name: 'responseAlerts',
	permission: 'case:read',
	inCase: ({ responseId }: { readonly responseId: ResponseId }, work) => findCaseOfResponse(work, responseId),
	audit: 'always',
	subject: async ({ responseId }: { readonly responseId: ResponseId }, _output: ResponseAlerts, work) => ({
		type: 'response',
		id: responseId,
		caseId: await findCaseOfResponse(work, responseId)
	}),
	async run(work, { responseId }): Promise<ResponseAlerts> {
		const alerts = await listAlertsOfResponse(work, responseId);
		const caseId = await findCaseOfResponse(work, responseId);
		if (alerts.length === 0 || caseId === null) return { alerts, routine: null };
		const unitId = await findUnitOfCase(work, caseId);
		const routine = (await listRoutines(work)).find((one) => one.unitId === unitId);
		return { alerts, routine: routine?.routine ?? null };
	}
});
