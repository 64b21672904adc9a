/** Who we are to a passkey: the host of the one public address, whatever a request says. */
import { isIP } from 'node:net';

export interface RelyingParty {
	readonly id: string;
	readonly origin: string;
}

/** Null where passkeys cannot work: they belong to a name, and an address in numbers is none (WebAuthn 3 §5.1.2). */
export function toRelyingParty(publicUrl: string): RelyingParty | null {
	const { hostname, origin } = new URL(publicUrl);
	return isIP(hostname.replaceAll(/[[\]]/g, '')) === 0 ? { id: hostname, origin } : null;
}
