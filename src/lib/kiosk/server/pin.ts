/** The code that leads out of the questions, kept so that the tablet can check it without a network. */
import { pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';

/** OWASP Password Storage Cheat Sheet (2023): PBKDF2-HMAC-SHA256. The tablet does the same once, when somebody leaves. */
export const pinIterations = 600_000;

export interface HashedPin {
	readonly pinSalt: string;
	readonly pinHash: string;
}

/** The digits as they are stored, base64url. */
export async function hashPin(pin: string): Promise<HashedPin> {
	const salt = randomBytes(16);
	const hash = await promisify(pbkdf2)(pin, salt, pinIterations, 32, 'sha256');
	return { pinSalt: salt.toString('base64url'), pinHash: hash.toString('base64url') };
}
