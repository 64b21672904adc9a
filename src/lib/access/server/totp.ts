/** Codes of an authenticator app: RFC 6238 with HMAC-SHA-1, six digits, thirty seconds, as every such app has them. */
import { createHmac, timingSafeEqual } from 'node:crypto';

const secondsPerStep = 30;
const digits = 6;
/** RFC 4648 §6. */
const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The time step a moment falls in. */
export function toStep(moment: Date): number {
	return Math.floor(moment.getTime() / 1000 / secondsPerStep);
}

/** The code of a time step: RFC 4226 §5.3. */
export function codeAt(secret: Buffer, step: number): string {
	const counter = Buffer.alloc(8);
	counter.writeBigUInt64BE(BigInt(step));
	const hash = createHmac('sha1', secret).update(counter).digest();
	const offset = (hash.at(-1) ?? 0) & 0x0f;
	const number = hash.readUInt32BE(offset) & 0x7f_ff_ff_ff;
	return String(number % 10 ** digits).padStart(digits, '0');
}

/** The step whose code it is, among the one that is and its two neighbours (RFC 6238 §5.2), or null. */
export function findStep(secret: Buffer, code: string, now: Date): number | null {
	if (!/^\d{6}$/.test(code)) return null;
	const given = Buffer.from(code);
	const step = toStep(now);
	const matching = [step, step - 1, step + 1].filter((candidate) =>
		timingSafeEqual(Buffer.from(codeAt(secret, candidate)), given)
	);
	return matching[0] ?? null;
}

/** The secret as apps take it when it is typed in. */
export function toBase32(secret: Buffer): string {
	const bits = [...secret].map((byte) => byte.toString(2).padStart(8, '0')).join('');
	return (bits.match(/.{1,5}/g) ?? []).map((five) => base32[parseInt(five.padEnd(5, '0'), 2)]).join('');
}

/** The address that an app reads from the square pattern (the Key Uri Format that apps share). */
export function toKeyUri(secret: Buffer, account: string): string {
	const label = `Genklang:${encodeURIComponent(account)}`;
	return `otpauth://totp/${label}?secret=${toBase32(secret)}&issuer=Genklang&algorithm=SHA1&digits=6&period=30`;
}
