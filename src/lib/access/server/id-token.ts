/** Reads the payload of an id token whose signature, issuer, audience and nonce Better Auth has just verified. */
export function decodeIdToken(idToken: string | undefined): unknown {
	const payload = idToken?.split('.')[1];
	if (!payload) return null;
	try {
		return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as unknown;
	} catch {
		return null;
	}
}
