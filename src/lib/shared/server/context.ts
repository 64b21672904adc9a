/** What every command and read is carried out with. Time, ids and randomness come from here and nowhere else. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Actor } from '#lib/access/actor.ts';
import type { AuditTrail } from '#lib/audit/audit-trail.ts';
import type { Catalogue } from '#lib/instruments/server/catalogue.ts';
import type { Database } from './database.ts';

export interface Context {
	readonly database: Database;
	readonly actor: Actor;
	readonly catalogue: Catalogue;
	/** Signs the lines of the access log. */
	readonly trail: AuditTrail;
	readonly now: () => Date;
	/** A uuid, version 4: no time and no order in it. */
	readonly newId: () => string;
	/** 130 random bits, 26 characters of Crockford's base 32 in lower case: no i, l, o or u to mistake. */
	readonly newToken: () => string;
}

/** The context of the running program: the system's clock and random source. */
export function makeContext(
	database: Database,
	actor: Actor,
	catalogue: Catalogue,
	trail: AuditTrail
): Context {
	return { database, actor, catalogue, trail, now: () => new Date(), newId: randomUUID, newToken };
}

const crockford = '0123456789abcdefghjkmnpqrstvwxyz';
const tokenLength = 26;

/** Five bits of each random byte per character; the rest are thrown away, so that every character is as likely. */
function newToken(): string {
	return Array.from(randomBytes(tokenLength), (byte) => crockford[byte & 31]).join('');
}
