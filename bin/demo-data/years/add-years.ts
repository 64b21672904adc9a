/**
 * Stores the made-up years: the same rows, scores, seals and lines in the access log as the commands would have written, in
 * one transaction and a few large statements, so that the demo's first start stays short.
 */
import { sql } from 'drizzle-orm';
import { addProvider } from '../../../src/lib/cases/server/commands/add-provider.ts';
import { addUnit } from '../../../src/lib/access/server/commands/add-unit.ts';
import { signEvent } from '../../../src/lib/audit/server/queries.ts';
import { auditEvents } from '../../../src/lib/audit/server/tables.ts';
import type { AuditSubject } from '../../../src/lib/audit/audit-event.ts';
import { cases, clients, interventions } from '../../../src/lib/cases/server/tables.ts';
import type { Occasion } from '../../../src/lib/cases/case.ts';
import { decidePaperEntry, decideSubmission } from '../../../src/lib/collection/decide-submission.ts';
import { toPersonFacts } from '../../../src/lib/collection/person-facts.ts';
import { toScoreRows } from '../../../src/lib/collection/server/response/queries.ts';
import { administrations, responses, scores } from '../../../src/lib/collection/server/tables.ts';
import type { Respondent } from '../../../src/lib/instruments/instrument.ts';
import type { Answers } from '../../../src/lib/instruments/questionnaire.ts';
import { findInstrument } from '../../../src/lib/instruments/server/catalogue.ts';
import { listPlanned } from '../../../src/lib/plans/list-planned.ts';
import type { OccasionOutcome } from '../../../src/lib/plans/occasion.ts';
import type { Plan } from '../../../src/lib/plans/plan.ts';
import { createPlan } from '../../../src/lib/plans/server/commands/create-plan.ts';
import { publishPlan } from '../../../src/lib/plans/server/commands/publish-plan.ts';
import { toOccasionColumns } from '../../../src/lib/plans/server/queries.ts';
import { caseOccasions, casePlans } from '../../../src/lib/plans/server/tables.ts';
import type {
	AdministrationId,
	CaseId,
	CasePlanId,
	ClientId,
	InterventionId,
	OccasionId,
	PlanId,
	ProviderId,
	ResponseId,
	UnitId
} from '../../../src/lib/shared/ids.ts';
import { addDays, type LocalDate } from '../../../src/lib/shared/local-date.ts';
import { run } from '../../../src/lib/shared/server/command.ts';
import type { Context } from '../../../src/lib/shared/server/context.ts';
import { hashToken } from '../../../src/lib/shared/server/hash-token.ts';
import { beginWork, openDesk, type Work } from '../../../src/lib/shared/server/work.ts';
import { makeChance, type Chance } from './chance.ts';
import { fillIn } from './made-up-answers.ts';
import { makeUpCases, type Measured, type YearsCase } from './made-up-cases.ts';
import { toGeneralVariables, toOpinionAnswers } from './staff-answers.ts';
import { planOf, services, type Service } from './services.ts';

type Providers = ReadonlyMap<string, ProviderId>;

interface Published {
	readonly planId: PlanId;
	readonly plan: Plan;
}

/** Adds the cases of three years. `unitId` is the made-up manager's; the adults get a unit of their own. */
export async function addYears(context: Context, known: Providers, unitId: UnitId): Promise<Providers> {
	const before = on(context, '2023-11-13');
	const providers = new Map(known);
	for (const { provider } of services) {
		if (!providers.has(provider)) {
			providers.set(provider, await run(before, addProvider, { name: provider }));
		}
	}
	const units = {
		'children-and-young': unitId,
		adults: await run(before, addUnit, { name: 'Vuxna (påhittad)' })
	};
	const plans = new Map<Service, Published>();
	for (const service of services) {
		const plan = planOf(service);
		const planId = await run(before, createPlan, { plan });
		await run(before, publishPlan, { planId, appliesTo: 'new-cases' });
		plans.set(service, { planId, plan });
	}
	const desk = await openDesk(context, 'case:write');
	await desk.orm.transaction(async (tx) => {
		const work = beginWork(context, 'case:write', tx);
		const rows = await makeRows(work, { providers, units, plans });
		await insert(work, rows);
	});
	// So many rows at once: statements planned for empty tables would read them over and over.
	await context.database.query(sql`analyze`);
	return providers;
}

/** The same context on another day, at noon. */
function on(context: Context, day: string): Context {
	return { ...context, now: () => atNoon(day) };
}

function atNoon(day: string): Date {
	return new Date(`${day}T12:00:00+01:00`);
}

interface Places {
	readonly providers: Providers;
	readonly units: Readonly<Record<Service['unit'], UnitId>>;
	readonly plans: ReadonlyMap<Service, Published>;
}

interface Rows {
	readonly clients: (typeof clients.$inferInsert)[];
	readonly cases: (typeof cases.$inferInsert)[];
	readonly interventions: (typeof interventions.$inferInsert)[];
	readonly casePlans: (typeof casePlans.$inferInsert)[];
	readonly occasions: (typeof caseOccasions.$inferInsert)[];
	readonly administrations: (typeof administrations.$inferInsert)[];
	readonly responses: (typeof responses.$inferInsert)[];
	readonly scores: (typeof scores.$inferInsert)[];
	readonly events: (typeof auditEvents.$inferInsert)[];
}

async function makeRows(work: Work, places: Places): Promise<Rows> {
	const rows: Rows = {
		clients: [],
		cases: [],
		interventions: [],
		casePlans: [],
		occasions: [],
		administrations: [],
		responses: [],
		scores: [],
		events: []
	};
	const chance = makeChance(7);
	const people = new Map<string, ClientId>();
	const cipher = await work.cipher();
	for (const made of makeUpCases()) addCase({ work, places, rows, chance, people, cipher }, made);
	return rows;
}

interface Desk {
	readonly work: Work;
	readonly places: Places;
	readonly rows: Rows;
	readonly chance: Chance;
	readonly people: Map<string, ClientId>;
	readonly cipher: Awaited<ReturnType<Work['cipher']>>;
}

function addCase(desk: Desk, made: YearsCase): void {
	const { work, rows, cipher, places } = desk;
	const { boardId } = work;
	const { openedOn, closedOn, caseNumber } = made;
	const id = work.newId() as CaseId;
	rows.cases.push({
		boardId,
		id,
		clientId: addClient(desk, made),
		unitId: places.units[made.service.unit],
		caseNumber,
		concern: cipher.seal('cases.concern', id, made.concern),
		openedOn,
		closedOn
	});
	log(desk, openedOn, 'openCase', { type: 'case', id, caseId: id });
	if (closedOn) log(desk, closedOn, 'closeCase', { type: 'case', id, caseId: id });
	const [interventionId] = made.interventions.map((intervention) => {
		const { provider, name, decidedOn, startedOn, endedOn } = intervention;
		const of = work.newId() as InterventionId;
		const providerId = places.providers.get(provider);
		if (!providerId) throw new Error(`Utföraren ${provider} saknas bland demodata.`);
		const sealed = cipher.seal('interventions.name', of, name);
		rows.interventions.push({
			boardId,
			id: of,
			caseId: id,
			providerId,
			name: sealed,
			decidedOn,
			startedOn,
			endedOn
		});
		log(desk, decidedOn, 'addIntervention', { type: 'intervention', id: of, caseId: id });
		return of;
	});
	addPlan(desk, made, id, interventionId ?? null);
}

function addClient({ work, rows, people }: Desk, { person }: YearsCase): ClientId {
	const known = people.get(person.clientNumber);
	if (known) return known;
	const id = work.newId() as ClientId;
	const { clientNumber, sex, birthYear } = person;
	rows.clients.push({ boardId: work.boardId, id, clientNumber, sex, birthYear });
	people.set(clientNumber, id);
	return id;
}

function log({ work, rows }: Desk, day: LocalDate, action: string, subject: AuditSubject): void {
	const signed = signEvent({ ...work, now: atNoon(day) }, 'write', action, subject);
	rows.events.push({ ...signed, happenedAt: new Date(signed.happenedAt) });
}

/** The plan with its occasions, and the answers that came to them. */
function addPlan(desk: Desk, made: YearsCase, caseId: CaseId, interventionId: InterventionId | null): void {
	const { work, rows, places } = desk;
	const published = places.plans.get(made.service);
	if (!published) throw new Error(`Planen för ${made.service.provider} saknas bland demodata.`);
	const { planId, plan } = published;
	const [main] = made.interventions;
	const id = work.newId() as CasePlanId;
	const { boardId } = work;
	rows.casePlans.push({
		boardId,
		id,
		caseId,
		planId,
		planVersion: 1,
		interventionId,
		startedOn: main.decidedOn,
		endedOn: null
	});
	log(desk, main.decidedOn, 'startPlan', { type: 'case-plan', id, caseId });
	const planned = listPlanned(plan, {
		'case-start': made.openedOn,
		'case-end': null,
		'intervention-start': main.startedOn,
		'intervention-end': main.endedOn
	});
	for (const { line, rule, sequence, phase, days } of planned) {
		const found = plan.lines.find(({ key }) => key === line);
		if (found?.measure.kind !== 'instrument') throw new Error(`Raden ${line} saknas i planen.`);
		const { instrumentId } = found.measure;
		const { respondent } = found;
		const occasionId = work.newId() as OccasionId;
		const given = findAnswers(desk, made, { instrumentId, respondent, phase });
		rows.occasions.push({
			boardId,
			id: occasionId,
			casePlanId: id,
			caseId,
			planVersion: 1,
			line,
			rule,
			sequence,
			phase,
			instrumentId,
			respondent,
			...toOccasionColumns(days, given.outcome)
		});
		if (given.answers && given.outcome.state === 'done') {
			const { on: answeredOn } = given.outcome;
			addResponse(desk, made, { ...given, caseId, occasionId, instrumentId, respondent, phase, answeredOn });
		}
		if (given.outcome.state === 'missed') {
			const { on: day } = given.outcome;
			log(desk, day, 'recordMissed', { type: 'occasion', id: occasionId, caseId });
		}
	}
}

interface Asked {
	readonly instrumentId: string;
	readonly respondent: Respondent;
	readonly phase: Occasion;
}

interface Given {
	readonly outcome: OccasionOutcome;
	readonly answers: Answers | null;
}

function findAnswers({ work, chance }: Desk, made: YearsCase, { instrumentId, phase }: Asked): Given {
	const measured = phase === 'before' ? made.before : phase === 'after' ? made.after : made.halfYear;
	if (instrumentId === 'generella-variabler') {
		const { ending } = made;
		if (!ending) return { outcome: { state: 'planned' }, answers: null };
		return { outcome: { state: 'done', on: ending.on }, answers: toGeneralVariables(made, ending) };
	}
	if (instrumentId === 'skl-brukarfragor') {
		const opinion = made.ending?.opinion;
		if (made.ending && opinion) {
			return { outcome: { state: 'done', on: made.ending.on }, answers: toOpinionAnswers(opinion) };
		}
		return { outcome: missed(measured), answers: null };
	}
	if (measured.kind !== 'answered') return { outcome: missed(measured), answers: null };
	const instrument = findInstrument(work.catalogue, instrumentId);
	if (!instrument) throw new Error(`Formuläret ${instrumentId} saknas bland demodata.`);
	return {
		outcome: { state: 'done', on: measured.on },
		answers: fillIn(instrument, measured.badness, chance)
	};
}

function missed(measured: Measured): OccasionOutcome {
	if (measured.kind === 'not-yet') return { state: 'planned' };
	const reason = measured.kind === 'missed' ? measured.reason : 'declined';
	return { state: 'missed', on: measured.on, reason };
}

interface Answered extends Asked, Given {
	readonly caseId: CaseId;
	readonly occasionId: OccasionId;
	readonly answeredOn: LocalDate;
}

function addResponse({ work, rows, chance, cipher, ...desk }: Desk, made: YearsCase, given: Answered): void {
	const { instrumentId, respondent, phase, answeredOn, caseId, occasionId } = given;
	const instrument = findInstrument(work.catalogue, instrumentId);
	if (!instrument) throw new Error(`Formuläret ${instrumentId} saknas bland demodata.`);
	// KASAM is given on paper only, and what staff know is entered by them.
	const isOnPaper = respondent === 'staff' || instrumentId === 'kasam-13' || chance.happens(0.35);
	const decide = isOnPaper ? decidePaperEntry : decideSubmission;
	const decided = decide(instrument, given.answers, toPersonFacts(respondent, made.person, answeredOn));
	if (!decided.ok) throw new Error(`The made-up answers to ${instrumentId} were refused.`);
	const { boardId } = work;
	const administrationId = work.newId() as AdministrationId;
	const responseId = work.newId() as ResponseId;
	const createdOn = isOnPaper ? answeredOn : addDays(answeredOn, -chance.between(0, 5));
	const link = { tokenHash: hashToken(work.newToken()), expiresOn: addDays(createdOn, 30) };
	rows.administrations.push({
		boardId,
		id: administrationId,
		caseId,
		instrumentId,
		instrumentVersion: instrument.version,
		occasion: phase,
		occasionId,
		respondent,
		mode: isOnPaper ? 'paper' : 'link',
		state: 'answered',
		createdOn,
		...(isOnPaper ? {} : link)
	});
	rows.responses.push({
		boardId,
		id: responseId,
		administrationId,
		help: respondent === 'staff' ? 'staff' : chance.happens(0.06) ? 'interpreter' : 'self',
		language: instrument.questionnaire.defaultLanguage,
		answeredOn,
		answers: cipher.seal('responses.answers', responseId, JSON.stringify(decided.value.answers))
	});
	rows.scores.push(...toScoreRows(decided.value.scored).map((row) => ({ boardId, responseId, ...row })));
	const action = isOnPaper ? 'enterFromPaper' : 'submitResponse';
	log({ work, rows, chance, cipher, ...desk }, answeredOn, action, {
		type: 'response',
		id: responseId,
		caseId
	});
}

/** How many rows go in one statement. */
const together = 250;

async function insert({ tx }: Work, rows: Rows): Promise<void> {
	for (const some of chunk(rows.clients)) await tx.insert(clients).values(some);
	for (const some of chunk(rows.cases)) await tx.insert(cases).values(some);
	for (const some of chunk(rows.interventions)) await tx.insert(interventions).values(some);
	for (const some of chunk(rows.casePlans)) await tx.insert(casePlans).values(some);
	for (const some of chunk(rows.occasions)) await tx.insert(caseOccasions).values(some);
	for (const some of chunk(rows.administrations)) await tx.insert(administrations).values(some);
	for (const some of chunk(rows.responses)) await tx.insert(responses).values(some);
	for (const some of chunk(rows.scores)) await tx.insert(scores).values(some);
	for (const some of chunk(rows.events)) await tx.insert(auditEvents).values(some);
}

function chunk<Row>(rows: readonly Row[]): Row[][] {
	return Array.from({ length: Math.ceil(rows.length / together) }, (_, index) =>
		rows.slice(index * together, (index + 1) * together)
	);
}
