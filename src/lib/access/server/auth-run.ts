/** What a sign-in through Better Auth and its hooks have in common, without loading Better Auth. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { StaffId } from '#lib/shared/ids.ts';

/** The municipality's provider by its name in addresses and in `staff_accounts`. */
export const municipalityProvider = 'municipality';
/** Where the identity provider sends people back: `<PUBLIC_URL>/sign-in/oidc/callback/municipality`. */
export const municipalityBasePath = '/sign-in/oidc';

/** What one sign-in through Better Auth leaves behind for whoever started it. */
export interface AuthRun {
	/** When the identity provider last asked the person; null when it does not say. */
	provedAt?: Date | null;
	/** The token of the session that was made. */
	sessionToken?: string;
	/** Whose it is. */
	userId?: StaffId;
}

/** Set while Better Auth is at work, so that its hooks know for whom. */
export const authRun = new AsyncLocalStorage<AuthRun>();
