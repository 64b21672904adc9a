/** Which network address a request comes from, when proxies may stand between. */
import { BlockList, isIP } from 'node:net';

/** The proxies that are believed. Refuses what is neither an address nor a network such as `10.0.0.0/8`, with null. */
export function parseProxies(text: string): BlockList | null {
	const list = new BlockList();
	for (const entry of text.split(',').map((part) => part.trim())) {
		if (entry === '') continue;
		const [address = '', prefix, ...rest] = entry.split('/');
		const family = isIP(address);
		if (family === 0 || rest.length > 0) return null;
		const kind = family === 6 ? 'ipv6' : 'ipv4';
		if (prefix === undefined) list.addAddress(address, kind);
		else if (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 6 ? 128 : 32)) {
			list.addSubnet(address, Number(prefix), kind);
		} else return null;
	}
	return list;
}

/**
 * The address nearest to us that is not one of our own proxies. X-Forwarded-For is read from the end and only as far as
 * each address is a believed proxy: what a visitor writes there themselves is never believed.
 */
export function clientAddress(peer: string, forwardedFor: string | null, proxies: BlockList): string {
	let address = normalise(peer);
	const hops = (forwardedFor ?? '').split(',').map((hop) => hop.trim());
	while (isTrusted(address, proxies) && hops.length > 0) {
		const hop = normalise(hops.pop() ?? '');
		if (isIP(hop) === 0) break;
		address = hop;
	}
	return address;
}

/** An IPv4 address is the same written as IPv6. */
function normalise(address: string): string {
	return address.replace(/^::ffff:(?=\d+\.)/i, '');
}

function isTrusted(address: string, proxies: BlockList): boolean {
	const family = isIP(address);
	return family !== 0 && proxies.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/** What is counted as one place: an IPv4 address, or the /64 that one subscriber has of IPv6. */
export function toNetwork(address: string): string {
	if (isIP(address) !== 6) return address;
	const [head = '', tail = ''] = address.toLowerCase().split('::');
	const groups = head === '' ? [] : head.split(':');
	const end = tail === '' ? [] : tail.split(':');
	const zeros = address.includes('::')
		? Array<string>(Math.max(0, 8 - groups.length - end.length)).fill('0')
		: [];
	return `${[...groups, ...zeros, ...end]
		.slice(0, 4)
		.map((group) => group.replace(/^0+(?=.)/, ''))
		.join(':')}::/64`;
}
