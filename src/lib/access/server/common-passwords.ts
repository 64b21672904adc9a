/** Passwords that have leaked and that everybody tries: none of them may be chosen (ASVS 5.0 6.2.4, 6.2.12). */
import { brotliDecompressSync } from 'node:zlib';
import { commonPasswordsData } from './common-passwords-data.ts';

let opened: ReadonlySet<string> | undefined;

/** In lower case. Opened the first time somebody chooses a password; kept from then on, about a megabyte. */
export function commonPasswords(): ReadonlySet<string> {
	opened ??= new Set(
		brotliDecompressSync(Buffer.from(commonPasswordsData, 'base64')).toString('utf8').split('\n')
	);
	return opened;
}
