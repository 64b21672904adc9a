import { expect, it } from 'vitest';
import { toSecurityText } from './security-text.ts';

it('says whom to tell, and until when it can be believed', () => {
	const text = toSecurityText(
		'mailto:sakerhet@exempelby.example',
		'https://genklang.exempelby.example',
		new Date('2026-11-23T12:34:56Z')
	);
	expect(text).toBe(
		`Contact: mailto:sakerhet@exempelby.example
Expires: 2027-05-22T00:00:00Z
Preferred-Languages: sv, en
Canonical: https://genklang.exempelby.example/.well-known/security.txt
`
	);
});

it('names no address of its own that is not https', () => {
	const text = toSecurityText('tel:+46-8-000', 'http://127.0.0.1:3000', new Date('2026-11-23T00:00:00Z'));
	expect(text).not.toContain('Canonical');
	expect(text).toContain('Expires: 2027-05-22T00:00:00Z\n');
});
