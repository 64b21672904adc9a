/** Tokens are stored only as hashes: whoever reads the database cannot open a link. */
import { hash } from 'node:crypto';

/**
 * SHA-256 in hex. No salt and no slow hash: the token has 130 random bits, so there is nothing to guess, and it must be
 * found by an index.
 */
export function hashToken(token: string): string {
	return hash('sha256', token);
}
