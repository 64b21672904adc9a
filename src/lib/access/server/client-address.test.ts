import { describe, expect, it } from 'vitest';
import { clientAddress, parseProxies, toNetwork } from './client-address.ts';

const none = parseProxies('')!;
const proxies = parseProxies('10.0.0.5, 192.168.0.0/16, fd00::/8')!;

describe('clientAddress', () => {
	it.each([
		['203.0.113.7', null, '203.0.113.7'],
		['203.0.113.7', '198.51.100.1', '203.0.113.7'],
		['::ffff:203.0.113.7', null, '203.0.113.7']
	])('without proxies is the peer: %s, %s', (peer, forwarded, expected) => {
		expect(clientAddress(peer, forwarded, none)).toBe(expected);
	});

	it.each([
		['10.0.0.5', '198.51.100.1', '198.51.100.1'],
		['::ffff:10.0.0.5', '198.51.100.1', '198.51.100.1'],
		['10.0.0.5', '1.2.3.4, 198.51.100.1', '198.51.100.1'],
		['10.0.0.5', '1.2.3.4, 198.51.100.1, 192.168.3.4', '198.51.100.1'],
		['fd00::1', '2001:db8::7', '2001:db8::7'],
		['10.0.0.5', null, '10.0.0.5'],
		['10.0.0.5', 'unknown', '10.0.0.5'],
		['10.0.0.5', '1.2.3.4, junk', '10.0.0.5'],
		['10.0.0.6', '1.2.3.4', '10.0.0.6']
	])('behind proxies from %s with %s is %s', (peer, forwarded, expected) => {
		expect(clientAddress(peer, forwarded, proxies)).toBe(expected);
	});
});

describe('parseProxies', () => {
	it.each(['all', '10.0.0.0/33', '10.0.0.0/8/8', '10.0.0', 'fd00::/129', '10.0.0.0/-1'])(
		'refuses %s',
		(text) => {
			expect(parseProxies(text)).toBeNull();
		}
	);
});

describe('toNetwork', () => {
	it.each([
		['203.0.113.7', '203.0.113.7'],
		['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
		['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
		['2001:0db8::1', '2001:db8:0:0::/64'],
		['::1', '0:0:0:0::/64']
	])('counts %s as %s', (address, network) => {
		expect(toNetwork(address)).toBe(network);
	});
});
