import type { ClientIdentity } from '#lib/cases/client-identity.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatPersonalNumber, isCoordinationNumber } from '#lib/secrecy/personal-number.ts';

interface Fact {
	readonly term: string;
	readonly value: string;
}

/** What is stored of who a client is, with its name in words; empty when nothing is. */
export function toIdentityFacts({ name, personalNumber }: ClientIdentity): Fact[] {
	const facts: Fact[] = [];
	if (name !== null) facts.push({ term: m.identity_name(), value: name });
	if (personalNumber !== null) {
		const term = isCoordinationNumber(personalNumber)
			? m.identity_coordination_number()
			: m.identity_personal_number();
		facts.push({ term, value: formatPersonalNumber(personalNumber) });
	}
	return facts;
}
