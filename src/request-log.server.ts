/** What the server writes about requests, on its standard error. docs/security.md (Loggar) lists all of it. */
import type { RequestEvent } from '@sveltejs/kit';
import type { BlockedContent } from '#lib/shared/blocked-content.ts';
import { parseId } from '#lib/shared/ids.ts';
import { toLogLine } from '#lib/shared/log-line.ts';
import type { ProblemCode } from '#lib/shared/problem.ts';

type Logged = Pick<RequestEvent, 'locals' | 'route' | 'params' | 'request'>;
/** Only shows what has been refused, and written down, elsewhere. */
const stopRoute = '/(public)/stop/[code]';

type Facts = Parameters<typeof toLogLine>[2];

/** Requests that a line has been written about: one refusal is one line. */
const written = new WeakSet<Request>();

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
	if (written.has(event.request)) return;
	written.add(event.request);
	const ids = Object.values(event.params).filter(
		(param) => param !== undefined && parseId(param) !== undefined
	);
	write('refused', event, { code, staff: actor.staffId, board: actor.boardId, ids: ids as string[] });
}

/**
 * A form of staff's that was refused where it stood: what was written could not be right, or a limit was met (ASVS 5.0
 * 16.3.3). Never what was written. SvelteKit answers a form sent by script with 200 and says the status inside.
 */
export async function logRefusedForm(event: Logged, answer: Response): Promise<void> {
	if (event.request.method !== 'POST' || !event.route.id) return;
	const status = await readFormStatus(event.request, answer);
	if (status === 422 || status === 409 || status === 429) {
		logRefusal(event, status === 429 ? 'too-many-attempts' : 'invalid-input');
	}
}

/** A browser has stopped something that a page was not meant to hold. Nothing of who it was. */
export function logBlocked(at: Date, blocked: BlockedContent): void {
	process.stderr.write(toLogLine(at, 'content-blocked', { ...blocked }));
}

async function readFormStatus({ headers }: Request, answer: Response): Promise<number> {
	if (headers.get('x-sveltekit-action') !== 'true' || answer.status !== 200) return answer.status;
	const said: unknown = await answer
		.clone()
		.json()
		.catch(() => null);
	const isFailure = typeof said === 'object' && said !== null && 'type' in said && said.type === 'failure';
	return isFailure && 'status' in said && typeof said.status === 'number' ? said.status : answer.status;
}

function write(kind: 'failed' | 'refused', { route, request }: Logged, facts: Facts): void {
	const asked = { method: request.method, route: route.id ?? 'none' };
	process.stderr.write(toLogLine(new Date(), kind, { ...asked, ...facts }));
}
