/**
 * What a tablet keeps in its browser: what it is to ask, and answers that are sealed and not yet sent. Nothing that can be
 * read by whoever has the tablet, no time, and keys that say nothing about the order.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Known, SignedManifest } from '../signed-manifest.ts';

/** What the tablet verifies with, since when and by what; and which tablet it is and the newest it has had. */
export interface PinnedKey extends Known {
	readonly verifyKey: string;
	readonly pinnedOn: string;
	/** `first-contact`: paired before anything was signed, and taken from the server the first time after that. */
	readonly by: 'pairing' | 'first-contact';
}

export interface KioskState {
	/** As it came, so that it can be verified again; not in what was kept before anything was signed. */
	readonly signed?: SignedManifest;
	readonly pinned?: PinnedKey;
	/** The key of a pairing after which the server has not been reached yet. */
	readonly pairedWith?: string;
	/** The day it last reached the server. */
	readonly reachedOn?: string;
}

interface Schema extends DBSchema {
	/** Sealed answers by a random key. */
	queue: { key: string; value: string };
	/** Those the server could not take: kept, so that nothing is lost without somebody deciding so. */
	refused: { key: string; value: string };
	about: { key: 'state'; value: KioskState };
	attempts: { key: 'pin'; value: { readonly failures: number; readonly waitUntil: number } };
}

export type KioskDatabase = IDBPDatabase<Schema>;

export interface Queued {
	readonly key: string;
	readonly sealed: string;
}

/** The board's own place in the browser. */
export function openKioskStore(boardCode: string): Promise<KioskDatabase> {
	return openDB<Schema>(`genklang-kiosk-${boardCode}`, 1, {
		upgrade(database) {
			database.createObjectStore('queue');
			database.createObjectStore('refused');
			database.createObjectStore('about');
			database.createObjectStore('attempts');
		}
	});
}

/** Puts a sealed answer last in no order. Done when it is kept. */
export async function addToQueue(store: KioskDatabase, sealed: string): Promise<void> {
	const transaction = store.transaction('queue', 'readwrite', { durability: 'strict' });
	await transaction.store.add(sealed, crypto.randomUUID());
	await transaction.done;
}

/** Everything that waits to be sent. */
export async function listQueue(store: KioskDatabase): Promise<Queued[]> {
	const transaction = store.transaction('queue');
	const [keys, values] = await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()]);
	await transaction.done;
	return keys.map((key, index) => ({ key, sealed: values[index] ?? '' }));
}

/** Takes away what the server has stored, and moves aside what it can never take. */
export async function settleQueue(
	store: KioskDatabase,
	stored: readonly string[],
	refused: readonly Queued[]
): Promise<void> {
	const transaction = store.transaction(['queue', 'refused'], 'readwrite', { durability: 'strict' });
	const queue = transaction.objectStore('queue');
	for (const key of stored) await queue.delete(key);
	for (const { key, sealed } of refused) {
		await transaction.objectStore('refused').put(sealed, key);
		await queue.delete(key);
	}
	await transaction.done;
}

export interface Waiting {
	readonly waiting: number;
	readonly refused: number;
}

/** How many answers wait, and how many the server could not take. */
export async function countQueue(store: KioskDatabase): Promise<Waiting> {
	return { waiting: await store.count('queue'), refused: await store.count('refused') };
}
