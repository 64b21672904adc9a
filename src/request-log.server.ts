/** What the server writes about requests, on its standard error. docs/security.md (Loggar) lists all of it. */
import type { RequestEvent } from '@sveltejs/kit';
import { parseId } from '#lib/shared/ids.ts';
import { toLogLine } from '#lib/shared/log-line.ts';
import type { ProblemCode } from '#lib/shared/problem.ts';

type Logged = Pick<RequestEvent, 'locals' | 'route' | 'params' | 'request'>;
/** Only shows what has been refused, and written down, elsewhere. */
const stopRoute = '/(public)/stop/[code]';

type Facts = Parameters<typeof toLogLine>[2];

/** A request that failed through no fault of the sender. */
export function logFailure(event: Logged, facts: Facts): void {
	write('failed', event, facts);
}

/**
 * Staff asked for what is not theirs, or not there for them (ASVS 5.0 16.3.2). Which one, only by the ids in the address;
 * nothing of respondents, who are nobody.
 */
export function logRefusal(event: Logged, code: ProblemCode): void {
	// A request that failed before anybody was known has no actor yet.
	const actor = event.locals.actor as App.Locals['actor'] | undefined;
	if (actor?.kind !== 'staff' || event.route.id === null || event.route.id === stopRoute) return;
	const ids = Object.values(event.params).filter(
		(param) => param !== undefined && parseId(param) !== undefined
	);
	write('refused', event, { code, staff: actor.staffId, board: actor.boardId, ids: ids as string[] });
}

function write(kind: 'failed' | 'refused', { route, request }: Logged, facts: Facts): void {
	const asked = { method: request.method, route: route.id ?? 'none' };
	process.stderr.write(toLogLine(new Date(), kind, { ...asked, ...facts }));
}
