/**
 * Passwords as slow hashes: scrypt, N = 2^15, r = 8, p = 3 (32 MiB), one of the equal choices of the OWASP Password
 * Storage Cheat Sheet. Not argon2id: Node has that only from 24.7, and the program runs on older ones too. The
 * parameters stand in the hash, so that they can be raised.
 */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

export interface PasswordCost {
	readonly logN: number;
	readonly r: number;
	readonly p: number;
}

/** What guessing one password costs. */
export const passwordCost: PasswordCost = { logN: 15, r: 8, p: 3 };
const hashBytes = 32;
const form = /^scrypt\$(\d{1,2})\$(\d{1,2})\$(\d{1,2})\$([A-Za-z0-9_-]+)\$([A-Za-z0-9_-]+)$/;

/** The password's hash, with a new salt. */
export async function hashPassword(password: string, cost = passwordCost): Promise<string> {
	const salt = randomBytes(16);
	const hash = await inTurn(() => derive(password, salt, cost));
	return `scrypt$${cost.logN}$${cost.r}$${cost.p}$${salt.toString('base64url')}$${hash.toString('base64url')}`;
}

/** Whether the hash is the password's. Something else than a hash is nobody's password. */
export async function isPassword(password: string, stored: string): Promise<boolean> {
	const match = form.exec(stored);
	if (!match) return false;
	const [, logN, r, p, salt = '', hash = ''] = match;
	const expected = Buffer.from(hash, 'base64url');
	const given = await inTurn(() =>
		derive(password, Buffer.from(salt, 'base64url'), { logN: Number(logN), r: Number(r), p: Number(p) })
	);
	return given.length === expected.length && timingSafeEqual(given, expected);
}

/** The same letters are the same password whichever keyboard wrote them (NIST SP 800-63B-4 §3.1.1.2). */
function derive(password: string, salt: Buffer, { logN, r, p }: PasswordCost): Promise<Buffer> {
	const options = { N: 2 ** logN, r, p, maxmem: 256 * 2 ** logN * r };
	return new Promise((resolve, reject) => {
		scrypt(password.normalize('NFKC'), salt, hashBytes, options, (error, key) =>
			error ? reject(error) : resolve(key)
		);
	});
}

/** Two at a time: a burst of attempts must not take all the memory, nor the threads that files are read with. */
const atOnce = 2;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
	if (running < atOnce) running += 1;
	else await new Promise<void>((resolve) => waiting.push(resolve));
	try {
		return await work();
	} finally {
		// The place is handed over to whoever has waited longest.
		const next = waiting.shift();
		if (next) next();
		else running -= 1;
	}
}
