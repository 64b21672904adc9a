/** Every page that staff can come to, found by following the links from where each begins: a new page is found by itself. */
import { routeAccess } from '#lib/access/route-access.ts';
import type { Visitor } from './demo-visitors.ts';
import { routeOf } from './route-of.ts';

export interface StaffView extends Visitor {
	readonly routeId: string;
	/** With its query. */
	readonly path: string;
	/** What was answered, when it is a page; null when it is a file to keep. */
	readonly html: string | null;
}

interface HowMany {
	/** Few of each kind are enough: hundreds of cases look the same. */
	readonly perKind: number;
	/** And few of each route: filters that can be combined make a kind of every combination. */
	readonly perRoute: number;
	/** Leaves out what is not a page but a file to keep: drawings, documents and tables take long to make. */
	readonly isPagesOnly?: boolean;
}

/** The views of each visitor. What lies at or under `own` is taken with everything that leads from it, however many. */
export async function findStaffViews(
	url: string,
	visitors: readonly Visitor[],
	own: readonly string[] = [],
	{ perKind, perRoute, isPagesOnly = false }: HowMany = { perKind: 2, perRoute: 6 }
): Promise<StaffView[]> {
	const ids = own.flatMap((path) => path.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? []);
	const views: StaffView[] = [];
	for (const visitor of visitors) {
		const waiting = [...startsOf(isPagesOnly), ...own];
		const known = new Set(waiting);
		const counts = new Map<string, number>();
		for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
			const answer = await fetch(`${url}${path}`, {
				headers: { cookie: visitor.cookie },
				redirect: 'manual'
			});
			const text = await answer.text();
			if (answer.status >= 500) throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 200)}`);
			const routeId = routeOf(new URL(path, url).pathname);
			if (answer.status !== 200 || routeId === null) continue;
			const isPage = /^text\/html/.test(answer.headers.get('content-type') ?? '');
			views.push({ ...visitor, routeId, path, html: isPage ? text : null });
			for (const found of listLinks(text)) {
				const kind = kindOf(found, url);
				const count = counts.get(kind ?? '') ?? 0;
				const route = kind?.split('?')[0] ?? '';
				const ofRoute = counts.get(route) ?? 0;
				const isOwn = ids.some((id) => found.includes(id));
				// Drawings, documents and tables take long to make: one of each.
				const isFile = routeAccess[route]?.page === undefined;
				const isEnough = count >= perKind || ofRoute >= (isFile ? 1 : perRoute);
				if (isPagesOnly && routeAccess[route]?.page === undefined) continue;
				if (kind === null || known.has(found) || (isEnough && !isOwn)) continue;
				if (!isOwn) counts.set(kind, count + 1).set(route, ofRoute + 1);
				known.add(found);
				waiting.push(found);
			}
		}
	}
	return views;
}

/** What is come to by filling in a form that only asks, and not by a link. */
const asked = ['/log-review/readers?case=2026-0103&ground=own-request&recipient=the-person', '/cases?q=2026'];

/** Pages whose address has nothing of its own in it; those that the visitor may not open answer so. */
function startsOf(isPagesOnly: boolean): string[] {
	const plain = Object.entries(routeAccess)
		.filter(([, { page }]) => !isPagesOnly || page !== undefined)
		.map(([routeId]) => routeId)
		.filter((routeId) => isStaffRoute(routeId) && !routeId.includes('['))
		.map((routeId) => routeId.replaceAll(/\/\([^)]*\)/g, ''));
	return [...plain, ...asked];
}

/** Whether the route is for staff, or for whoever has signed in. */
export function isStaffRoute(routeId: string): boolean {
	const { page, methods } = routeAccess[routeId] ?? {};
	const open = page ?? methods?.['GET'];
	return (typeof open === 'object' && 'staff' in open) || /^\/\(sign-in\)\/account/.test(routeId);
}

function listLinks(html: string): string[] {
	return [...html.matchAll(/href="(\/[^"#]*)"/g)].map(([, path = '']) => path.replaceAll('&amp;', '&'));
}

/** Route and names of what is in the query; null when it is not one of staff's. */
export function kindOf(path: string, url: string): string | null {
	const { pathname, searchParams } = new URL(path, url);
	const routeId = routeOf(pathname);
	return routeId === null || !isStaffRoute(routeId) ? null : `${routeId}?${[...searchParams.keys()].sort()}`;
}
