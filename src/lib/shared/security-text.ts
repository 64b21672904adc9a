/** How long a security.txt may be believed; RFC 9116, 2.5.5, recommends less than a year. */
const daysValid = 180;
const dayInMs = 86_400_000;

/**
 * The text holds from `now`, which is when the server was started: whoever starts it vouches for the address, and a server
 * that nobody has touched for half a year says that its text is old.
 *
 * `/.well-known/security.txt` (RFC 9116): whom to tell about a vulnerability in this installation. `contact` is an
 * address that begins with `mailto:`, `tel:` or `https:`.
 */
export function toSecurityText(contact: string, publicUrl: string, now: Date): string {
	const today = Math.floor(now.getTime() / dayInMs) * dayInMs;
	const lines = [
		`Contact: ${contact}`,
		`Expires: ${new Date(today + daysValid * dayInMs).toISOString().replace('.000Z', 'Z')}`,
		'Preferred-Languages: sv, en',
		// RFC 9116, 2.5.2: an address on the web begins with https. The demo's does not.
		...(publicUrl.startsWith('https:') ? [`Canonical: ${publicUrl}/.well-known/security.txt`] : [])
	];
	return `${lines.join('\n')}\n`;
}
