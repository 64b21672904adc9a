/**
 * Better Auth, with as much of it as holds here: accounts, the comparison of passwords, and OpenID Connect. Its second
 * factor is not used (it takes the same code twice, and asks only those who sign in with a password), nor its limits
 * (they count addresses only). None of its own addresses is served: everything goes through our form actions, which
 * limit first. See docs/decisions/0012-how-staff-sign-in.md.
 */
import { betterAuth } from 'better-auth/minimal';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import { eq } from 'drizzle-orm';
import type { StaffId } from '#lib/shared/ids.ts';
import { readMunicipalityClaims } from '../municipality-claims.ts';
import { absoluteLimitMs } from '../session-limits.ts';
import {
	staffAccounts,
	staffInvitations,
	staffSessions,
	staffUsers,
	staffVerifications
} from './auth-tables.ts';
import { authRun, municipalityBasePath, municipalityProvider } from './auth-run.ts';
import { hashPassword, isPassword } from './password-hash.ts';
import { decodeIdToken } from './id-token.ts';
import type { SignInContext } from './sign-in-context.ts';

export type StaffAuth = ReturnType<typeof makeStaffAuth>;

/** Better Auth over the staff tables. Never self-registration, never a cookie of its own that means anything. */
export function makeStaffAuth(context: SignInContext) {
	const { database, secrets, publicUrl, municipality } = context;
	return betterAuth({
		appName: 'Genklang',
		baseURL: publicUrl,
		basePath: municipalityBasePath,
		secret: secrets.betterAuth,
		trustedOrigins: [publicUrl],
		database: drizzleAdapter(database.orm, {
			provider: 'pg',
			schema: {
				user: staffUsers,
				session: staffSessions,
				account: staffAccounts,
				verification: staffVerifications
			}
		}),
		emailAndPassword: {
			enabled: true,
			disableSignUp: true,
			maxPasswordLength: 1024,
			password: {
				hash: (password) => hashPassword(password, context.passwordCost),
				verify: ({ hash, password }) => isPassword(password, hash)
			}
		},
		session: {
			expiresIn: absoluteLimitMs / 1000,
			disableSessionRefresh: true,
			cookieCache: { enabled: false },
			additionalFields: {
				lastSeenAt: { type: 'date', required: false },
				secondFactor: { type: 'string', required: false },
				signedInAt: { type: 'date', required: false }
			}
		},
		account: {
			updateAccountOnSignIn: false,
			accountLinking: {
				enabled: true,
				// The administrator who invited the address vouches for it; the provider must say that it has checked it too.
				requireLocalEmailVerified: false
			}
		},
		verification: { storeIdentifier: 'hashed' },
		advanced: {
			database: { generateId: () => context.newId() },
			ipAddress: { disableIpTracking: true },
			useSecureCookies: false,
			cookiePrefix: 'genklang-oidc',
			defaultCookieAttributes: {
				secure: publicUrl.startsWith('https:'),
				httpOnly: true,
				sameSite: 'lax',
				path: '/'
			}
		},
		rateLimit: { enabled: false },
		telemetry: { enabled: false },
		logger: { disabled: true },
		onAPIError: { errorURL: `${publicUrl}/sign-in?refused=municipality` },
		databaseHooks: {
			session: {
				create: {
					/** By password: half signed in. By the identity provider, which has shown two factors: wholly. */
					async before(session, endpoint) {
						const [user] = await database.orm
							.select({ disabledAt: staffUsers.disabledAt })
							.from(staffUsers)
							.where(eq(staffUsers.id, session.userId as StaffId));
						if (!user || user.disabledAt) return false;
						const now = context.now();
						const run = authRun.getStore();
						if (!run) return false;
						const isMunicipal = endpoint?.path === '/callback/:id';
						run.sessionToken = context.newToken();
						run.userId = session.userId as StaffId;
						return {
							data: {
								...session,
								token: run.sessionToken,
								ipAddress: null,
								createdAt: now,
								updatedAt: now,
								lastSeenAt: now,
								expiresAt: new Date(now.getTime() + absoluteLimitMs),
								secondFactor: isMunicipal ? 'municipality' : null,
								// Without a word about when the person was asked, the sign-in is as old as can be: never fresh.
								signedInAt: isMunicipal ? earlier(run.provedAt ?? new Date(0), now) : null
							}
						};
					}
				}
			},
			account: {
				create: {
					/** What the provider hands out is used once and never stored. */
					async before(account) {
						return {
							data: {
								...account,
								accessToken: null,
								refreshToken: null,
								idToken: null,
								accessTokenExpiresAt: null,
								refreshTokenExpiresAt: null,
								scope: null
							}
						};
					},
					/** Whoever has come in this way needs no link to choose a password with. */
					async after(account) {
						await database.orm
							.delete(staffInvitations)
							.where(eq(staffInvitations.userId, account.userId as StaffId));
					}
				}
			}
		},
		plugins: municipality
			? [
					genericOAuth({
						config: [
							{
								providerId: municipalityProvider,
								discoveryUrl: `${municipality.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
								clientId: municipality.clientId,
								clientSecret: municipality.clientSecret,
								scopes: ['openid', 'email', 'profile'],
								pkce: true,
								requireIdTokenVerification: true,
								disableSignUp: true,
								disableImplicitSignUp: true,
								authorizationUrlParams: {
									// Also asks the provider to say when it last asked the person (OpenID Connect Core 1.0 §3.1.2.1).
									max_age: String(absoluteLimitMs / 1000),
									...(municipality.required.acr.length > 0
										? { acr_values: municipality.required.acr.join(' ') }
										: {})
								},
								accountSubject({ tokens }) {
									const claims = readMunicipalityClaims(decodeIdToken(tokens.idToken), municipality.required);
									if (!claims) throw new Error('the identity provider has not shown two factors');
									const run = authRun.getStore();
									if (run) run.provedAt = claims.provedAt;
									return claims.subject;
								}
							}
						]
					})
				]
			: []
	});
}

/** A provider whose clock is ahead of ours has not asked anybody in the future. */
function earlier(one: Date, other: Date): Date {
	return one < other ? one : other;
}
