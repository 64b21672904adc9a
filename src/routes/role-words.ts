import type { Role } from '#lib/access/actor.ts';
import { m } from '#lib/paraglide/messages.js';

const words: Readonly<Record<Role, () => string>> = {
	caseworker: m.access_role_caseworker,
	'unit-manager': m.access_role_unit_manager,
	'follow-up-administrator': m.access_role_follow_up_administrator,
	'board-member': m.access_role_board_member,
	'log-reviewer': m.access_role_log_reviewer,
	'system-administrator': m.access_role_system_administrator,
	'provider-staff': m.access_role_provider_staff
};

/** What the role is called. */
export function roleWord(role: Role): string {
	return words[role]();
}
