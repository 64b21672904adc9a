/** Rows of tablets to and from what the rest of the program knows. */
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { BoardId, KioskId, SurveyLinkId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { Sealed } from '#lib/secrecy/sealed-columns.ts';
import type { Orm } from '#lib/shared/server/database.ts';
import type { Work } from '#lib/shared/server/work.ts';
import type { HashedPin } from './pin.ts';
import { kiosks, kioskSurveys } from './tables.ts';

interface Scope {
	readonly tx: Orm;
	readonly boardId: BoardId;
}

interface Pairing {
	readonly pairingHash: string;
	readonly pairingEndsAt: Date;
}

export interface NewKiosk extends Pairing, HashedPin {
	readonly id: KioskId;
	readonly name: string;
	readonly publicKey: string;
	readonly privateKey: Sealed;
}

export async function insertKiosk({ tx, boardId }: Scope, kiosk: NewKiosk): Promise<void> {
	await tx.insert(kiosks).values({ boardId, ...kiosk });
}

/** A new code; the tablet that had the place, and one that was shut out, lose it when the code is used. False: no such kiosk. */
export async function updatePairing({ tx, boardId }: Scope, id: KioskId, pairing: Pairing): Promise<boolean> {
	const rows = await tx
		.update(kiosks)
		.set(pairing)
		.where(and(eq(kiosks.boardId, boardId), eq(kiosks.id, id)))
		.returning({ id: kiosks.id });
	return rows.length === 1;
}

/** Uses a code up and gives the tablet its own key. Null when the code is none, or has been used or is too old. */
export async function pairByCode(
	{ tx, boardId }: Scope,
	pairingHash: string,
	{ tokenHash, now, today }: { readonly tokenHash: string; readonly now: Date; readonly today: LocalDate }
): Promise<KioskId | null> {
	const rows = await tx
		.update(kiosks)
		.set({
			tokenHash,
			pairedOn: today,
			lastSeenOn: today,
			revokedOn: null,
			pairingHash: null,
			pairingEndsAt: null
		})
		.where(
			and(
				eq(kiosks.boardId, boardId),
				eq(kiosks.pairingHash, pairingHash),
				sql`${kiosks.pairingEndsAt} > ${now.toISOString()}::timestamptz`
			)
		)
		.returning({ id: kiosks.id });
	return rows[0]?.id ?? null;
}

/** Shuts the tablet out at once, and makes a code that has not been used worthless. False when there is no such kiosk. */
export async function revokeKiosk({ tx, boardId }: Scope, id: KioskId, today: LocalDate): Promise<boolean> {
	const rows = await tx
		.update(kiosks)
		.set({
			tokenHash: null,
			pairedOn: null,
			pairingHash: null,
			pairingEndsAt: null,
			verifyKey: null,
			signingKey: null,
			revokedOn: today
		})
		.where(and(eq(kiosks.boardId, boardId), eq(kiosks.id, id)))
		.returning({ id: kiosks.id });
	return rows.length === 1;
}

export interface KioskChange {
	readonly name: string;
	/** Null: the code stays as it is. */
	readonly pin: HashedPin | null;
}

/** False when there is no such kiosk. */
export async function updateKiosk(
	{ tx, boardId }: Scope,
	id: KioskId,
	{ name, pin }: KioskChange
): Promise<boolean> {
	const rows = await tx
		.update(kiosks)
		.set({ name, ...pin })
		.where(and(eq(kiosks.boardId, boardId), eq(kiosks.id, id)))
		.returning({ id: kiosks.id });
	return rows.length === 1;
}

/** Gives the tablet these surveys and no others. */
export async function replaceSurveys(
	{ tx, boardId }: Scope,
	kioskId: KioskId,
	linkIds: readonly SurveyLinkId[]
): Promise<void> {
	await tx
		.delete(kioskSurveys)
		.where(and(eq(kioskSurveys.boardId, boardId), eq(kioskSurveys.kioskId, kioskId)));
	if (linkIds.length === 0) return;
	await tx.insert(kioskSurveys).values(linkIds.map((surveyLinkId) => ({ boardId, kioskId, surveyLinkId })));
}

export interface KioskRow {
	readonly id: KioskId;
	readonly name: string;
	readonly pairingEndsAt: Date | null;
	readonly pairedOn: LocalDate | null;
	readonly lastSeenOn: LocalDate | null;
	readonly revokedOn: LocalDate | null;
	readonly linkIds: readonly SurveyLinkId[];
}

/** The board's tablets by name, with the links of their surveys. */
export async function listKioskRows({ tx, boardId }: Scope): Promise<readonly KioskRow[]> {
	const rows = await tx
		.select({
			id: kiosks.id,
			name: kiosks.name,
			pairingEndsAt: kiosks.pairingEndsAt,
			pairedOn: kiosks.pairedOn,
			lastSeenOn: kiosks.lastSeenOn,
			revokedOn: kiosks.revokedOn,
			linkId: kioskSurveys.surveyLinkId
		})
		.from(kiosks)
		.leftJoin(
			kioskSurveys,
			and(eq(kioskSurveys.boardId, kiosks.boardId), eq(kioskSurveys.kioskId, kiosks.id))
		)
		.where(eq(kiosks.boardId, boardId))
		.orderBy(asc(kiosks.name), asc(kiosks.id));
	const found = new Map<KioskId, KioskRow>();
	for (const { linkId, ...row } of rows) {
		const before = found.get(row.id)?.linkIds ?? [];
		found.set(row.id, { ...row, linkIds: linkId === null ? before : [...before, linkId] });
	}
	return [...found.values()];
}

export interface PairedKiosk {
	readonly id: KioskId;
	readonly name: string;
	readonly publicKey: string;
	readonly privateKey: Sealed;
	readonly pinSalt: string;
	readonly pinHash: string;
	/** Null on one that was paired before what it asks was signed, and has not been heard of since. */
	readonly verifyKey: string | null;
	readonly signingKey: Sealed | null;
	readonly linkIds: readonly SurveyLinkId[];
}

/** The tablet that has the key, with its surveys; null when it has been shut out or is none. One statement. */
export async function findPairedKiosk(work: Work, tokenHash: string): Promise<PairedKiosk | null> {
	const rows = await work.query<PairedKiosk>(sql`
		select k.id, k.name, k.public_key as "publicKey", k.private_key as "privateKey", k.pin_salt as "pinSalt",
			k.pin_hash as "pinHash", k.verify_key as "verifyKey", k.signing_key as "signingKey", coalesce((
				select jsonb_agg(ks.survey_link_id) from ${kioskSurveys} ks where ks.board_id = k.board_id and ks.kiosk_id = k.id
			), '[]'::jsonb) as "linkIds"
		from ${kiosks} k
		where k.board_id = ${work.boardId} and k.token_hash = ${tokenHash}`);
	return rows[0] ?? null;
}

/** Notes that the tablet has been heard of on the day: once a day, when it asks what to ask and never when it brings answers. */
export async function noteSeen({ tx, boardId }: Scope, id: KioskId, today: LocalDate): Promise<void> {
	await tx
		.update(kiosks)
		.set({ lastSeenOn: today })
		.where(
			and(
				eq(kiosks.boardId, boardId),
				eq(kiosks.id, id),
				sql`${kiosks.lastSeenOn} is distinct from ${today}::date`,
				isNull(kiosks.revokedOn)
			)
		);
}

/** The keys that are signed and verified with from now on. */
export async function replaceSigningKeys(
	{ tx, boardId }: Scope,
	id: KioskId,
	keys: { readonly verifyKey: string; readonly signingKey: Sealed }
): Promise<void> {
	await tx
		.update(kiosks)
		.set(keys)
		.where(and(eq(kiosks.boardId, boardId), eq(kiosks.id, id)));
}

/** These keys where the tablet has none, otherwise those it has: also when it asks twice at once. */
export async function keepSigningKeys(
	{ tx, boardId }: Scope,
	id: KioskId,
	keys: { readonly verifyKey: string; readonly signingKey: Sealed }
): Promise<{ readonly verifyKey: string; readonly signingKey: Sealed } | null> {
	const [kept] = await tx
		.update(kiosks)
		.set({
			verifyKey: sql`coalesce(${kiosks.verifyKey}, ${keys.verifyKey})`,
			signingKey: sql`coalesce(${kiosks.signingKey}, ${keys.signingKey})`
		})
		.where(and(eq(kiosks.boardId, boardId), eq(kiosks.id, id)))
		.returning({ verifyKey: kiosks.verifyKey, signingKey: kiosks.signingKey });
	const { verifyKey = null, signingKey = null } = kept ?? {};
	return verifyKey !== null && signingKey !== null ? { verifyKey, signingKey } : null;
}

/** The number of what the tablet is to ask: one more than before when its content is another. Nothing is written when it is the same. */
export async function reviseContent(work: Work, id: KioskId, contentHash: string): Promise<number> {
	const { tx, boardId } = work;
	const own = and(eq(kiosks.boardId, boardId), eq(kiosks.id, id));
	const [changed] = await tx
		.update(kiosks)
		.set({ revision: sql`${kiosks.revision} + 1`, contentHash })
		.where(and(own, sql`${kiosks.contentHash} is distinct from ${contentHash}`))
		.returning({ revision: kiosks.revision });
	if (changed) return changed.revision;
	const [same] = await tx.select({ revision: kiosks.revision }).from(kiosks).where(own);
	return same?.revision ?? 1;
}
