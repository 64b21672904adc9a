/** The main places of the working pages, and who has use of them. The hook decides who may; this only shows the way. */
import type { Role } from '#lib/access/actor.ts';
import { m } from '#lib/paraglide/messages.js';

export interface Place {
	readonly href: string;
	readonly label: string;
	readonly isCurrent: boolean;
}

/** Places under one heading of the menu, which is folded until it is asked for. */
export interface PlaceGroup {
	readonly label: string;
	readonly places: readonly Place[];
	readonly isCurrent: boolean;
}

type GroupName = 'results' | 'questions' | 'operations';

const groupLabels: Readonly<Record<GroupName, () => string>> = {
	results: m.ui_places_results,
	questions: m.ui_places_questions,
	operations: m.ui_places_operations
};

/** More than this many places are a wall of words, and five rows on a phone. */
const mostInRow = 7;

const places: readonly {
	readonly href: string;
	readonly label: () => string;
	readonly roles: readonly Role[];
	readonly group: GroupName | null;
}[] = [
	{ href: '/today', group: null, label: m.today_nav, roles: ['caseworker', 'unit-manager'] },
	{ href: '/cases', group: null, label: m.staff_nav_cases, roles: ['caseworker', 'unit-manager'] },
	{
		href: '/reports',
		group: 'results',
		label: m.report_nav,
		roles: ['unit-manager', 'follow-up-administrator', 'provider-staff']
	},
	{
		href: '/targets',
		group: 'results',
		label: m.staff_nav_targets,
		roles: ['unit-manager', 'board-member', 'follow-up-administrator', 'provider-staff']
	},
	{
		href: '/action-plans',
		group: 'results',
		label: m.action_nav,
		roles: ['board-member', 'follow-up-administrator', 'provider-staff']
	},
	{
		href: '/targets/decide',
		group: 'results',
		label: m.staff_nav_decide_target,
		roles: ['follow-up-administrator']
	},
	{ href: '/publications', group: 'results', label: m.publish_nav, roles: ['follow-up-administrator'] },
	{
		href: '/instruments',
		group: 'questions',
		label: m.staff_nav_instruments,
		roles: ['follow-up-administrator']
	},
	{ href: '/plans', group: 'questions', label: m.plans_nav, roles: ['follow-up-administrator'] },
	{
		href: '/non-response',
		group: 'results',
		label: m.non_response_nav,
		roles: ['unit-manager', 'follow-up-administrator']
	},
	{
		href: '/routines',
		group: 'operations',
		label: m.routines_nav,
		roles: ['unit-manager', 'follow-up-administrator']
	},
	{ href: '/surveys', group: 'questions', label: m.staff_nav_surveys, roles: ['follow-up-administrator'] },
	{ href: '/kiosks', group: 'operations', label: m.kiosk_nav, roles: ['follow-up-administrator'] },
	{
		href: '/exports',
		group: 'results',
		label: m.exports_nav,
		roles: ['unit-manager', 'follow-up-administrator']
	},
	{
		href: '/messages',
		group: 'questions',
		label: m.invitations_texts_nav,
		roles: ['follow-up-administrator']
	},
	{ href: '/information', group: 'questions', label: m.information_nav, roles: ['follow-up-administrator'] },
	{ href: '/staff', group: null, label: m.access_nav_staff, roles: ['system-administrator'] },
	{
		href: '/providers',
		group: 'operations',
		label: m.staff_nav_providers,
		roles: ['follow-up-administrator']
	},
	{ href: '/retention', group: 'operations', label: m.retention_nav, roles: ['follow-up-administrator'] },
	{ href: '/log-review', group: null, label: m.audit_nav_reviews, roles: ['log-reviewer'] },
	{ href: '/log-review/readers', group: null, label: m.audit_nav_readers, roles: ['log-reviewer'] }
];

/** The places for these roles; of those that the address lies under, the nearest is the current one. */
export function listPlaces(roles: readonly Role[], pathname: string): Place[] {
	const mine = places.filter((place) => place.roles.some((role) => roles.includes(role)));
	const above = mine.map((place) => place.href).filter((href) => isUnder(pathname, href));
	const current = above.sort((one, other) => other.length - one.length)[0];
	return mine.map(({ href, label }) => ({ href, label: label(), isCurrent: href === current }));
}

/** The menu of these roles: a row of places, or headings with places under them when they are many. */
export function listMenu(roles: readonly Role[], pathname: string): (Place | PlaceGroup)[] {
	const mine = listPlaces(roles, pathname);
	if (mine.length <= mostInRow) return mine;
	const groupOf = new Map(places.map(({ href, group }) => [href, group]));
	const alone = mine.filter(({ href }) => !groupOf.get(href));
	const groups = (Object.keys(groupLabels) as GroupName[]).flatMap((name) => {
		const inside = mine.filter(({ href }) => groupOf.get(href) === name);
		if (inside.length === 0) return [];
		return [
			{ label: groupLabels[name](), places: inside, isCurrent: inside.some(({ isCurrent }) => isCurrent) }
		];
	});
	return [...alone, ...groups];
}

function isUnder(pathname: string, href: string): boolean {
	return pathname === href || pathname.startsWith(`${href}/`);
}
