import {
	listCasesByCaseNumber,
	listCasesByPersonalNumber,
	listNamedCases,
	type ClientHit
} from '../identity/queries.ts';
import { matchesName } from '../../client-identity.ts';
import type { SearchKey } from '../../recognise-search.ts';
import { countActions } from '#lib/audit/server/queries.ts';
import { parsePersonalNumber } from '#lib/secrecy/personal-number.ts';
import { Problem } from '#lib/shared/problem.ts';
import { read } from '#lib/shared/server/read.ts';
import type { Work } from '#lib/shared/server/work.ts';
import { unreachable } from '#lib/shared/unreachable.ts';

export interface SearchClientInput {
	readonly by: SearchKey;
	readonly text: string;
}

export interface FoundClients {
	readonly hits: readonly Omit<ClientHit, 'personalNumber'>[];
	/** There are more than are shown: write more of the name. */
	readonly isCut: boolean;
}

const hitsShown = 20;
const namesAtATime = 1_000;
/** Enough for a day's work, and far from enough to try all personal identity numbers there are. */
const searchesAnHour = 60;
const hourInMs = 3_600_000;

/**
 * Finds cases by the client's name, personal identity number or the case number. Each search is logged with what kind it
 * was and never with what was written. Refuses a number that is not one (`invalid-input`) and the sixty-first search within
 * an hour (`too-many-searches`).
 */
export const searchClient = read({
	name: 'searchClient',
	permission: 'case:read',
	inCase: 'in-query',
	audit: 'always',
	subject: ({ by }: SearchClientInput) => ({ type: 'case-list', id: null, reason: by }),
	async run(work, { by, text }): Promise<FoundClients> {
		await refuseTooMany(work);
		const found = await listHits(work, by, text.trim());
		const hits = found.slice(0, hitsShown).map(({ personalNumber: _number, ...hit }) => hit);
		return { hits, isCut: found.length > hitsShown };
	}
});

async function refuseTooMany(work: Work): Promise<void> {
	const since = new Date(work.now.getTime() - hourInMs);
	const count = await countActions(work, searchClient.name, since);
	if (count >= searchesAnHour) throw new Problem('too-many-searches');
}

async function listHits(work: Work, by: SearchKey, text: string): Promise<readonly ClientHit[]> {
	switch (by) {
		case 'case-number':
			return listCasesByCaseNumber(work, text);
		case 'personal-number': {
			const number = parsePersonalNumber(text, work.today);
			if (!number.ok) throw new Problem('invalid-input', { field: 'text' });
			return listCasesByPersonalNumber(work, number.value);
		}
		case 'name':
			return listByName(work, text);
		default:
			return unreachable(by);
	}
}

/** Opens the names a thousand at a time until there are more hits than are shown. */
async function listByName(work: Work, text: string): Promise<readonly ClientHit[]> {
	const hits: ClientHit[] = [];
	let last: ClientHit | undefined;
	do {
		const cases = await listNamedCases(work, last?.caseId ?? null, namesAtATime);
		hits.push(...cases.filter(({ name }) => name !== null && matchesName(name, text)));
		last = cases.length === namesAtATime ? cases.at(-1) : undefined;
	} while (last && hits.length <= hitsShown);
	return hits;
}
