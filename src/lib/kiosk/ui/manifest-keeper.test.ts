/** The tablet's own code over the same kind of database as in a browser, with what the server's code has signed. */
import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { KioskManifest } from '../kiosk-manifest.ts';
import { makeSigningKeys, signManifest } from '../server/signing-keys.ts';
import type { SignedManifest } from '../signed-manifest.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import {
	addToQueue,
	countQueue,
	openKioskStore,
	type KioskDatabase,
	type KioskState
} from './kiosk-store.ts';
import { keepSent, notePairing, readKept } from './manifest-keeper.ts';

const keys = makeSigningKeys();
const strangers = makeSigningKeys();
const today = '2026-03-02' as LocalDate;
const openStore = () => openKioskStore(randomUUID());

function manifestOf(given: Partial<KioskManifest> = {}): KioskManifest {
	const about = { kioskId: 'k', kioskName: 'Väntrummet', boardName: 'Nämnden å ä ö', publicKey: 'p' };
	const days = { issuedOn: today, revision: 1, validUntil: '2026-03-16' };
	return { ...about, ...days, pin: {}, surveys: [], ...given } as unknown as KioskManifest;
}

const signed = (given: Partial<KioskManifest> = {}, by = keys) =>
	signManifest(manifestOf(given), by.signingKey);
const said = (sent: SignedManifest, by = keys) => ({ ...sent, verifyKey: by.verifyKey });

async function pairedStore(): Promise<KioskDatabase> {
	const store = await openStore();
	await notePairing(store, keys.verifyKey);
	await keepSent(store, said(signed({ revision: 5 })), today);
	return store;
}

const stateOf = async (store: KioskDatabase): Promise<KioskState> =>
	(await store.get('about', 'state')) as KioskState;

describe('a tablet that has been paired', () => {
	it('keeps what its key has signed, and reads it again', async () => {
		const store = await pairedStore();
		expect(await readKept(store)).toEqual({ ok: true, value: manifestOf({ revision: 5 }) });
		const { pinned, pairedWith } = await stateOf(store);
		expect(pinned).toMatchObject({ verifyKey: keys.verifyKey, by: 'pairing', pinnedOn: today });
		expect(pairedWith).toBeUndefined();
	});

	it.each([
		['without a signature', 'unsigned', manifestOf({ revision: 6 })],
		['that is nothing', 'unsigned', null],
		['signed by somebody else, who says so', 'altered', said(signed({ revision: 6 }, strangers), strangers)],
		[
			'with one sign changed',
			'altered',
			{ ...signed({ revision: 6 }), text: signed({ revision: 6 }).text.replace('Väntrummet', 'Vantrummet') }
		],
		['for another tablet', 'other-tablet', said(signed({ kioskId: 'l' as never, revision: 6 }))],
		['that is older', 'older', said(signed({ revision: 4 }))],
		['that is from days ago', 'older', said(signed({ issuedOn: '2026-02-27' as LocalDate, revision: 9 }))],
		['that has run out', 'expired', said(signed({ revision: 6, validUntil: '2026-03-01' as LocalDate }))]
	])('keeps what it has when it is sent something %s', async (_, problem, sent) => {
		const store = await pairedStore();
		await addToQueue(store, 'sealed');
		const before = await stateOf(store);
		expect(await keepSent(store, sent, today)).toEqual({ ok: false, problem });
		expect(await stateOf(store)).toEqual(before);
		expect(await countQueue(store)).toEqual({ waiting: 1, refused: 0 });
		expect((await readKept(store))?.ok).toBe(true);
	});

	it.each([
		['changed', 'altered', { signed: { ...signed({ revision: 5 }), text: signed({ revision: 6 }).text } }],
		['put there without a signature', 'unsigned', { signed: undefined }],
		['an older one', 'older', { signed: signed({ revision: 4 }) }]
	])('does not ask from what it has kept when that is %s', async (_, problem, change) => {
		const store = await pairedStore();
		await store.put('about', { ...(await stateOf(store)), ...change } as KioskState, 'state');
		expect(await readKept(store)).toEqual({ ok: false, problem });
	});

	it('takes the key of a new pairing once the server has signed with it, also after a visit without a network', async () => {
		const store = await pairedStore();
		await notePairing(store, strangers.verifyKey);
		expect((await readKept(store))?.ok, 'what it had goes on').toBe(true);
		const sent = said(signed({ revision: 1, kioskId: 'l' as never }, strangers), strangers);
		expect((await keepSent(store, sent, today)).ok).toBe(true);
		expect((await stateOf(store)).pinned).toMatchObject({ verifyKey: strangers.verifyKey, kioskId: 'l' });
	});

	it('is not led astray by an address with a key that the server has not signed with', async () => {
		const store = await pairedStore();
		await notePairing(store, strangers.verifyKey);
		expect((await keepSent(store, said(signed({ revision: 6 })), today)).ok).toBe(true);
		expect((await stateOf(store)).pinned).toMatchObject({ verifyKey: keys.verifyKey });
	});
});

describe('a tablet that was paired before anything was signed', () => {
	it('learns its key once, at its first contact, and says so; what waits on it stays', async () => {
		const store = await openStore();
		await store.put('about', { manifest: manifestOf(), reachedOn: today } as KioskState, 'state');
		await addToQueue(store, 'sealed');
		expect(await readKept(store)).toEqual({ ok: false, problem: 'unsigned' });
		expect((await keepSent(store, said(signed()), today)).ok).toBe(true);
		expect((await stateOf(store)).pinned).toMatchObject({ by: 'first-contact', pinnedOn: today });
		const second = said(signed({ revision: 2 }, strangers), strangers);
		expect(await keepSent(store, second, today)).toEqual({ ok: false, problem: 'altered' });
		expect(await countQueue(store)).toEqual({ waiting: 1, refused: 0 });
	});
});
