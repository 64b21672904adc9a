/**
 * What a file of cases can hold, one line for each: what it is called by those whose files these are. A heading that is
 * among the words is guessed; nothing else is, and whoever imports sees every guess before anything is done with it.
 */

export const importFields = [
	'caseNumber',
	'clientNumber',
	'name',
	'personalNumber',
	'sex',
	'birthYear',
	'concern',
	'openedOn',
	'closedOn',
	'interventionName',
	'provider',
	'decidedOn',
	'startedOn',
	'endedOn'
] as const;
export type ImportField = (typeof importFields)[number];

/** Without these no case can be opened. */
export const requiredFields: readonly ImportField[] = ['caseNumber', 'clientNumber', 'openedOn'];

/** Which column each field is in, counted from 0; a field that is left out is not in the file. */
export type ColumnMap = Readonly<Partial<Record<ImportField, number>>>;

/** Headings, Swedish and English; neither their case nor their signs matter. */
const headings: Readonly<Record<ImportField, readonly string[]>> = {
	caseNumber: ['ärendenummer', 'ärendenr', 'ärende', 'ärendeid', 'case number', 'caseid', 'case'],
	clientNumber: [
		'klientnummer',
		'klientnr',
		'klientid',
		'klient',
		'brukarid',
		'brukarnummer',
		'personid',
		'client number',
		'client id',
		'client'
	],
	name: ['namn', 'klientens namn', 'klientnamn', 'brukarens namn', 'name'],
	personalNumber: ['personnummer', 'personnr', 'pnr', 'samordningsnummer', 'personal identity number'],
	sex: ['kön', 'juridiskt kön', 'sex', 'gender'],
	birthYear: ['födelseår', 'född', 'födelseår åååå', 'year of birth', 'birth year'],
	concern: ['problematik', 'gäller', 'orsak', 'aktualiseringsorsak', 'concern', 'about'],
	openedOn: [
		'öppnat',
		'öppnat datum',
		'öppnad',
		'inlett',
		'startdatum ärende',
		'aktualiserat',
		'datum för aktualisering',
		'aktualiseringsdatum',
		'opened'
	],
	closedOn: ['avslutat', 'avslutat datum', 'ärendet avslutat', 'slutdatum ärende', 'closed'],
	interventionName: ['insats', 'insatsens namn', 'insatstyp', 'intervention'],
	provider: ['utförare', 'utförarens namn', 'leverantör', 'provider'],
	decidedOn: ['beslutad', 'beslutsdatum', 'datum för beslut', 'datum för beslut om insats', 'decided'],
	startedOn: [
		'började',
		'startdatum',
		'insats från',
		'startdatum insats',
		'verkställd',
		'verkställighetsdatum',
		'datum för verkställande',
		'started'
	],
	endedOn: [
		'avslutades',
		'slutdatum',
		'insats till',
		'slutdatum insats',
		'datum för avslut',
		'avslutsdatum',
		'ended'
	]
};

/** The columns that the headings name. A field that two columns claim is the first's. */
export function guessColumns(written: readonly string[]): ColumnMap {
	const names = written.map(fold);
	const guessed = importFields.flatMap((field) => {
		const at = names.findIndex((name) => headings[field].some((heading) => fold(heading) === name));
		return at === -1 ? [] : [[field, at] as const];
	});
	return Object.fromEntries(guessed);
}

/**
 * A saved choice of columns, by the headings they had then, laid over a file. A heading that the file does not have leaves
 * its field out.
 */
export function applySavedColumns(
	saved: Readonly<Partial<Record<ImportField, string>>>,
	written: readonly string[]
): ColumnMap {
	const names = written.map(fold);
	const found = importFields.flatMap((field) => {
		const heading = saved[field];
		const at = heading === undefined ? -1 : names.indexOf(fold(heading));
		return at === -1 ? [] : [[field, at] as const];
	});
	return Object.fromEntries(found);
}

/** The headings of the chosen columns, to be saved for the next file from the same source. */
export function toSavedColumns(
	columns: ColumnMap,
	written: readonly string[]
): Readonly<Partial<Record<ImportField, string>>> {
	const named = Object.entries(columns).map(([field, at]) => [field, written[at] ?? '']);
	return Object.fromEntries(named);
}

function fold(heading: string): string {
	return heading
		.normalize('NFC')
		.toLocaleLowerCase('sv')
		.replaceAll(/[^\p{L}\p{N}]+/gu, '');
}
