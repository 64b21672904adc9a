import { maxReportLength, readBlockedContent } from '#lib/shared/blocked-content.ts';
import { openRateWindow } from '#lib/shared/rate-window.ts';
import { logBlocked } from '../../../request-log.server.ts';
import type { RequestHandler } from './$types';

/** Lines a minute: enough to see that something is wrong, too few to fill a disk. */
const mayWrite = openRateWindow(20, 60_000);

/**
 * Browsers say here what the content security policy has stopped. What is worth it becomes a line on standard error; nothing is
 * stored, and the answer is the same whatever was sent.
 */
export const POST: RequestHandler = async ({ request, locals }) => {
	const length = Number(request.headers.get('content-length') ?? Infinity);
	if (length <= 2 * maxReportLength) {
		const blocked = readBlockedContent(await request.text(), locals.signIn.publicUrl);
		const now = new Date();
		if (blocked && mayWrite(now.getTime())) logBlocked(now, blocked);
	}
	return new Response(null, { status: 204 });
};
