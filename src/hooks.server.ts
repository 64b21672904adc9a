import { AsyncLocalStorage } from 'node:async_hooks';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { isSameOrigin } from '#lib/access/is-same-origin.ts';
import { judgeRoute } from '#lib/access/route-access.ts';
import { readVisit } from '#lib/access/server/read-visit.ts';
import { toActor } from '#lib/access/staff-session.ts';
import { demoActor, demoRoleCookie } from '#lib/demo/demo-actor.ts';
import { mediaTypes } from '#lib/pictures/picture-file.ts';
import { baseLocale, isLocale, overwriteServerAsyncLocalStorage } from '#lib/paraglide/runtime.js';
import { directionOf } from '#lib/shared/direction-of.ts';
import {
	isClientLanguage,
	overwriteGetClientLanguage,
	type ClientLanguage
} from '#lib/shared/client-language.ts';
import { describeError } from '#lib/shared/describe-error.ts';
import { problemMessage } from '#lib/shared/problem-message.ts';
import { Problem, type ProblemCode } from '#lib/shared/problem.ts';
import { findBodyFault } from '#lib/shared/server/find-body-fault.ts';
import { openPublished } from '#lib/shared/server/published-headers.ts';
import {
	bareContentPolicy,
	securityHeaders,
	strictTransportSecurity
} from '#lib/shared/server/security-headers.ts';
import { bringSentLanguages } from '#lib/shared/server/bring-sent-languages.ts';
import { bringClientLanguages } from '#lib/shared/ui/bring-client-languages.ts';
import { logFailure, logRefusal, logRefusedForm } from './request-log.server.ts';
import { startRuntime, type Runtime } from './start.server.ts';

type RequestEvent = Parameters<Handle>[0]['event'];

let runtime: Runtime;
const localeOfRequest = new AsyncLocalStorage<{ locale?: 'sv' | 'en'; language?: ClientLanguage }>();

export const init: ServerInit = async () => {
	overwriteServerAsyncLocalStorage(localeOfRequest);
	overwriteGetClientLanguage(() => localeOfRequest.getStore()?.language ?? baseLocale);
	bringClientLanguages();
	bringSentLanguages();
	runtime = await startRuntime(process.env);
	process.once('sveltekit:shutdown', () => void runtime.close());
};

export const handle: Handle = async ({ event, resolve }) => {
	const { environment, demo, signIn, channels } = runtime;
	const wanted = event.url.searchParams.get('lang');
	const locale = isLocale(wanted) ? wanted : baseLocale;
	const language = isForClient(event) && isClientLanguage(wanted) ? wanted : locale;
	// Whoever answers questions, or reads what everybody may, is nobody, whatever else the same browser is signed in to.
	const isAnswering = /^\/\((?:respondent|kiosk|published)\)/.test(event.route.id ?? '');
	const visit = isAnswering ? { session: null, sessionToken: null } : await readVisit(signIn, event.cookies);
	const signedIn = toActor(visit.session);
	const actor =
		demo && signedIn.kind === 'anonymous'
			? demoActor(demo, event.cookies.get(demoRoleCookie), signIn.now())
			: signedIn;
	Object.assign(event.locals, {
		locale,
		language,
		isDemo: demo !== null,
		actor,
		context: runtime.contextFor(actor),
		signIn,
		channels,
		visit,
		demo
	} satisfies App.Locals);

	const response = await localeOfRequest.run({ locale, language }, async () => {
		if (!isSameOrigin(event.request.method, event.request.headers.get('origin'), environment.publicUrl)) {
			logRefusal(event, 'not-permitted');
			return new Response(problemMessage('not-permitted'), { status: 403 });
		}
		const asked = { routeId: event.route.id, method: event.request.method, query: event.url.searchParams };
		// An address that leads nowhere is SvelteKit's own 404.
		const verdict = asked.routeId === null ? 'open' : judgeRoute(asked, actor, demo !== null);
		if (verdict !== 'open') {
			// The page itself must not run; the stop page throws the problem so that it gets the ordinary error page.
			if (verdict === 'sign-in-required') return leadToSignIn(event);
			if (verdict === 'handed-over') return leadTo(event, '/here');
			if (verdict === 'not-handed-over') return leadTo(event, '/today');
			logRefusal(event, verdict);
			return stop(event, verdict);
		}
		const fault = await findBodyFault(event.request);
		if (fault) {
			logRefusal(event, fault);
			return stop(event, fault);
		}
		const answered = await resolve(event, {
			transformPageChunk: ({ html }) =>
				html.replace('%genklang.lang%', language).replace('%genklang.dir%', directionOf(language))
		});
		await logRefusedForm(event, answered);
		return answered;
	});
	const answer = withSecurityHeaders(response, environment.publicUrl);
	if (event.route.id?.startsWith('/(published)')) openPublished(answer.headers, answer.status);
	return answer;
};

/** Whether a client reads the page: by link, on a tablet, or a mistyped link. Staff unlock a tablet in their own languages. */
function isForClient({ route, url }: RequestEvent): boolean {
	if (route.id === null) return /^\/[sk]\//.test(url.pathname);
	return /^\/\((?:respondent|kiosk|lent)\)/.test(route.id) && !route.id.includes('/unlock');
}

/** Says why the request goes no further, in the way that whoever sent it can read. */
function stop(
	{ request, locals, isDataRequest, fetch }: RequestEvent,
	code: ProblemCode
): Response | Promise<Response> {
	const { status } = new Problem(code);
	const message = problemMessage(code);
	if (isDataRequest) return Response.json(message, { status });
	if (request.headers.get('x-sveltekit-action') === 'true') {
		return Response.json({ type: 'error', error: { status, message, code } }, { status });
	}
	if (request.headers.get('content-type')?.startsWith('application/json')) {
		return Response.json({ message }, { status });
	}
	return fetch(`/stop/${code}?lang=${locals.locale}`);
}

/** To the sign-in page and back again; a form that was sent has to be sent anew. */
function leadToSignIn(event: RequestEvent): Response {
	const { url, request } = event;
	const next = request.method === 'GET' ? url.pathname + url.search : url.pathname;
	return leadTo(event, `/sign-in?next=${encodeURIComponent(next)}`);
}

/** To another page, in the way that whoever sent the request can follow. */
function leadTo({ request, isDataRequest }: RequestEvent, location: string): Response {
	if (isDataRequest || request.headers.get('x-sveltekit-action') === 'true') {
		return Response.json({ type: 'redirect', status: 303, location });
	}
	return new Response(null, { status: 303, headers: { location } });
}

const headersOfAll = Object.entries(securityHeaders);

function withSecurityHeaders(response: Response, publicUrl: string): Response {
	const answer = isChangeable(response) ? response : new Response(response.body, response);
	for (const [name, value] of headersOfAll) {
		// A picture says itself how long it may be kept (picture-response.server.ts); a page never does.
		if (name === 'cache-control' && isPicture(answer)) continue;
		answer.headers.set(name, value);
	}
	// SvelteKit says it in the page only.
	if (answer.headers.get('content-type') === 'text/html')
		answer.headers.set('content-type', 'text/html; charset=utf-8');
	const isPage = answer.headers.get('content-type')?.startsWith('text/html') ?? false;
	if (isPage && !answer.headers.has('content-security-policy'))
		answer.headers.set('content-security-policy', bareContentPolicy);
	if (publicUrl.startsWith('https:'))
		answer.headers.set('strict-transport-security', strictTransportSecurity);
	return answer;
}

function isPicture({ headers, status }: Response): boolean {
	const type = headers.get('content-type');
	return status === 200 && mediaTypes.some((mediaType) => mediaType === type);
}

/** A response that was fetched, or made by `Response.redirect`, lets nobody change its headers. */
function isChangeable({ headers }: Response): boolean {
	try {
		headers.delete('x-genklang-none');
		return true;
	} catch {
		return false;
	}
}

export const handleError: HandleServerError = ({ kind, error, event }) => {
	if (error instanceof Problem) {
		if (error.status >= 500) {
			logFailure(event, { error: error.code, ...error.details });
		} else {
			logRefusal(event, error.code);
		}
		return { status: error.status, message: problemMessage(error.code, error.details), code: error.code };
	}
	if (kind === 'app') return error;
	if (kind === 'framework') {
		const code =
			error.status === 404 ? 'not-found' : error.status === 413 ? 'body-too-large' : 'invalid-input';
		return { status: error.status, message: problemMessage(code), code };
	}
	logFailure(event, { ...describeError(error) });
	return { status: 500, message: problemMessage('unexpected'), code: 'unexpected' };
};
