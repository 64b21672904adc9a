/** Everything in the registry of routes as requests: the pages, the actions and the endpoints, one after the other. */
import type { Role } from '#lib/access/actor.ts';
import { isForSomeCases, permissions } from '#lib/access/permissions.ts';
import { routeAccess, type Access } from '#lib/access/route-access.ts';
import { pathPieces, routeExamples, type Example, type Things } from './route-examples.ts';

/** One page, action or endpoint that can be asked for. */
export interface Ask {
	/** `POST /(staff)/cases/[caseId=caseId] ?/close`. */
	readonly name: string;
	readonly routeId: string;
	readonly method: string;
	/** Of the form; null for a page and an endpoint. */
	readonly action: string | null;
	readonly access: Access;
	/** Undefined where nobody has written one. */
	readonly example: Example | undefined;
}

/** A request as it is sent. */
export interface Sent {
	readonly method: string;
	/** Path and query. */
	readonly address: string;
	/** The form's fields; null where there is none. */
	readonly form: Readonly<Record<string, string>> | null;
}

/** In the registry's order. */
export function listAsks(): readonly Ask[] {
	return Object.entries(routeAccess).flatMap(([routeId, { page, actions, methods }]) => {
		const examples = routeExamples[routeId];
		const ask = (method: string, action: string | null, access: Access, example: Example | undefined): Ask => {
			const name = [method, routeId, action === null ? '' : `?/${action}`].join(' ').trim();
			return { name, routeId, method, action, access, example };
		};
		return [
			...(page ? [ask('GET', null, page, examples?.page)] : []),
			...Object.entries(actions ?? {}).map(([action, access]) =>
				ask('POST', action, access, examples?.actions?.[action])
			),
			...Object.entries(methods ?? {}).map(([method, access]) =>
				ask(method, null, access, examples?.methods?.[method])
			)
		];
	});
}

/** Whether the table of permissions gives the role one of those that are asked for. */
export function mayAsk({ access }: Ask, role: Role | null): boolean {
	if (typeof access === 'string' || role === null) return false;
	return access.staff.some((permission) => role in Object(permissions[permission]));
}

/** Whether it is a matter of single cases, which are one's own or not. */
export function isAboutCases({ access }: Ask): boolean {
	return typeof access !== 'string' && access.staff.some(isForSomeCases);
}

/** The pieces of the route's path that are ids and words: `caseId=caseId`. */
export function listPieces(routeId: string): readonly string[] {
	return [...routeId.matchAll(/\[([^\]+]+)\]/g)].map(([, piece = '']) => piece);
}

/**
 * The request about these things; the form may be about others. Throws where there is no example, or nothing to put in a
 * piece of the path.
 */
export function toSent({ routeId, method, action, example, name }: Ask, path: Things, form = path): Sent {
	if (!example) throw new Error(`${name} has no example in tests/build/route-examples.ts`);
	const ownPieces = typeof example.path === 'function' ? example.path(path) : example.path;
	const filled = routeId
		.split('/')
		.filter((segment) => !segment.startsWith('('))
		.map((segment) =>
			segment.replaceAll('[x+2e]', '.').replaceAll(/\[([^\]]+)\]/g, (_all, piece: string) => {
				const given = ownPieces?.[piece] ?? pathPieces[piece]?.(path);
				if (given === undefined) throw new Error(`${name}: nothing to put for [${piece}]`);
				return given;
			})
		)
		.join('/');
	const query = new URLSearchParams(example.query?.(path));
	const named = action === null || action === 'default' ? [] : [`/${action}`];
	const search = [...named, ...(query.size > 0 ? [query.toString()] : [])].join('&');
	return {
		method,
		address: `${filled === '' ? '/' : filled}${search === '' ? '' : `?${search}`}`,
		form: method === 'POST' ? (example.form?.(form) ?? {}) : null
	};
}
