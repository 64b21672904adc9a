/** Which route an address belongs to, as the registry names it. */
import { routeAccess } from '#lib/access/route-access.ts';

const patterns = Object.keys(routeAccess).map((routeId) => ({ routeId, pattern: toPattern(routeId) }));

/** The route's id, or null when the path leads to none. What has fewer free parts comes first, as in the router. */
export function routeOf(path: string): string | null {
	const found = patterns.filter(({ pattern }) => pattern.test(path));
	const free = (routeId: string): number => (routeId.match(/\[\w+[=\]]/g) ?? []).length;
	return found.sort((one, other) => free(one.routeId) - free(other.routeId))[0]?.routeId ?? null;
}

function toPattern(routeId: string): RegExp {
	const segments = routeId
		.split('/')
		.filter((segment) => segment !== '' && !/^\(.*\)$/.test(segment))
		.map((segment) =>
			segment
				.replace('[x+2e]', '.')
				.split(/\[\w+(?:=\w+)?\]/)
				.map((text) => text.replaceAll(/[.+*?]/g, '\\$&'))
				.join('[^/]+')
		);
	return new RegExp(`^/${segments.join('/')}$`);
}
