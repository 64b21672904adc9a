/**
 * The report as text, in Swedish, to begin the notifications with: within 24 and 72 hours and one month of becoming aware
 * (cybersäkerhetslagen 2025:1506), and 72 hours for personal data (article 33 GDPR).
 */
import type { BoardFacts, IncidentFacts } from './incident-facts.ts';

/** Markdown. Says what is counted, and what somebody has to write. */
export function writeReport(facts: IncidentFacts): string {
	return [
		'# Underlag för incidentrapport',
		`Sammanställt ${facts.gatheredAt} och gäller tiden från och med ${facts.since} (UTC). Här finns antal och tider, inga
namn, inga personnummer och inga svar. Ärenden och personal anges med id.`,
		'## Att fylla i',
		toFillIn,
		'## Systemet',
		listFacts([
			['Genklang', facts.program],
			['Node', facts.node],
			['Databas', facts.database],
			['Huvudnyckel', facts.masterKey],
			['Uppdateringar av databasen som inte är körda', String(facts.pendingMigrations)],
			['Programmets delar (SBOM)', facts.hasSbom ? 'sbom.cdx.json' : 'saknas: bygg med npm run build']
		]),
		'## Inloggning',
		listFacts([
			['Personalkonton', String(facts.staffAccounts)],
			...facts.signIn.map(({ kind, count }) => [kind, String(count)] as const)
		]),
		...facts.boards.flatMap(writeBoard),
		'## Filer',
		files
	].join('\n\n');
}

const toFillIn = `- När blev ni medvetna om det? Fristerna räknas därifrån: tidig varning inom 24 timmar, incidentanmälan inom 72
  timmar och slutrapport inom en månad; personuppgiftsincident till IMY inom 72 timmar.
- Vad har hänt, och misstänks det vara avsiktligt? Kan det beröra andra länder?
- Vilka följder får det för de berörda, och vad har ni gjort och tänker göra?
- Vem svarar på frågor: dataskyddsombud och kontaktperson.`;

const files = `- \`facts.json\`: siffrorna ovan.
- \`access-log-<nämnd>.csv\`: åtkomstloggens rader i perioden, utan skäl i fritext.
- \`sign-in-events.csv\`: vad som har hänt vid inloggningen i perioden.
- \`sbom.cdx.json\`: alla programdelar med version (CycloneDX).`;

function writeBoard(board: BoardFacts): string[] {
	const { since, log } = board;
	return [
		`## ${board.name} (${board.code})`,
		listFacts([
			[
				'Personer',
				`${board.clients}, varav ${board.identifiedClients} med namn eller personnummer lagrat (låst)`
			],
			['Ärenden', `${board.cases}, varav ${board.protectedCases} med skyddade personuppgifter`],
			['Svar som hör till ärenden', String(board.responses)],
			['Personer vars ärenden har lästs i perioden', String(since.clientsRead)],
			['Personer i vars ärenden något har ändrats i perioden', String(since.clientsWritten)],
			['Rader i åtkomstloggen i perioden', `${since.logLines}, av ${since.actors} olika`],
			['Åtkomstloggen', describeLog(log)]
		]),
		...(since.actions.length > 0
			? [listFacts(since.actions.map(({ action, count }) => [action, String(count)] as const))]
			: [])
	];
}

function describeLog({ fault, faultyLine, checkedLines, anchoredTo }: BoardFacts['log']): string {
	if (fault !== null) {
		return `INTE HEL: första felet är rad ${faultyLine ?? 'som inte hunnit länkas in'} (${fault}). ${checkedLines} rader före den är hela.`;
	}
	const anchor = anchoredTo === null ? 'ingen förankring finns' : `förankrad till rad ${anchoredTo}`;
	return `hel, ${checkedLines} rader kontrollerade, ${anchor}`;
}

function listFacts(facts: readonly (readonly [string, string])[]): string {
	return facts.map(([name, value]) => `- ${name}: ${value}`).join('\n');
}
