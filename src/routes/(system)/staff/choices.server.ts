/** What a role can be limited to, and the way to a page about staff. */
import { listUnits } from '#lib/access/server/reads/list-units.ts';
import { listProvidersForRoles } from '#lib/access/server/reads/list-providers-for-roles.ts';
import { m } from '#lib/paraglide/messages.js';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { fetch } from '#lib/shared/server/read.ts';

/** Units and providers to choose from, and the day it is. */
export async function listRoleChoices({ context }: App.Locals) {
	const [units, providers] = await Promise.all([
		fetch(context, listUnits, {}),
		fetch(context, listProvidersForRoles, {})
	]);
	return { units, providers, today: toLocalDate(context.now()) };
}

/** The breadcrumb of the pages under the list. */
export const wayToStaff = () => [{ href: '/staff', label: m.access_staff_title() }];

/** An invitation's full address, from the one public address whatever the request says about its host. */
export function invitationAddress({ signIn }: App.Locals, token: string): string {
	return `${signIn.publicUrl}/invitation/${token}`;
}
