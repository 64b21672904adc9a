import { expect, it } from 'vitest';
import type { BoardFacts, IncidentFacts } from './incident-facts.ts';
import { writeReport } from './report-text.ts';

const board: BoardFacts = {
	id: '6eecda90-1225-4c63-8f51-daafa8b49247',
	code: 'social',
	name: 'Påhittade nämnden',
	clients: 12,
	identifiedClients: 3,
	cases: 14,
	protectedCases: 1,
	responses: 40,
	since: {
		logLines: 30,
		actors: 4,
		clientsRead: 5,
		clientsWritten: 2,
		actions: [
			{ action: 'caseOverview', count: 25 },
			{ action: 'sendLink', count: 5 }
		]
	},
	log: { checkedLines: 300, anchoredTo: 280, fault: null, faultyLine: null }
};
const facts: IncidentFacts = {
	program: '0.1.0',
	node: 'v24.0.0',
	database: 'PostgreSQL 17.2',
	gatheredAt: '2026-03-02T11:00:00.000Z',
	since: '2026-02-28T23:00:00.000Z',
	masterKey: 'a1b2c3d4e5f6',
	pendingMigrations: 0,
	hasSbom: true,
	boards: [board],
	signIn: [{ kind: 'password-refused', count: 812 }],
	staffAccounts: 9
};

it('says what is known, board by board, and what somebody has to fill in', () => {
	expect(writeReport(facts)).toMatchInlineSnapshot(`
		"# Underlag för incidentrapport

		Sammanställt 2026-03-02T11:00:00.000Z och gäller tiden från och med 2026-02-28T23:00:00.000Z (UTC). Här finns antal och tider, inga
		namn, inga personnummer och inga svar. Ärenden och personal anges med id.

		## Att fylla i

		- När blev ni medvetna om det? Fristerna räknas därifrån: tidig varning inom 24 timmar, incidentanmälan inom 72
		  timmar och slutrapport inom en månad; personuppgiftsincident till IMY inom 72 timmar.
		- Vad har hänt, och misstänks det vara avsiktligt? Kan det beröra andra länder?
		- Vilka följder får det för de berörda, och vad har ni gjort och tänker göra?
		- Vem svarar på frågor: dataskyddsombud och kontaktperson.

		## Systemet

		- Genklang: 0.1.0
		- Node: v24.0.0
		- Databas: PostgreSQL 17.2
		- Huvudnyckel: a1b2c3d4e5f6
		- Uppdateringar av databasen som inte är körda: 0
		- Programmets delar (SBOM): sbom.cdx.json

		## Inloggning

		- Personalkonton: 9
		- password-refused: 812

		## Påhittade nämnden (social)

		- Personer: 12, varav 3 med namn eller personnummer lagrat (låst)
		- Ärenden: 14, varav 1 med skyddade personuppgifter
		- Svar som hör till ärenden: 40
		- Personer vars ärenden har lästs i perioden: 5
		- Personer i vars ärenden något har ändrats i perioden: 2
		- Rader i åtkomstloggen i perioden: 30, av 4 olika
		- Åtkomstloggen: hel, 300 rader kontrollerade, förankrad till rad 280

		- caseOverview: 25
		- sendLink: 5

		## Filer

		- \`facts.json\`: siffrorna ovan.
		- \`access-log-<nämnd>.csv\`: åtkomstloggens rader i perioden, utan skäl i fritext.
		- \`sign-in-events.csv\`: vad som har hänt vid inloggningen i perioden.
		- \`sbom.cdx.json\`: alla programdelar med version (CycloneDX)."
	`);
});

it('says first of all when the access log is not whole', () => {
	const log = { checkedLines: 17, anchoredTo: 280, fault: 'missing', faultyLine: 18 };
	const report = writeReport({ ...facts, boards: [{ ...board, log }] });
	expect(report).toContain('INTE HEL: första felet är rad 18 (missing). 17 rader före den är hela.');
});

it('says when there is nothing outside the database to hold the log against', () => {
	const log = { ...board.log, anchoredTo: null };
	const report = writeReport({ ...facts, hasSbom: false, boards: [{ ...board, log }] });
	expect(report).toContain('ingen förankring finns');
	expect(report).toContain('saknas: bygg med npm run build');
});
