/**
 * Which visitors a page is for, decided by the route group it lies in. A route outside these groups is refused, so a
 * new page is closed until somebody has said who may open it.
 */
import type { Actor, Role } from './actor.ts';

type Access = 'everyone' | 'link-holder' | { readonly staff: readonly Role[] };

const accessByGroup: Readonly<Record<string, Access>> = {
	'(public)': 'everyone',
	'(demo)': 'everyone',
	'(respondent)': 'link-holder',
	'(staff)': { staff: ['caseworker'] },
	'(board)': { staff: ['board-member', 'follow-up-administrator'] },
	'(admin)': { staff: ['follow-up-administrator'] }
};

export type RouteVerdict = 'open' | 'sign-in-required' | 'not-permitted' | 'not-found';

/** Whether this actor may open the route; `routeId` as SvelteKit names it, for example `/(staff)/cases/[caseId]`. */
export function judgeRoute(routeId: string | null, actor: Actor, isDemo: boolean): RouteVerdict {
	const group = routeId?.split('/').find((segment) => segment.startsWith('('));
	const access = group ? accessByGroup[group] : undefined;
	if (!access) return 'not-found';
	if (group === '(demo)' && !isDemo) return 'not-found';
	if (access === 'everyone' || access === 'link-holder') return 'open';
	if (actor.kind !== 'staff') return 'sign-in-required';
	return actor.roles.some((role) => access.staff.includes(role)) ? 'open' : 'not-permitted';
}
