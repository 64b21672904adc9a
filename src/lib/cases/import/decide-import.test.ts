import { describe, expect, it } from 'vitest';
import type { PersonalNumber } from '#lib/secrecy/personal-number.ts';
import type { CaseId, ClientId, InterventionId, ProviderId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { decideImport, type KnownRecords } from './decide-import.ts';
import type { ImportRow } from './read-rows.ts';

const day = (text: string) => text as LocalDate;
const provider = 'p1' as ProviderId;
const number = '196408233234' as PersonalNumber;
const nothing: KnownRecords = {
	clients: new Map(),
	numberOwners: new Map(),
	cases: new Map(),
	providers: new Map([['mottagningen', provider]])
};
const samtal = {
	name: 'Samtal',
	provider: 'Mottagningen',
	decidedOn: null,
	startedOn: day('2026-01-10'),
	endedOn: null
};
/** A made-up row. */
const row = (given: Partial<ImportRow> = {}): ImportRow => ({
	row: 2,
	caseNumber: 'Ä-1',
	clientNumber: 'K-1',
	name: null,
	personalNumber: null,
	sex: 'female',
	birthYear: 1984,
	concern: null,
	openedOn: day('2026-01-02'),
	closedOn: null,
	intervention: null,
	...given
});
const client = {
	id: 'c1' as ClientId,
	clientNumber: 'K-1',
	sex: 'female' as const,
	birthYear: null,
	personalNumber: null
};
const knownCase = {
	id: 'case1' as CaseId,
	clientNumber: 'K-1',
	isClosed: false,
	interventions: [
		{
			id: 'i1' as InterventionId,
			name: 'Samtal',
			providerId: provider,
			startedOn: day('2026-01-10'),
			endedOn: null
		}
	]
};
const withCase = (given: Partial<typeof knownCase> = {}): KnownRecords => ({
	...nothing,
	clients: new Map([['K-1', client]]),
	cases: new Map([['Ä-1', { ...knownCase, ...given }]])
});

describe('importing cases', () => {
	it('opens one case for the rows of its interventions, and each client once', () => {
		const rows = [
			row({ intervention: samtal }),
			row({ row: 3, intervention: { ...samtal, name: 'Boendestöd' } }),
			row({ row: 4, caseNumber: 'Ä-2' })
		];
		const { plan, problems } = decideImport(rows, nothing);
		expect(problems).toEqual([]);
		expect(plan.clients).toHaveLength(1);
		expect(plan.newCases.map(({ caseNumber, interventions }) => [caseNumber, interventions.length])).toEqual([
			['Ä-1', 2],
			['Ä-2', 0]
		]);
	});

	it('fills in what is not known of a client and keeps what is', () => {
		const known = { ...nothing, clients: new Map([['K-1', client]]) };
		expect(decideImport([row()], known).plan.clients).toMatchObject([
			{ id: 'c1', sex: 'female', birthYear: 1984 }
		]);
		expect(decideImport([row({ sex: 'male' })], known).problems).toMatchObject([
			{ row: 2, field: 'sex', code: 'differs-from-known' }
		]);
	});

	it('does nothing the second time', () => {
		const { plan } = decideImport([row({ intervention: samtal })], withCase());
		expect(plan).toMatchObject({
			newCases: [],
			addedInterventions: [],
			endedInterventions: [],
			unchangedCases: 1
		});
	});

	it('adds to a case that is there only what it lacks: new interventions, and ends', () => {
		const rows = [
			row({ intervention: { ...samtal, endedOn: day('2026-06-30') } }),
			row({ row: 3, intervention: { ...samtal, startedOn: day('2026-07-01') } })
		];
		const { plan, problems } = decideImport(rows, withCase());
		expect(problems).toEqual([]);
		expect(plan.endedInterventions).toMatchObject([{ id: 'i1', endedOn: '2026-06-30' }]);
		expect(plan.addedInterventions).toMatchObject([
			{ caseId: 'case1', intervention: { startedOn: '2026-07-01' } }
		]);
		expect(plan.unchangedCases).toBe(0);
	});

	it('adds nothing to a case that is closed', () => {
		const rows = [row({ intervention: { ...samtal, name: 'Ny' } })];
		expect(decideImport(rows, withCase({ isClosed: true })).problems).toMatchObject([
			{ field: 'caseNumber', code: 'case-is-closed' }
		]);
	});

	it('refuses a case out of reach and one of another client', () => {
		const outOfReach = { ...nothing, cases: new Map([['Ä-1', null]]) };
		expect(decideImport([row()], outOfReach).problems).toMatchObject([{ code: 'case-out-of-reach' }]);
		const other = withCase({ clientNumber: 'K-9' });
		expect(decideImport([row()], other).problems).toMatchObject([{ code: 'case-of-another-client' }]);
	});

	it('refuses rows that say different things of the same case or client', () => {
		const rows = [
			row(),
			row({ row: 3, openedOn: day('2026-01-03') }),
			row({ row: 4, caseNumber: 'Ä-2', birthYear: 1985 })
		];
		expect(decideImport(rows, nothing).problems).toMatchObject([
			{ row: 3, field: 'openedOn', code: 'differs-in-file', value: '2026-01-03' },
			{ row: 4, field: 'birthYear', code: 'differs-in-file', value: '1985' }
		]);
	});

	it('refuses a person who is another client, in the file or here', () => {
		const twice = [
			row({ personalNumber: number }),
			row({ row: 3, caseNumber: 'Ä-2', clientNumber: 'K-2', personalNumber: number })
		];
		expect(decideImport(twice, nothing).problems).toMatchObject([
			{ row: 3, code: 'person-of-another-client' }
		]);
		const owned = { ...nothing, numberOwners: new Map([[number, 'c9' as ClientId]]) };
		expect(decideImport([row({ personalNumber: number })], owned).problems).toMatchObject([
			{ row: 2, code: 'person-of-another-client' }
		]);
	});

	it('knows a provider by its name whatever the case, and no other', () => {
		const known = [row({ intervention: { ...samtal, provider: 'MOTTAGNINGEN' } })];
		expect(decideImport(known, nothing).problems).toEqual([]);
		const unknown = [row({ intervention: { ...samtal, provider: 'Kliniken' } })];
		expect(decideImport(unknown, nothing).problems).toMatchObject([
			{ field: 'provider', code: 'unknown-provider', value: 'Kliniken' }
		]);
	});
});
