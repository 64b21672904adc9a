/**
 * Tablets that ask on their own, which surveys they have, and the keys that answers are sealed to there. Nothing here
 * grows or changes with an answer.
 */
import { sql } from 'drizzle-orm';
import {
	check,
	date,
	foreignKey,
	index,
	integer,
	pgTable,
	primaryKey,
	text,
	timestamp,
	unique,
	uuid
} from 'drizzle-orm/pg-core';
import type { Sealed } from '#lib/secrecy/sealed-columns.ts';
import { isSealed } from '#lib/secrecy/server/is-sealed.ts';
import type { KioskId, SurveyLinkId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { boardId, boardIdOfParent } from '#lib/shared/server/tables.ts';
import { surveyLinks } from '#lib/surveys/server/tables.ts';

export const kiosks = pgTable(
	'kiosks',
	{
		boardId: boardId(),
		id: uuid().$type<KioskId>().notNull(),
		name: text().notNull(),
		/** SHA-256 of the code that pairs it; null once it has been used. */
		pairingHash: text('pairing_hash'),
		pairingEndsAt: timestamp('pairing_ends_at', { withTimezone: true }),
		/** SHA-256 of what the tablet shows that it is by. */
		tokenHash: text('token_hash'),
		pairedOn: date('paired_on').$type<LocalDate>(),
		/** A day and never an hour: the hour would say when somebody answered. */
		lastSeenOn: date('last_seen_on').$type<LocalDate>(),
		revokedOn: date('revoked_on').$type<LocalDate>(),
		/** What answers are sealed to on the tablet: a P-256 point, base64url. */
		publicKey: text('public_key').notNull(),
		/** The other half, base64url, sealed. */
		privateKey: text('private_key').$type<Sealed>().notNull(),
		/** What the tablet verifies that its questions come from here with: a P-256 point, base64url. New with every pairing. */
		verifyKey: text('verify_key'),
		/** The other half, base64url, sealed. */
		signingKey: text('signing_key').$type<Sealed>(),
		/** How many times what it is to ask has changed since it was paired. */
		revision: integer().notNull().default(0),
		/** SHA-256 of what it was last told to ask. */
		contentHash: text('content_hash'),
		/** PBKDF2 of the code that leads out of the questions. */
		pinSalt: text('pin_salt').notNull(),
		pinHash: text('pin_hash').notNull()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		unique('kiosks_token_key').on(table.boardId, table.tokenHash),
		unique('kiosks_pairing_key').on(table.boardId, table.pairingHash),
		check('kiosks_pairing', sql`(${table.pairingHash} is null) = (${table.pairingEndsAt} is null)`),
		check('kiosks_paired', sql`(${table.tokenHash} is null) = (${table.pairedOn} is null)`),
		check('kiosks_private_key_sealed', isSealed(table.privateKey)),
		check('kiosks_signing', sql`(${table.verifyKey} is null) = (${table.signingKey} is null)`),
		check('kiosks_signing_key_sealed', isSealed(table.signingKey)),
		check('kiosks_content_hash_form', sql`${table.contentHash} ~ '^[0-9a-f]{64}$'`),
		check('kiosks_token_form', sql`${table.tokenHash} ~ '^[0-9a-f]{64}$'`)
	]
);

export const kioskSurveys = pgTable(
	'kiosk_surveys',
	{
		boardId: boardIdOfParent(),
		kioskId: uuid('kiosk_id').$type<KioskId>().notNull(),
		surveyLinkId: uuid('survey_link_id').$type<SurveyLinkId>().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.kioskId, table.surveyLinkId] }),
		index('kiosk_surveys_link').on(table.boardId, table.surveyLinkId),
		foreignKey({
			name: 'kiosk_surveys_kiosk_fk',
			columns: [table.boardId, table.kioskId],
			foreignColumns: [kiosks.boardId, kiosks.id]
		}),
		foreignKey({
			name: 'kiosk_surveys_link_fk',
			columns: [table.boardId, table.surveyLinkId],
			foreignColumns: [surveyLinks.boardId, surveyLinks.id]
		})
	]
);
