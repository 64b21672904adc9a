/** Makes the demo's board with everything in it, through the same commands as real data go through. */
import { join } from 'node:path';
import { openTrail } from '../../src/lib/audit/server/audit-key.ts';
import { addIntervention } from '../../src/lib/cases/server/commands/add-intervention.ts';
import { handOverCase } from '../../src/lib/cases/server/commands/hand-over-case.ts';
import { addProvider } from '../../src/lib/cases/server/commands/add-provider.ts';
import { openCase } from '../../src/lib/cases/server/commands/open-case.ts';
import { registerIdentity } from '../../src/lib/cases/server/commands/register-identity.ts';
import { sendLink } from '../../src/lib/collection/server/commands/send-link.ts';
import { submitResponse } from '../../src/lib/collection/server/commands/submit-response.ts';
import { demoAccounts } from '../../src/lib/demo/demo-accounts.ts';
import { demoStaffId } from '../../src/lib/demo/demo-actor.ts';
import type { DemoDoors } from '../../src/lib/demo/demo-doors.ts';
import { writeDemoMark } from '../../src/lib/demo/server/demo-marker.ts';
import { loadCatalogue } from '../../src/lib/instruments/server/catalogue.ts';
import { registerPermit } from '../../src/lib/instruments/server/permits/register-permit.ts';
import type { BoardId, CaseId, ProviderId, UnitId } from '../../src/lib/shared/ids.ts';
import { openBoxKeys } from '../../src/lib/secrecy/server/box-keys.ts';
import { demoMasterKey } from '../../src/lib/secrecy/server/open-master-key.ts';
import { addKiosk } from '../../src/lib/kiosk/server/commands/add-kiosk.ts';
import { pairKiosk } from '../../src/lib/kiosk/server/commands/pair-kiosk.ts';
import { listKiosks } from '../../src/lib/kiosk/server/reads/list-kiosks.ts';
import { addDays, type LocalDate } from '../../src/lib/shared/local-date.ts';
import { createBoard } from '../../src/lib/shared/server/boards.ts';
import { run } from '../../src/lib/shared/server/command.ts';
import { makeContext, type Context } from '../../src/lib/shared/server/context.ts';
import { fetch } from '../../src/lib/shared/server/read.ts';
import { demoSurveyKeys, toNewCluster } from '../../src/lib/shared/environment.ts';
import { openDatabase } from '../../src/lib/shared/server/database.ts';
import { migrateDatabase } from '../../src/lib/shared/server/migrate.ts';
import { emptyDueBoxes } from '../../src/lib/surveys/server/boxes/empty-boxes.ts';
import { decideTarget } from '../../src/lib/targets/server/commands/decide-target.ts';
import { doorCaseNumber, madeUpCases, type MadeUpCase, type MadeUpResponse } from './cases.ts';
import { addDemoStaff, type DemoStaff } from './demo-staff.ts';
import { informEverybody } from './inform-everybody.ts';
import { addGoals } from './goals.ts';
import { followPlans } from './follow-plans.ts';
import { kasamPermit } from './kasam-permit.ts';
import { addOldRecords } from './old-records.ts';
import { addPictures } from './add-pictures.ts';
import { addActionPlans, publishYears } from './plans-and-publications.ts';
import { openDemoSurvey } from './open-demo-survey.ts';
import { tabell3Cases } from './tabell3-cases.ts';
import { tabell6, tabell6Forms, tabell6Targets } from './tabell6.ts';
import { addYears } from './years/add-years.ts';
import { addSurveyRounds } from './years/survey-rounds.ts';

const boardCode = 'demo';
const boardName = 'Socialnämnden i Exempelby (påhittad)';
const surveyInstrument = 'simrishamn-sol';

/** Mål enligt SoL, Simrishamn (Socialstyrelsen, Systematisk uppföljning – beskrivning och exempel, example 5). */
const goals = {
	sol_1: 'Den enskilde ska uppleva ett gott bemötande.',
	sol_2: 'Den enskilde ska uppleva att insatserna har god kvalitet.',
	sol_3: 'Den enskilde ska uppleva att insatserna har god kontinuitet vad gäller personal.',
	sol_4: 'Den enskilde ska uppleva maten som god.',
	sol_5: 'Den enskilde ska uppleva delaktighet i insatsens utformande och genomförande.'
} as const;

/** Opens the folder, fills it and closes it; says what it does. The folder must be empty. */
export async function loadDemo(
	dataDirectory: string,
	root: string,
	say: (text: string) => void
): Promise<void> {
	const boxKeys = openBoxKeys(demoSurveyKeys(dataDirectory));
	const database = await openDatabase({
		dataDirectory,
		newCluster: toNewCluster(root),
		masterKey: demoMasterKey,
		boxKeys
	});
	try {
		await migrateDatabase(database, root);
		const boardId = crypto.randomUUID() as BoardId;
		await createBoard(database, { id: boardId, code: boardCode, name: boardName });
		const catalogue = loadCatalogue([join(root, 'instruments')]);
		const trail = openTrail(demoMasterKey);
		const context = makeContext(database, { kind: 'system', boardId }, catalogue, trail);
		say('information till dem som svarar');
		await informEverybody(on(context, '2013-01-10'), boardName);
		say('utförare');
		const providers = await addProviders(context);
		say('personal med roller');
		const staff = await addDemoStaff(context, dataDirectory, idOf(providers, tabell6[0]?.name ?? ''));
		say('ärenden med svar före och efter');
		const team = { unitId: staff.unitId, staffIds: listCaseworkers(staff) };
		const cases = await addCases(context, providers, team, [...madeUpCases, ...tabell3Cases]);
		say('uppföljningsplaner som ärenden följer');
		await followPlans(context, cases, team.unitId);
		const goalCase = cases.get('2026-0142');
		if (goalCase) await addGoals(context, goalCase);
		say('brukarundersökningar och nämndens mål');
		await answerTabell6(context, providers);
		for (const year of [2013, 2026]) await decideTargets(context, year);
		const surveyLinks = await openThisYearsSurvey(context, providers);
		say('bilder till frågorna');
		await addPictures(on(context, '2026-01-15'), surveyInstrument);
		say('en surfplatta i väntrummet');
		const kioskToken = await pairDemoTablet(on(context, '2026-10-01'));
		await openSurveyOfTwoForms(context, providers);
		say('ett påhittat tillstånd för KASAM');
		await run(on(context, '2026-01-15'), registerPermit, kasamPermit);
		say('tre års ärenden hos åtta utförare');
		const all = await addSurveyRounds(context, await addYears(context, providers, staff.unitId));
		say('åtgärdsplaner och publicerade resultat');
		await addActionPlans(context, all);
		await publishYears(context, boardName);
		say('gamla ärenden att gallra');
		await addOldRecords(context);
		const caseId = cases.get(doorCaseNumber);
		if (!caseId) throw new Error(`Ärendet ${doorCaseNumber} saknas bland demodata.`);
		const providerId = idOf(providers, tabell6[0]?.name ?? '');
		const { unitId } = staff;
		writeDemoMark(dataDirectory, {
			boardId,
			boardCode,
			caseId,
			kioskToken,
			providerId,
			unitId,
			surveyLinks
		});
	} finally {
		await database.close();
	}
}

type Providers = ReadonlyMap<string, ProviderId>;

/** The same context on another day, at noon. */
function on(context: Context, day: string): Context {
	return { ...context, now: () => new Date(`${day}T12:00:00+01:00`) };
}

async function addProviders(context: Context): Promise<Providers> {
	const names = [...madeUpCases, ...tabell3Cases].map(({ intervention }) => intervention.provider);
	const providers = new Map<string, ProviderId>();
	for (const name of new Set([...tabell6.map((provider) => provider.name), ...names])) {
		providers.set(name, await run(context, addProvider, { name }));
	}
	return providers;
}

function idOf(providers: Providers, name: string): ProviderId {
	const id = providers.get(name);
	if (!id) throw new Error(`Utföraren ${name} saknas bland demodata.`);
	return id;
}

/** Whoever comes in by the door, and whoever signs in as the made-up caseworker. */
function listCaseworkers({ staffIds }: DemoStaff): string[] {
	const accounts = demoAccounts.filter(({ role }) => role === 'caseworker');
	return [demoStaffId('handlaggare'), ...accounts.flatMap(({ email }) => staffIds.get(email) ?? [])];
}

async function addCases(
	context: Context,
	providers: Providers,
	team: { readonly unitId: UnitId; readonly staffIds: readonly string[] },
	cases: readonly MadeUpCase[]
): Promise<ReadonlyMap<string, CaseId>> {
	const ids = new Map<string, CaseId>();
	for (const { intervention, responses, openedOn, name, ...rest } of cases) {
		const caseId = await run(on(context, openedOn), openCase, {
			...rest,
			unitId: team.unitId,
			openedOn: openedOn as LocalDate
		});
		if (name) await run(on(context, openedOn), registerIdentity, { caseId, name, personalNumber: null });
		await run(on(context, intervention.decidedOn), addIntervention, {
			caseId,
			providerId: idOf(providers, intervention.provider),
			name: intervention.name,
			decidedOn: intervention.decidedOn as LocalDate,
			startedOn: intervention.startedOn as LocalDate,
			endedOn: intervention.endedOn as LocalDate | null
		});
		for (const staffId of team.staffIds) {
			await run(on(context, openedOn), handOverCase, { caseId, staffId, isShared: true });
		}
		for (const response of responses) await answerByLink(context, caseId, response);
		ids.set(rest.caseNumber, caseId);
	}
	return ids;
}

async function answerByLink(context: Context, caseId: CaseId, response: MadeUpResponse): Promise<void> {
	const day = on(context, response.on);
	const { token } = await run(day, sendLink, {
		caseId,
		instrumentId: response.instrumentId,
		occasion: response.occasion,
		respondent: response.respondent,
		expiresOn: addDays(response.on as LocalDate, 30)
	});
	await run(day, submitResponse, {
		token,
		answers: response.answers,
		language: 'sv',
		help: 'self',
		submissionId: context.newId()
	});
}

/** The survey whose means Tabell 6 prints, answered form by form in the spring of 2013. */
async function answerTabell6(context: Context, providers: Providers): Promise<void> {
	const { links } = await openDemoSurvey(on(context, '2013-03-01'), {
		title: 'Individuell kvalitetsuppföljning 2013 (påhittade svar)',
		purpose: 'follow-up',
		instrumentIds: [surveyInstrument],
		providerIds: tabell6.map(({ name }) => idOf(providers, name)),
		// Not in the source: made up.
		invited: [41, 52, 58],
		opensOn: '2013-03-01' as LocalDate,
		closesOn: '2013-12-31' as LocalDate
	});
	// The night when a quarter has begun, as the program does it.
	await emptyDueBoxes(on(context, '2013-04-01'));
	for (const provider of tabell6) {
		const link = links.find(({ providerId }) => providerId === providers.get(provider.name));
		if (!link) throw new Error(`Länken för ${provider.name} saknas.`);
		for (const answers of tabell6Forms(provider)) {
			await run(on(context, '2013-05-15'), submitResponse, {
				token: link.token,
				answers,
				language: 'sv',
				help: 'self',
				submissionId: context.newId()
			});
		}
	}
	await emptyDueBoxes(on(context, '2014-01-01'));
}

async function decideTargets(context: Context, year: number): Promise<void> {
	for (const { item, thousandths } of tabell6Targets) {
		await run(on(context, `${year}-01-20`), decideTarget, {
			year,
			law: 'sol',
			instrumentId: surveyInstrument,
			item,
			goal: goals[item],
			thousandths,
			comparison: 'unrounded',
			decidedOn: `${year}-01-20` as LocalDate,
			decisionReference: '§ 12 (påhittad)'
		});
	}
}

/** A tablet that asks for this year's survey of the first provider; its digits are 4711. */
async function pairDemoTablet(context: Context): Promise<string> {
	const { surveys } = await fetch(context, listKiosks, {});
	const open = surveys.filter(({ providerName }) => providerName === tabell6[0]?.name);
	const linkIds = open.map(({ linkId }) => linkId);
	const { code } = await run(context, addKiosk, { name: 'Väntrummet (påhittat)', pin: '4711', linkIds });
	return (await run(context, pairKiosk, { code })).token;
}

/** What the help is like and what it has led to, asked in one sitting. */
async function openSurveyOfTwoForms(context: Context, providers: Providers): Promise<void> {
	await openDemoSurvey(on(context, '2026-10-01'), {
		title: 'Hjälpen och vad den har lett till 2026 (demo)',
		purpose: 'follow-up',
		instrumentIds: [surveyInstrument, 'skl-brukarfragor'],
		providerIds: [idOf(providers, tabell6[0]?.name ?? '')],
		invited: [60],
		opensOn: '2026-10-01' as LocalDate,
		closesOn: '2099-12-31' as LocalDate
	});
}

async function openThisYearsSurvey(
	context: Context,
	providers: Providers
): Promise<DemoDoors['surveyLinks']> {
	const { links } = await openDemoSurvey(on(context, '2026-10-01'), {
		title: 'Vad tycker du om din hjälp? 2026 (demo)',
		purpose: 'anonymous-survey',
		instrumentIds: [surveyInstrument],
		providerIds: tabell6.map(({ name }) => idOf(providers, name)),
		opensOn: '2026-10-01' as LocalDate,
		closesOn: '2099-12-31' as LocalDate
	});
	return tabell6.map(({ name }) => {
		const link = links.find(({ providerId }) => providerId === providers.get(name));
		if (!link) throw new Error(`Länken för ${name} saknas.`);
		return { provider: name, token: link.token };
	});
}
