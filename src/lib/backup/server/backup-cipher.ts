/**
 * The outside of a backup file: a line that says what it is, a line of JSON with how the passphrase becomes a key, and
 * then chunks of 64 KiB sealed with AES-256-GCM. Each chunk's nonce holds its number and whether it is the last (the
 * STREAM construction: Hoang, Reyhanitabar, Rogaway, Vizár, CRYPTO 2015), so that nothing can be cut off, moved or added.
 */
import {
	createCipheriv,
	createDecipheriv,
	createHmac,
	randomBytes,
	scrypt,
	timingSafeEqual
} from 'node:crypto';
import * as v from 'valibot';
import { makeRefusal } from './refusals.ts';

const firstLine = 'genklang-backup-1\n';
const chunkBytes = 65_536;
const tagBytes = 16;
const prefixBytes = 7;
const longestHeader = 4_096;

/** OWASP Password Storage Cheat Sheet: scrypt with N = 2^17, r = 8, p = 1 takes 128 MiB and some tenths of a second. */
const fullCost: ScryptCost = { N: 131_072, r: 8, p: 1 };

export interface ScryptCost {
	readonly N: number;
	readonly r: number;
	readonly p: number;
}

/** Bounds, so that a made-up file cannot have all memory taken. */
const headerSchema = v.object({
	salt: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22,86}$/)),
	noncePrefix: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{10}$/)),
	N: v.pipe(v.number(), v.integer(), v.minValue(1_024), v.maxValue(262_144)),
	r: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(8)),
	p: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4)),
	check: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/))
});
type Header = v.InferOutput<typeof headerSchema>;

interface Keys {
	readonly sealing: Buffer;
	readonly checking: Buffer;
}

/** The plain bytes, sealed with a key made of the passphrase; ends with a chunk that says it is the last. */
export async function* sealBackup(
	source: AsyncIterable<Buffer>,
	passphrase: string,
	cost = fullCost
): AsyncGenerator<Buffer, void> {
	const salt = randomBytes(32).toString('base64url');
	const noncePrefix = randomBytes(prefixBytes).toString('base64url');
	const settings = { salt, noncePrefix, ...cost };
	const keys = await deriveKeys(passphrase, settings);
	const header = { ...settings, check: checkOf(keys, settings) };
	const start = Buffer.from(`${firstLine}${JSON.stringify(header)}\n`);
	yield start;
	let number = 0;
	for await (const { chunk, isLast } of cut(source, chunkBytes)) {
		const nonce = toNonce(noncePrefix, number, isLast);
		const cipher = createCipheriv('aes-256-gcm', keys.sealing, nonce, { authTagLength: tagBytes });
		cipher.setAAD(start);
		yield Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
		number += 1;
	}
}

/** The bytes that were sealed. Throws a refusal when the file is something else, the passphrase another one, or it is not whole. */
export async function* openBackup(
	source: AsyncIterable<Buffer>,
	passphrase: string
): AsyncGenerator<Buffer, void> {
	const { start, header, rest } = await readHeader(source);
	const keys = await deriveKeys(passphrase, header);
	const expected = Buffer.from(checkOf(keys, header));
	if (!timingSafeEqual(expected, Buffer.from(header.check))) throw makeRefusal('wrong-passphrase');
	let number = 0;
	for await (const { chunk, isLast } of cut(rest, chunkBytes + tagBytes)) {
		if (chunk.length < tagBytes) throw makeRefusal('damaged');
		const nonce = toNonce(header.noncePrefix, number, isLast);
		const decipher = createDecipheriv('aes-256-gcm', keys.sealing, nonce, { authTagLength: tagBytes });
		decipher.setAAD(start);
		decipher.setAuthTag(chunk.subarray(-tagBytes));
		try {
			yield Buffer.concat([decipher.update(chunk.subarray(0, -tagBytes)), decipher.final()]);
		} catch {
			throw makeRefusal('damaged');
		}
		number += 1;
	}
}

/** Pieces of exactly the size, and one last that is as long or shorter: there always is a last one, if an empty one. */
async function* cut(
	source: AsyncIterable<Buffer>,
	size: number
): AsyncGenerator<{ readonly chunk: Buffer; readonly isLast: boolean }, void> {
	let waiting = Buffer.alloc(0);
	for await (const part of source) {
		waiting = Buffer.concat([waiting, part]);
		let at = 0;
		for (; waiting.length - at > size; at += size) {
			yield { chunk: waiting.subarray(at, at + size), isLast: false };
		}
		waiting = waiting.subarray(at);
	}
	yield { chunk: waiting, isLast: true };
}

async function readHeader(source: AsyncIterable<Buffer>): Promise<{
	readonly start: Buffer;
	readonly header: Header;
	readonly rest: AsyncIterable<Buffer>;
}> {
	const parts = source[Symbol.asyncIterator]();
	let read = Buffer.alloc(0);
	let end = -1;
	while (end < 0 && read.length < longestHeader) {
		const part = await parts.next();
		if (part.done) break;
		read = Buffer.concat([read, part.value]);
		end = read.indexOf(0x0a, firstLine.length);
	}
	if (end < 0 || !read.subarray(0, firstLine.length).equals(Buffer.from(firstLine))) {
		throw makeRefusal('not-a-backup');
	}
	const header = parseHeader(read.subarray(firstLine.length, end).toString('utf8'));
	const first = read.subarray(end + 1);
	async function* rest(): AsyncGenerator<Buffer, void> {
		yield first;
		for (let part = await parts.next(); !part.done; part = await parts.next()) yield part.value;
	}
	return { start: read.subarray(0, end + 1), header, rest: rest() };
}

function parseHeader(text: string): Header {
	try {
		return v.parse(headerSchema, JSON.parse(text));
	} catch {
		throw makeRefusal('not-a-backup');
	}
}

async function deriveKeys(passphrase: string, { salt, N, r, p }: Omit<Header, 'check'>): Promise<Keys> {
	const options = { N, r, p, maxmem: 256 * N * r };
	const bytes = await new Promise<Buffer>((resolve, reject) => {
		scrypt(passphrase.normalize('NFC'), Buffer.from(salt, 'base64url'), 64, options, (error, key) =>
			error ? reject(error) : resolve(key)
		);
	});
	return { sealing: bytes.subarray(0, 32), checking: bytes.subarray(32) };
}

/** Tells a wrong passphrase from a damaged file, and covers the header. */
function checkOf({ checking }: Keys, { salt, noncePrefix, N, r, p }: Omit<Header, 'check'>): string {
	return createHmac('sha256', checking)
		.update(JSON.stringify([salt, noncePrefix, N, r, p]))
		.digest('base64url');
}

function toNonce(prefix: string, number: number, isLast: boolean): Buffer {
	const nonce = Buffer.alloc(12);
	Buffer.from(prefix, 'base64url').copy(nonce);
	nonce.writeUInt32BE(number, prefixBytes);
	nonce[11] = isLast ? 1 : 0;
	return nonce;
}
