/** Seals and opens a board's values, and makes the index that a personal identity number is found by. */
import { createHmac, type KeyObject } from 'node:crypto';
import type { CaseId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import type { PersonalNumber } from '../personal-number.ts';
import type { Sealed, SealedColumn } from '../sealed-columns.ts';
import { deriveKey } from './master-key.ts';
import { openText, readKeyVersion, sealText } from './sealed-text.ts';

export interface FieldCipher {
	/** The text sealed for one row's column; null stays null. */
	seal(column: SealedColumn, rowId: string, text: string): Sealed;
	seal(column: SealedColumn, rowId: string, text: string | null): Sealed | null;
	/**
	 * The text that was sealed there; null stays null. Throws the Problem `cannot-decrypt` when the value is not sealed, was
	 * sealed for another place or with a key that is gone.
	 */
	open(column: SealedColumn, rowId: string, sealed: Sealed): string;
	open(column: SealedColumn, rowId: string, sealed: Sealed | null): string | null;
	/**
	 * What a personal identity number is found by: HMAC-SHA-256 under a key that only this board has, so that two boards'
	 * indexes of one person have nothing in common. Equal numbers have equal indexes; nothing else can be searched for.
	 */
	indexPersonalNumber(number: PersonalNumber): string;
	/**
	 * What stands for a case outside the database: twelve characters of HMAC-SHA-256 under a key that only this board has, and
	 * that it keeps until its keys are changed. Leads nowhere without the key.
	 */
	pseudonymOf(caseId: CaseId): string;
	/** The same under every key that is still in use: while keys are being changed, some indexes are older than others. */
	listIndexes(number: PersonalNumber): readonly string[];
}

/** A board's keys by version; values are sealed with the active one and opened with the one they name. */
export interface TenantKeys {
	readonly boardId: string;
	readonly activeVersion: number;
	readonly keys: ReadonlyMap<number, KeyObject>;
}

/** The cipher over a board's keys. */
export function makeFieldCipher({ boardId, activeVersion, keys }: TenantKeys): FieldCipher {
	const fieldKeys = new Map([...keys].map(([version, key]) => [version, deriveKey(key, 'seal fields')]));
	const sealing = getKey(fieldKeys, activeVersion);
	const indexKeys = new Map(
		[...keys].map(([version, key]) => [version, deriveKey(key, 'index personal numbers')])
	);
	const indexing = getKey(indexKeys, activeVersion);
	const pseudonyms = deriveKey(getKey(keys, activeVersion), 'pseudonyms');
	function seal(column: SealedColumn, rowId: string, text: string): Sealed;
	function seal(column: SealedColumn, rowId: string, text: string | null): Sealed | null;
	function seal(column: SealedColumn, rowId: string, text: string | null): Sealed | null {
		return text === null ? null : sealText(sealing, activeVersion, { boardId, column, rowId }, text);
	}
	function open(column: SealedColumn, rowId: string, sealed: Sealed): string;
	function open(column: SealedColumn, rowId: string, sealed: Sealed | null): string | null;
	function open(column: SealedColumn, rowId: string, sealed: Sealed | null): string | null {
		if (sealed === null) return null;
		const version = readKeyVersion(sealed) ?? 0;
		const key = fieldKeys.get(version);
		const text = key ? openText(key, version, { boardId, column, rowId }, sealed) : null;
		if (text === null) throw new Problem('cannot-decrypt', { column, keyVersion: version });
		return text;
	}
	return {
		seal,
		open,
		pseudonymOf: (caseId) => toPseudonym(pseudonyms, caseId),
		indexPersonalNumber: (number) => indexWith(indexing, number),
		listIndexes: (number) => [...indexKeys.values()].map((key) => indexWith(key, number))
	};
}

/** Crockford's base 32: no letter that can be taken for a digit. Sixty bits: among a million cases no two are alike. */
const crockford = '0123456789abcdefghjkmnpqrstvwxyz';

function toPseudonym(key: KeyObject, caseId: CaseId): string {
	const digest = createHmac('sha256', key).update(caseId).digest();
	return Array.from(digest.subarray(0, 12), (byte) => crockford[byte & 31]).join('');
}

function indexWith(key: KeyObject, number: PersonalNumber): string {
	return createHmac('sha256', key).update(number).digest('base64url');
}

function getKey(keys: ReadonlyMap<number, KeyObject>, version: number): KeyObject {
	const key = keys.get(version);
	if (!key) throw new Problem('cannot-decrypt', { keyVersion: version });
	return key;
}
