import type { RequestEvent } from './$types';
import { openLent } from '../open-lent.server.ts';

/** Where staff go on: to what the client answered, or to the interview where it stands. */
export async function addressAfter(event: Pick<RequestEvent, 'locals' | 'url'>): Promise<string> {
	const { caseId, administrationId, responseId } = (await openLent(event)).interview;
	return responseId
		? `/cases/${caseId}/responses/${responseId}`
		: `/cases/${caseId}/interviews/${administrationId}`;
}
