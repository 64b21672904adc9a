/** What a file of cases would do to what is there already: decided before anything is written, and the same when it is. */
import type { PersonalNumber } from '#lib/secrecy/personal-number.ts';
import type { CaseId, ClientId, InterventionId, ProviderId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { Client } from '../case.ts';
import { decideClientFacts } from '../decide-client-facts.ts';
import type { ImportField } from './import-field.ts';
import type { ImportProblem, ImportProblemCode } from './import-problem.ts';
import type { ImportIntervention, ImportRow } from './read-rows.ts';

/** What the board has of what the file names. */
export interface KnownRecords {
	/** By the client's number. */
	readonly clients: ReadonlyMap<string, Client & { readonly personalNumber: PersonalNumber | null }>;
	/** Whose a personal identity number is, by number. */
	readonly numberOwners: ReadonlyMap<PersonalNumber, ClientId>;
	/** By case number; null for a case that the actor cannot work with. */
	readonly cases: ReadonlyMap<string, KnownCase | null>;
	/** By name in small letters. */
	readonly providers: ReadonlyMap<string, ProviderId>;
}

export interface KnownCase {
	readonly id: CaseId;
	readonly clientNumber: string;
	readonly isClosed: boolean;
	readonly interventions: readonly KnownIntervention[];
}

export interface KnownIntervention {
	readonly id: InterventionId;
	readonly name: string;
	readonly providerId: ProviderId;
	readonly startedOn: LocalDate | null;
	readonly endedOn: LocalDate | null;
}

export type PlannedIntervention = Omit<ImportIntervention, 'provider'> & { readonly providerId: ProviderId };

export interface PlannedClient extends Omit<Client, 'id'> {
	/** Null for one that is new. */
	readonly id: ClientId | null;
	readonly name: string | null;
	readonly personalNumber: PersonalNumber | null;
}

export interface ImportPlan {
	/** Clients of new cases, once each. */
	readonly clients: readonly PlannedClient[];
	readonly newCases: readonly (Pick<
		ImportRow,
		'caseNumber' | 'clientNumber' | 'concern' | 'openedOn' | 'closedOn'
	> & {
		readonly interventions: readonly PlannedIntervention[];
	})[];
	/** Interventions that cases which are there already do not have. */
	readonly addedInterventions: readonly {
		readonly caseId: CaseId;
		readonly intervention: PlannedIntervention;
	}[];
	/** Interventions that have ended since. */
	readonly endedInterventions: readonly {
		readonly caseId: CaseId;
		readonly id: InterventionId;
		readonly startedOn: LocalDate | null;
		readonly endedOn: LocalDate;
	}[];
	/** Cases that are there already, as the file has them. */
	readonly unchangedCases: number;
}

export interface DecidedImport {
	readonly plan: ImportPlan;
	readonly problems: readonly ImportProblem[];
}

/** Decides for the whole file; with any problem nothing of it is to be done. */
export function decideImport(rows: readonly ImportRow[], known: KnownRecords): DecidedImport {
	const problems: ImportProblem[] = [];
	const refuse = (row: ImportRow, field: ImportField, code: ImportProblemCode): void => {
		problems.push({ row: row.row, field, code, value: valueOf(row, field) });
	};
	checkAgreement(rows, refuse);
	const clients = planClients(rows, known, refuse);
	const plan: Mutable<ImportPlan> = {
		clients: [],
		newCases: [],
		addedInterventions: [],
		endedInterventions: [],
		unchangedCases: 0
	};
	for (const [caseNumber, group] of Map.groupBy(rows, (row) => row.caseNumber)) {
		const interventions = group.flatMap((row) => planIntervention(row, known, refuse));
		const [first] = group;
		if (!first) continue;
		if (!known.cases.has(caseNumber)) {
			const { clientNumber, concern, openedOn, closedOn } = first;
			plan.newCases.push({ caseNumber, clientNumber, concern, openedOn, closedOn, interventions });
			continue;
		}
		const found = known.cases.get(caseNumber) ?? null;
		if (found === null) refuse(first, 'caseNumber', 'case-out-of-reach');
		else if (found.clientNumber !== first.clientNumber)
			refuse(first, 'clientNumber', 'case-of-another-client');
		else planKnownCase(found, { first, interventions }, plan, refuse);
	}
	const needed = new Set(plan.newCases.map(({ clientNumber }) => clientNumber));
	plan.clients = clients.filter(({ clientNumber }) => needed.has(clientNumber));
	return { plan, problems: problems.sort((one, other) => one.row - other.row) };
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] extends readonly (infer One)[] ? One[] : T[Key] };
type Refuse = (row: ImportRow, field: ImportField, code: ImportProblemCode) => void;

function valueOf(row: ImportRow, field: ImportField): string {
	switch (field) {
		case 'provider':
			return row.intervention?.provider ?? '';
		case 'interventionName':
			return row.intervention?.name ?? '';
		case 'decidedOn':
		case 'startedOn':
		case 'endedOn':
			return row.intervention?.[field] ?? '';
		default:
			return String(row[field] ?? '');
	}
}

/** Rows about the same case or client must say the same: with two answers nobody knows which is right. */
function checkAgreement(rows: readonly ImportRow[], refuse: Refuse): void {
	const ofCase = ['clientNumber', 'concern', 'openedOn', 'closedOn'] as const;
	const ofClient = ['name', 'personalNumber', 'sex', 'birthYear'] as const;
	const check = (group: readonly ImportRow[], fields: readonly (keyof ImportRow & ImportField)[]): void => {
		const [first, ...rest] = group;
		if (!first) return;
		for (const row of rest) {
			for (const field of fields) if (row[field] !== first[field]) refuse(row, field, 'differs-in-file');
		}
	};
	for (const group of Map.groupBy(rows, (row) => row.caseNumber).values()) check(group, ofCase);
	for (const group of Map.groupBy(rows, (row) => row.clientNumber).values()) check(group, ofClient);
	const withNumber = rows.filter((row) => row.personalNumber !== null);
	for (const group of Map.groupBy(withNumber, (row) => row.personalNumber).values()) {
		const other = group.find((row) => row.clientNumber !== group[0]?.clientNumber);
		if (other) refuse(other, 'personalNumber', 'person-of-another-client');
	}
}

function planClients(rows: readonly ImportRow[], known: KnownRecords, refuse: Refuse): PlannedClient[] {
	return [...Map.groupBy(rows, (row) => row.clientNumber).values()].flatMap(([row]) => {
		if (!row) return [];
		const { clientNumber, name, personalNumber, sex, birthYear } = row;
		const found = known.clients.get(clientNumber) ?? null;
		const owner = personalNumber === null ? undefined : known.numberOwners.get(personalNumber);
		if (owner !== undefined && owner !== found?.id) refuse(row, 'personalNumber', 'person-of-another-client');
		const isOther =
			personalNumber !== null &&
			found !== null &&
			found.personalNumber !== null &&
			found.personalNumber !== personalNumber;
		if (isOther) refuse(row, 'personalNumber', 'differs-from-known');
		const facts = decideClientFacts(found ?? { sex: null, birthYear: null }, { sex, birthYear });
		if (!facts.ok) {
			const isSex = sex !== null && found?.sex !== null && found?.sex !== sex;
			refuse(row, isSex ? 'sex' : 'birthYear', 'differs-from-known');
			return [];
		}
		return [{ id: found?.id ?? null, clientNumber, name, personalNumber, ...facts.value }];
	});
}

function planIntervention(row: ImportRow, known: KnownRecords, refuse: Refuse): PlannedIntervention[] {
	if (row.intervention === null) return [];
	const { provider, ...intervention } = row.intervention;
	const providerId = known.providers.get(provider.toLocaleLowerCase('sv'));
	if (providerId !== undefined) return [{ ...intervention, providerId }];
	refuse(row, 'provider', 'unknown-provider');
	return [];
}

/** A case that is there already keeps what it has; only interventions are added, and ended. */
function planKnownCase(
	found: KnownCase,
	{
		first,
		interventions
	}: { readonly first: ImportRow; readonly interventions: readonly PlannedIntervention[] },
	plan: Mutable<ImportPlan>,
	refuse: Refuse
): void {
	let isUnchanged = true;
	for (const intervention of interventions) {
		const same = found.interventions.find(
			({ name, providerId, startedOn }) =>
				name === intervention.name &&
				providerId === intervention.providerId &&
				startedOn === intervention.startedOn
		);
		if (!same) {
			if (found.isClosed) refuse(first, 'caseNumber', 'case-is-closed');
			plan.addedInterventions.push({ caseId: found.id, intervention });
		} else if (same.endedOn === null && intervention.endedOn !== null) {
			const { id, startedOn } = same;
			plan.endedInterventions.push({ caseId: found.id, id, startedOn, endedOn: intervention.endedOn });
		} else continue;
		isUnchanged = false;
	}
	if (isUnchanged) plan.unchangedCases += 1;
}
