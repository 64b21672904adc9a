/** Makes the demo's staff: invited, with a password chosen and an authenticator app enrolled, as real ones would be. */
import { addUnit } from '../../src/lib/access/server/commands/add-unit.ts';
import { inviteStaff } from '../../src/lib/access/server/commands/invite-staff.ts';
import { readSecret } from '../../src/lib/access/server/secrets.ts';
import { acceptInvitation } from '../../src/lib/access/server/sign-in/accept-invitation.ts';
import { putTotpSecret } from '../../src/lib/access/server/sign-in/totp-secret.ts';
import { makeSignInContext } from '../../src/lib/access/server/sign-in-context.ts';
import { parseProxies } from '../../src/lib/access/server/client-address.ts';
import { demoAccounts, demoPassword } from '../../src/lib/demo/demo-accounts.ts';
import type { ProviderId, StaffId, UnitId } from '../../src/lib/shared/ids.ts';
import type { LocalDate } from '../../src/lib/shared/local-date.ts';
import { run } from '../../src/lib/shared/server/command.ts';
import type { Context } from '../../src/lib/shared/server/context.ts';

export interface DemoStaff {
	/** The unit that the made-up manager manages. */
	readonly unitId: UnitId;
	/** The made-up people by e-mail address. */
	readonly staffIds: ReadonlyMap<string, StaffId>;
}

/** Gives every demo account its role, password and app; the provider's own staff work for the given provider. */
export async function addDemoStaff(
	context: Context,
	dataDirectory: string,
	providerId: ProviderId
): Promise<DemoStaff> {
	const secret = readSecret({ secret: null, storage: { kind: 'pglite', dataDirectory } });
	if (!secret.ok) throw new Error(secret.problem);
	const trustedProxies = parseProxies('');
	if (!trustedProxies) throw new Error('unreachable: no proxies are a valid list');
	const signIn = makeSignInContext(context.database, {
		secret: secret.value,
		publicUrl: 'http://127.0.0.1',
		municipality: null,
		trustedProxies
	});
	const unitId = await run(context, addUnit, { name: 'Barn och unga (påhittad)' });
	const staffIds = new Map<string, StaffId>();
	for (const { email, name, role, totpSecret } of demoAccounts) {
		const { staffId, token } = await run(context, inviteStaff, {
			email,
			name,
			assignment: {
				role,
				unitId: role === 'unit-manager' ? unitId : null,
				providerId: role === 'provider-staff' ? providerId : null,
				validFrom: '2026-01-01' as LocalDate,
				validTo: null
			}
		});
		const accepted = await acceptInvitation(signIn, token ?? '', demoPassword, null);
		if (!accepted.ok) throw new Error(`The demo account ${email} was refused: ${accepted.problem}`);
		await putTotpSecret(signIn, context.database.orm, staffId, Buffer.from(totpSecret), 0);
		staffIds.set(email, staffId);
	}
	return { unitId, staffIds };
}
