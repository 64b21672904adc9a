/**
 * Who may sign in, and how. These tables are about staff, not about anything a board owns: one person may work for
 * several boards and signs in once. What they may do in a board lies in `assignments` (tables.ts). The first four are
 * in the form Better Auth expects.
 */
import { sql } from 'drizzle-orm';
import {
	bigint,
	boolean,
	check,
	doublePrecision,
	index,
	integer,
	pgTable,
	primaryKey,
	text,
	timestamp,
	unique,
	uuid
} from 'drizzle-orm/pg-core';
import type { AdministrationId, BoardId, StaffId } from '#lib/shared/ids.ts';
import { boards } from '#lib/shared/server/tables.ts';
import type { SecondFactor } from '../second-factor.ts';
import type { SignInEventKind } from '../sign-in-event.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });

export const staffUsers = pgTable(
	'staff_users',
	{
		id: uuid().$type<StaffId>().primaryKey(),
		name: text().notNull(),
		/** In lower case. */
		email: text().notNull(),
		/** Whether the municipality's identity provider has vouched for the address. */
		emailVerified: boolean('email_verified').notNull().default(false),
		/** Better Auth's; no pictures are kept. */
		image: text(),
		createdAt: moment('created_at').notNull(),
		updatedAt: moment('updated_at').notNull(),
		/** Set when the account has been closed. */
		disabledAt: moment('disabled_at')
	},
	(table) => [
		unique('staff_users_email_key').on(table.email),
		check('staff_users_email_lower', sql`${table.email} = lower(${table.email})`),
		check('staff_users_no_image', sql`${table.image} is null`)
	]
);

const staffId = () =>
	uuid('user_id')
		.$type<StaffId>()
		.notNull()
		.references(() => staffUsers.id, { onDelete: 'cascade' });

/** One way to prove who one is: the password ('credential'), or the municipality's identity provider. */
export const staffAccounts = pgTable(
	'staff_accounts',
	{
		id: uuid().primaryKey(),
		userId: staffId(),
		providerId: text('provider_id').notNull(),
		/** The person's id at the provider (`sub`); for a password the user's own id. */
		accountId: text('account_id').notNull(),
		/** A slow hash, see password-hash.ts. */
		password: text(),
		/** Better Auth's; what the identity provider hands out is used once and never kept. */
		accessToken: text('access_token'),
		refreshToken: text('refresh_token'),
		idToken: text('id_token'),
		accessTokenExpiresAt: moment('access_token_expires_at'),
		refreshTokenExpiresAt: moment('refresh_token_expires_at'),
		scope: text(),
		createdAt: moment('created_at').notNull(),
		updatedAt: moment('updated_at').notNull()
	},
	(table) => [
		unique('staff_accounts_provider_key').on(table.providerId, table.accountId),
		index('staff_accounts_user').on(table.userId),
		check(
			'staff_accounts_no_tokens',
			sql`num_nonnulls(${table.accessToken}, ${table.refreshToken}, ${table.idToken}) = 0`
		)
	]
);

export const staffSessions = pgTable(
	'staff_sessions',
	{
		id: uuid().primaryKey(),
		userId: staffId(),
		/** Worth nothing by itself: the cookie also carries a signature made with a secret outside the database. */
		token: text().notNull(),
		createdAt: moment('created_at').notNull(),
		updatedAt: moment('updated_at').notNull(),
		/** When it ends whatever happens. */
		expiresAt: moment('expires_at').notNull(),
		lastSeenAt: moment('last_seen_at').notNull(),
		/** Null until the second factor has been given; such a session reaches the sign-in pages only. */
		secondFactor: text('second_factor').$type<SecondFactor>(),
		/** When the person last proved who they are with both factors. */
		signedInAt: moment('signed_in_at'),
		/** The board chosen for this session. */
		boardId: uuid('board_id')
			.$type<BoardId>()
			.references(() => boards.id),
		/** The administration whose questions it has been handed over for; it reaches nothing else until it is unlocked. */
		lentTo: uuid('lent_to').$type<AdministrationId>(),
		/** Nobody touched it for a while: the questions are not shown either, until it is unlocked. */
		lentIsShut: boolean('lent_is_shut').notNull().default(false),
		/** What the browser calls itself, shown to the person among their own sessions. */
		userAgent: text('user_agent'),
		/** Better Auth's; where people work from is not kept. */
		ipAddress: text('ip_address')
	},
	(table) => [
		unique('staff_sessions_token_key').on(table.token),
		index('staff_sessions_user').on(table.userId),
		index('staff_sessions_board').on(table.boardId),
		index('staff_sessions_expiry').on(table.expiresAt),
		check('staff_sessions_no_address', sql`${table.ipAddress} is null`),
		check('staff_sessions_whole', sql`(${table.secondFactor} is null) = (${table.signedInAt} is null)`)
	]
);

/** Short-lived secrets of a sign-in under way: the state of an OpenID Connect sign-in, the challenge of a passkey. */
export const staffVerifications = pgTable(
	'staff_verifications',
	{
		id: uuid().primaryKey(),
		identifier: text().notNull(),
		value: text().notNull(),
		expiresAt: moment('expires_at').notNull(),
		createdAt: moment('created_at').notNull(),
		updatedAt: moment('updated_at').notNull()
	},
	(table) => [
		index('staff_verifications_identifier').on(table.identifier),
		index('staff_verifications_expiry').on(table.expiresAt)
	]
);

/** The authenticator app of a person (RFC 6238). */
export const totpSecrets = pgTable('totp_secrets', {
	userId: staffId().primaryKey(),
	/** Encrypted with a key outside the database. */
	secret: text().notNull(),
	/** The last time step a code was accepted for: a code works once, and none older than it works at all. */
	lastStep: integer('last_step').notNull(),
	createdAt: moment('created_at').notNull()
});

/** Codes on paper for when the phone is lost; each works once. */
export const backupCodes = pgTable(
	'backup_codes',
	{
		userId: staffId(),
		/** Keyed hash: the codes are short enough to be guessed from a plain one. */
		codeHash: text('code_hash').notNull(),
		usedAt: moment('used_at')
	},
	(table) => [primaryKey({ columns: [table.userId, table.codeHash] })]
);

/** Passkeys (WebAuthn credentials that demand a fingerprint, a face or a PIN). */
export const passkeys = pgTable(
	'passkeys',
	{
		id: uuid().primaryKey(),
		userId: staffId(),
		/** What the person calls it. */
		name: text().notNull(),
		credentialId: text('credential_id').notNull(),
		/** COSE, base64url. */
		publicKey: text('public_key').notNull(),
		/** Counts the uses where the authenticator does; a number that goes backwards tells of a copy. */
		counter: bigint({ mode: 'number' }).notNull(),
		transports: text().array().notNull(),
		createdAt: moment('created_at').notNull(),
		lastUsedAt: moment('last_used_at')
	},
	(table) => [
		unique('passkeys_credential_key').on(table.credentialId),
		index('passkeys_user').on(table.userId),
		check('passkeys_counter', sql`${table.counter} >= 0`)
	]
);

/** One-time links with which a person chooses a password. A new one for the same person replaces the old. */
export const staffInvitations = pgTable(
	'staff_invitations',
	{
		userId: staffId().primaryKey(),
		tokenHash: text('token_hash').notNull(),
		createdAt: moment('created_at').notNull(),
		expiresAt: moment('expires_at').notNull()
	},
	(table) => [unique('staff_invitations_token_key').on(table.tokenHash)]
);

/** How hard somebody is trying; see throttle-rules.ts. In the database, so that a restart does not let them start over. */
export const signInThrottles = pgTable(
	'sign_in_throttles',
	{
		/** What is throttled, as a keyed hash: no e-mail address and no network address lies here. */
		key: text().primaryKey(),
		level: doublePrecision().notNull(),
		updatedAt: moment('updated_at').notNull(),
		blockedUntil: moment('blocked_until').notNull()
	},
	(table) => [index('sign_in_throttles_age').on(table.updatedAt)]
);

/** What happened at the door: for whoever has to find out what an attacker tried. No addresses, no secrets. */
export const signInEvents = pgTable(
	'sign_in_events',
	{
		id: uuid().primaryKey(),
		happenedAt: moment('happened_at').notNull(),
		kind: text().$type<SignInEventKind>().notNull(),
		/** Null when no account was found. Not a foreign key: the line outlives the account. */
		userId: uuid('user_id').$type<StaffId>()
	},
	(table) => [
		index('sign_in_events_time').on(table.happenedAt),
		index('sign_in_events_user').on(table.userId, table.happenedAt)
	]
);
