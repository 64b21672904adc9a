/**
 * What a tablet is to ask, signed by the server that it was paired with: the text itself, so that what is verified is what is
 * read, and nobody has to agree on how it is written. ECDSA with P-256 and SHA-256 (FIPS 186-5), which every browser has.
 */
import * as v from 'valibot';
import type { KioskManifest } from './kiosk-manifest.ts';
import { parseLocalDate, type LocalDate } from '#lib/shared/local-date.ts';
import { ok, refuse, type Result } from '#lib/shared/result.ts';

export interface SignedManifest {
	/** A manifest as JSON, sign for sign as it was signed. */
	readonly text: string;
	/** The two numbers of the signature after each other (IEEE P1363), base64url. */
	readonly signature: string;
}

/**
 * Why a tablet does not use what it has or was given. `unsigned`: from before there were signatures, or no manifest at all ·
 * `altered`: not signed with the key that the tablet knows · `other-tablet`: signed for another · `older`: it has had a newer
 * one · `expired`: its last day has passed.
 */
export type ManifestRefusal = 'unsigned' | 'altered' | 'other-tablet' | 'older' | 'expired';

/** Day and revision, as one text that sorts by age: a tablet never goes back to a smaller one. */
export type ManifestVersion = string;

const encoder = new TextEncoder();
const purpose = 'genklang kiosk manifest 1\n';
const longest = 20_000_000;
const signatureLength = 86;

/** What is signed: the purpose and the text. Another version of what is signed gets another purpose. */
export function toSignedBytes(text: string): Uint8Array<ArrayBuffer> {
	return encoder.encode(purpose + text);
}

const schema = v.object({
	text: v.pipe(v.string(), v.maxLength(longest)),
	signature: v.pipe(v.string(), v.length(signatureLength), v.regex(/^[A-Za-z0-9_-]+$/))
});

/** What came or was kept, as something that may be signed; null when it is no such thing. */
export function parseSigned(value: unknown): SignedManifest | null {
	const read = v.safeParse(schema, value);
	return read.success ? read.output : null;
}

/** An uncompressed P-256 point, base64url: 65 bytes that begin with 4. */
export function isVerifyKey(text: unknown): text is string {
	return typeof text === 'string' && /^B[A-Za-z0-9_-]{86}$/.test(text);
}

/** How a key comes with the pairing: last in the address of the tablet's own page. */
export function pairedHash(verifyKey: string): string {
	return `#key=${verifyKey}`;
}

/** The key that came with the pairing; null when the address carries none. */
export function parsePairedHash(hash: string): string | null {
	const key = /^#key=(.*)$/.exec(hash)?.[1];
	return isVerifyKey(key) ? key : null;
}

/** The version of a manifest; the day comes first, so that a server that was restored is believed again on the next day. */
export function versionOf({
	issuedOn,
	revision
}: Pick<KioskManifest, 'issuedOn' | 'revision'>): ManifestVersion {
	return `${issuedOn}.${String(revision).padStart(10, '0')}`;
}

export interface Known {
	/** Which tablet it is; null before the first manifest. */
	readonly kioskId: string | null;
	/** The newest it has had. */
	readonly newest: ManifestVersion | null;
}

/**
 * A text whose signature has been verified, as the manifest that may be kept. Refuses another tablet's (`other-tablet`), one
 * that is older than the newest known (`older`), and what is no manifest (`unsigned`).
 */
export function decideManifest(text: string, known: Known): Result<KioskManifest, ManifestRefusal> {
	const manifest = readManifest(text);
	if (!manifest) return refuse('unsigned');
	if (known.kioskId !== null && manifest.kioskId !== known.kioskId) return refuse('other-tablet');
	if (known.newest !== null && versionOf(manifest) < known.newest) return refuse('older');
	return ok(manifest);
}

/** Whether its last day has passed. What is expired asks nobody anything. */
export function isExpired({ validUntil }: Pick<KioskManifest, 'validUntil'>, today: LocalDate): boolean {
	return today > validUntil;
}

const shape = v.looseObject({
	kioskId: v.string(),
	issuedOn: v.pipe(v.string(), v.check(isDay)),
	validUntil: v.pipe(v.string(), v.check(isDay)),
	revision: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9_999_999_999)),
	surveys: v.array(v.unknown())
});

function isDay(text: string): boolean {
	return parseLocalDate(text) !== undefined;
}

/** The server made and signed it; only what the decision rests on is looked at again. */
function readManifest(text: string): KioskManifest | null {
	try {
		const value: unknown = JSON.parse(text);
		return v.is(shape, value) ? (value as unknown as KioskManifest) : null;
	} catch {
		return null;
	}
}
