/** The main places of the working pages, and who has use of them. The hook decides who may; this only shows the way. */
import type { Role } from '#lib/access/actor.ts';
import { m } from '#lib/paraglide/messages.js';

export interface Place {
	readonly href: string;
	readonly label: string;
	readonly isCurrent: boolean;
}

const places: readonly {
	readonly href: string;
	readonly label: () => string;
	readonly roles: readonly Role[];
}[] = [
	{ href: '/today', label: m.today_nav, roles: ['caseworker', 'unit-manager'] },
	{ href: '/cases', label: m.staff_nav_cases, roles: ['caseworker', 'unit-manager'] },
	{
		href: '/reports',
		label: m.report_nav,
		roles: ['unit-manager', 'follow-up-administrator', 'provider-staff']
	},
	{
		href: '/targets',
		label: m.staff_nav_targets,
		roles: ['unit-manager', 'board-member', 'follow-up-administrator', 'provider-staff']
	},
	{
		href: '/action-plans',
		label: m.action_nav,
		roles: ['board-member', 'follow-up-administrator', 'provider-staff']
	},
	{ href: '/targets/decide', label: m.staff_nav_decide_target, roles: ['follow-up-administrator'] },
	{ href: '/publications', label: m.publish_nav, roles: ['follow-up-administrator'] },
	{ href: '/instruments', label: m.staff_nav_instruments, roles: ['follow-up-administrator'] },
	{ href: '/plans', label: m.plans_nav, roles: ['follow-up-administrator'] },
	{ href: '/non-response', label: m.non_response_nav, roles: ['unit-manager', 'follow-up-administrator'] },
	{ href: '/routines', label: m.routines_nav, roles: ['unit-manager', 'follow-up-administrator'] },
	{ href: '/surveys', label: m.staff_nav_surveys, roles: ['follow-up-administrator'] },
	{ href: '/kiosks', label: m.kiosk_nav, roles: ['follow-up-administrator'] },
	{ href: '/exports', label: m.exports_nav, roles: ['unit-manager', 'follow-up-administrator'] },
	{ href: '/messages', label: m.invitations_texts_nav, roles: ['follow-up-administrator'] },
	{ href: '/information', label: m.information_nav, roles: ['follow-up-administrator'] },
	{ href: '/staff', label: m.access_nav_staff, roles: ['system-administrator'] },
	{ href: '/providers', label: m.staff_nav_providers, roles: ['follow-up-administrator'] },
	{ href: '/retention', label: m.retention_nav, roles: ['follow-up-administrator'] },
	{ href: '/log-review', label: m.audit_nav_reviews, roles: ['log-reviewer'] },
	{ href: '/log-review/readers', label: m.audit_nav_readers, roles: ['log-reviewer'] }
];

/** The places for these roles; of those that the address lies under, the nearest is the current one. */
export function listPlaces(roles: readonly Role[], pathname: string): Place[] {
	const mine = places.filter((place) => place.roles.some((role) => roles.includes(role)));
	const above = mine.map((place) => place.href).filter((href) => isUnder(pathname, href));
	const current = above.sort((one, other) => other.length - one.length)[0];
	return mine.map(({ href, label }) => ({ href, label: label(), isCurrent: href === current }));
}

function isUnder(pathname: string, href: string): boolean {
	return pathname === href || pathname.startsWith(`${href}/`);
}
