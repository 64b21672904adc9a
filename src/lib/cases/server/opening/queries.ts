/** Opening a case with all that is known from the start: the client, who they are, the case and its interventions. */
import { reachOf, type Reach, type Units } from '#lib/access/permissions.ts';
import { listUnitsOfBoard, type Unit } from '#lib/access/server/staff/queries.ts';
import { parsePersonalNumber } from '#lib/secrecy/personal-number.ts';
import type { CaseId, ClientId, InterventionId, UnitId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import type { Work } from '#lib/shared/server/work.ts';
import type { Client, Intervention } from '../../case.ts';
import { parseClientIdentity, type ClientIdentity } from '../../client-identity.ts';
import { decideClientFacts } from '../../decide-client-facts.ts';
import { factsFromNumber } from '../../facts-from-number.ts';
import { findIdentityOfClient, hasOtherClient, updateIdentity } from '../identity/queries.ts';
import {
	findClientByNumber,
	insertCase,
	insertClient,
	insertIntervention,
	updateClientFacts
} from '../queries.ts';
import { insertAssignment } from '../reach/queries.ts';

export interface NewClient extends Omit<Client, 'id'> {
	/** Who it is, as written; left out or empty, nothing is stored and nothing stored is touched. */
	readonly name?: string | null;
	readonly personalNumber?: string | null;
}

export type NewIntervention = Omit<Intervention, 'id' | 'caseId'>;

export interface NewCase {
	readonly caseNumber: string;
	readonly concern: string | null;
	readonly openedOn: LocalDate;
	readonly closedOn?: LocalDate | null;
	/** The unit that is to work with it; left out, the first of the caseworker's own. */
	readonly unitId?: UnitId | null;
	readonly interventions?: readonly NewIntervention[];
}

/**
 * The client, new or known. Refuses a personal identity number as the client's number (`invalid-input`), and facts or a
 * person that contradict what is known of the client (`already-exists`).
 */
export async function registerClient(work: Work, input: NewClient): Promise<ClientId> {
	const { clientNumber } = input;
	// It would stand unsealed, and be the very thing a number from the case system is there to avoid.
	if (parsePersonalNumber(clientNumber, work.today).ok) refuseField('clientNumber');
	const identity = readIdentity(work, input);
	const facts = withNumber(input, identity);
	const known = await findClientByNumber(work, clientNumber);
	const id = known?.id ?? (work.newId() as ClientId);
	if (known) {
		const decided = decideClientFacts(known, facts);
		if (!decided.ok) throw new Problem('already-exists', { what: 'client' });
		await updateClientFacts(work, id, decided.value);
	} else {
		await insertClient(work, { id, clientNumber, ...facts });
	}
	await storeIdentity(work, id, identity);
	return id;
}

function refuseField(field: string): never {
	throw new Problem('invalid-input', { field });
}

function readIdentity(work: Work, { name = null, personalNumber = null }: NewClient): ClientIdentity {
	const identity = parseClientIdentity({ name, personalNumber }, work.today);
	return identity.ok ? identity.value : refuseField(identity.problem);
}

/** Sex and year of birth as written; where they are not, the number tells them. Refuses a year that it contradicts. */
function withNumber(
	{ sex, birthYear }: NewClient,
	{ personalNumber }: ClientIdentity
): Pick<Client, 'sex' | 'birthYear'> {
	if (personalNumber === null) return { sex, birthYear };
	const facts = factsFromNumber(personalNumber);
	if (birthYear !== null && birthYear !== facts.birthYear) refuseField('birthYear');
	if (sex !== null && sex !== facts.sex) refuseField('sex');
	return facts;
}

/** What is stored already stays; what is not is added. Refuses another person than the one stored. */
async function storeIdentity(work: Work, id: ClientId, given: ClientIdentity): Promise<void> {
	const { name, personalNumber } = given;
	if (name === null && personalNumber === null) return;
	const taken = personalNumber !== null && (await hasOtherClient(work, id, personalNumber));
	const stored = await findIdentityOfClient(work, id);
	const differs =
		personalNumber !== null && stored.personalNumber !== null && stored.personalNumber !== personalNumber;
	if (taken || differs) throw new Problem('already-exists', { what: 'person' });
	await updateIdentity(work, id, {
		name: stored.name ?? name,
		personalNumber: stored.personalNumber ?? personalNumber
	});
}

/**
 * The case with its interventions, assigned to the caseworker who opens it. Refuses a case number that is taken
 * (`already-exists`), a unit where they could not work with it and days in the wrong order (`invalid-input`).
 */
export async function insertWholeCase(work: Work, clientId: ClientId, input: NewCase): Promise<CaseId> {
	const id = work.newId() as CaseId;
	const { caseNumber, concern, openedOn, closedOn = null } = input;
	const unitId = chooseOwnUnit(work, input.unitId ?? null);
	await insertCase(work, { id, clientId, unitId, caseNumber, concern, openedOn, closedOn });
	const { actor } = work;
	if (actor.kind === 'staff' && actor.roles.includes('caseworker')) {
		await insertAssignment(work, { id: work.newId(), caseId: id, staffId: actor.staffId });
	}
	for (const intervention of input.interventions ?? []) await insertInterventionOf(work, id, intervention);
	return id;
}

/** Refuses an end before the start (`invalid-input`). */
export async function insertInterventionOf(
	work: Work,
	caseId: CaseId,
	{ providerId, name, decidedOn, startedOn, endedOn }: NewIntervention
): Promise<InterventionId> {
	if (startedOn !== null && endedOn !== null && endedOn < startedOn) refuseField('endedOn');
	const id = work.newId() as InterventionId;
	await insertIntervention(work, { id, caseId, providerId, name, decidedOn, startedOn, endedOn });
	return id;
}

/**
 * The unit that is wanted, or the actor's first where none is; null for whoever works in the whole board and says none. Refuses
 * a unit where the actor does not work (`invalid-input`).
 */
export function chooseOwnUnit({ actor, permission }: Work, wanted: UnitId | null): UnitId | null {
	const own = listOwn(reachOf(actor, permission === 'case:open' ? 'case:write' : permission));
	if (own === 'all') return wanted;
	if (wanted === null) return own[0] ?? null;
	return own.includes(wanted) ? wanted : refuseField('unitId');
}

/** The board's units within the reach, by name. */
export async function listUnitsWithin(work: Work, reach: Reach): Promise<readonly Unit[]> {
	const units = await listUnitsOfBoard(work);
	const own = listOwn(reach);
	return own === 'all' ? units : units.filter(({ id }) => own.includes(id));
}

function listOwn(reach: Reach): Units {
	if (reach.kind === 'board' || reach.assignedIn === 'all' || reach.unprotectedIn === 'all') return 'all';
	return [...new Set([...reach.assignedIn, ...reach.unprotectedIn])];
}
