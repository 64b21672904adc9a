/** What signing in works with. Nobody is acting yet, so it is not the context that commands have. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { BlockList } from 'node:net';
import type { MunicipalitySettings } from '#lib/shared/environment.ts';
import type { Database } from '#lib/shared/server/database.ts';
import type { StaffAuth } from './auth.ts';
import { passwordCost, type PasswordCost } from './password-hash.ts';
import { deriveSecrets, type SignInSecrets } from './secrets.ts';

export interface SignInContext {
	readonly database: Database;
	readonly secrets: SignInSecrets;
	/** The one public address; never what a request says about its host. */
	readonly publicUrl: string;
	readonly municipality: MunicipalitySettings | null;
	/** Proxies whose word about the client's address is believed. */
	readonly trustedProxies: BlockList;
	readonly now: () => Date;
	readonly newId: () => string;
	/** How slow new passwords are to guess. */
	readonly passwordCost: PasswordCost;
	/** 256 random bits in base64url. */
	readonly newToken: () => string;
	/** Better Auth, loaded when somebody signs in for the first time: respondents never wait for it. */
	readonly auth: () => Promise<StaffAuth>;
}

export interface SignInSettings {
	readonly secret: string;
	readonly publicUrl: string;
	readonly municipality: MunicipalitySettings | null;
	readonly trustedProxies: BlockList;
	/** Left out: as slow as it should be. Tests that are about something else make it quick. */
	readonly passwordCost?: PasswordCost;
}

/** The context of the running program; `now` is the system's clock unless a test gives another. */
export function makeSignInContext(
	database: Database,
	settings: SignInSettings,
	now: () => Date = () => new Date()
): SignInContext {
	let auth: Promise<StaffAuth> | null = null;
	const context: SignInContext = {
		database,
		secrets: deriveSecrets(settings.secret),
		publicUrl: settings.publicUrl,
		municipality: settings.municipality,
		trustedProxies: settings.trustedProxies,
		passwordCost: settings.passwordCost ?? passwordCost,
		now,
		newId: randomUUID,
		newToken: () => randomBytes(32).toString('base64url'),
		auth: () => (auth ??= import('./auth.ts').then(({ makeStaffAuth }) => makeStaffAuth(context)))
	};
	return context;
}
