import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { openBackup, sealBackup } from './backup-cipher.ts';
import { toRefusalKind } from './refusals.ts';

const passphrase = 'påhittad lösenfras för test';
const chunk = 65_536;

async function* from(...parts: readonly Buffer[]): AsyncGenerator<Buffer, void> {
	for (const part of parts) yield part;
}

async function collect(source: AsyncIterable<Buffer>): Promise<Buffer> {
	const parts: Buffer[] = [];
	for await (const part of source) parts.push(part);
	return Buffer.concat(parts);
}

const seal = (plain: Buffer): Promise<Buffer> =>
	collect(sealBackup(from(plain), passphrase, { N: 1_024, r: 8, p: 1 }));
const open = (sealed: Buffer, words = passphrase): Promise<Buffer> =>
	collect(openBackup(from(sealed), words));

async function refusal(sealed: Buffer, words = passphrase): Promise<string> {
	return open(sealed, words).then(
		() => 'opened',
		(error: unknown) => toRefusalKind(error) ?? String(error)
	);
}

/** Three whole chunks and a bit. */
const plain = Buffer.concat([randomBytes(3 * chunk), Buffer.from('slutet')]);
let sealed: Buffer;
let start: number;
beforeAll(async () => {
	sealed = await seal(plain);
	start = sealed.indexOf(0x0a, sealed.indexOf(0x0a) + 1) + 1;
});

describe('a sealed backup', () => {
	it.each([0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk])('opens to the same %i bytes', async (length) => {
		const bytes = randomBytes(length);
		expect((await open(await seal(bytes))).equals(bytes)).toBe(true);
	});

	it('opens however the bytes arrive', async () => {
		const parts: Buffer[] = [];
		for (let at = 0; at < sealed.length; at += 1_000) parts.push(sealed.subarray(at, at + 1_000));
		expect((await collect(openBackup(from(...parts), passphrase))).equals(plain)).toBe(true);
	});

	it('does not open with another passphrase', async () => {
		expect(await refusal(sealed, 'en annan lösenfras')).toBe('wrong-passphrase');
		expect(await refusal(sealed, '')).toBe('wrong-passphrase');
	});

	it('is refused wherever it is cut off, also between two chunks', async () => {
		const whole = chunk + 16;
		const ends = [start, start + 1, start + whole, start + 2 * whole, start + 3 * whole, sealed.length - 1];
		for (const end of ends) expect(await refusal(sealed.subarray(0, end))).toBe('damaged');
		for (const end of [0, 5, 18, 60]) expect(await refusal(sealed.subarray(0, end))).toBe('not-a-backup');
	});

	it('is refused with anything added, taken out or moved', async () => {
		const whole = chunk + 16;
		const first = sealed.subarray(start, start + whole);
		const second = sealed.subarray(start + whole, start + 2 * whole);
		const header = sealed.subarray(0, start);
		const rest = sealed.subarray(start + 2 * whole);
		const made = [
			Buffer.concat([sealed, Buffer.from('x')]),
			Buffer.concat([sealed, sealed.subarray(start)]),
			Buffer.concat([header, second, first, rest]),
			Buffer.concat([header, first, rest])
		];
		for (const bytes of made) expect(await refusal(bytes)).toBe('damaged');
	});

	it('is refused with a single byte changed', async () => {
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: start, max: sealed.length - 1 }), async (at) => {
				const changed = Buffer.from(sealed);
				changed[at] = (changed[at] ?? 0) ^ 1;
				expect(await refusal(changed)).toBe('damaged');
			}),
			{ numRuns: 30 }
		);
	});

	it('does not let its header be changed', async () => {
		const other = sealed.toString('latin1').replace('"p":1', '"p":2');
		expect(await refusal(Buffer.from(other, 'latin1'))).toBe('wrong-passphrase');
		const costly = sealed.toString('latin1').replace('"N":1024', '"N":99999999999');
		expect(await refusal(Buffer.from(costly, 'latin1'))).toBe('not-a-backup');
	});

	it('shows nothing of what is in it', async () => {
		const text = await seal(Buffer.from('kanariefågel '.repeat(20_000)));
		expect(text.includes('kanarief')).toBe(false);
	});
});

describe('another file', () => {
	it.each(['', 'hej', 'genklang-backup-1\n{}\n', 'genklang-backup-2\n', 'x'.repeat(10_000)])(
		'is not a backup: %o',
		async (text) => {
			expect(await refusal(Buffer.from(text))).toBe('not-a-backup');
		}
	);
});
