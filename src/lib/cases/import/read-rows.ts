/** From the cells of a file to what they say, or what is wrong with them. Nothing is guessed and nothing is rounded. */
import { parsePersonalNumber, type PersonalNumber } from '#lib/secrecy/personal-number.ts';
import { parseLocalDate, type LocalDate } from '#lib/shared/local-date.ts';
import type { Client } from '../case.ts';
import { factsFromNumber } from '../facts-from-number.ts';
import { requiredFields, type ColumnMap, type ImportField } from './import-field.ts';
import type { ImportProblem, ImportProblemCode } from './import-problem.ts';

/** One row of the file: a case, with one intervention where the row has one. */
export interface ImportRow {
	readonly row: number;
	readonly caseNumber: string;
	readonly clientNumber: string;
	readonly name: string | null;
	readonly personalNumber: PersonalNumber | null;
	readonly sex: Client['sex'];
	readonly birthYear: number | null;
	readonly concern: string | null;
	readonly openedOn: LocalDate;
	readonly closedOn: LocalDate | null;
	readonly intervention: ImportIntervention | null;
}

export interface ImportIntervention {
	readonly name: string;
	readonly provider: string;
	readonly decidedOn: LocalDate | null;
	readonly startedOn: LocalDate | null;
	readonly endedOn: LocalDate | null;
}

export interface ReadRows {
	readonly rows: readonly ImportRow[];
	readonly problems: readonly ImportProblem[];
	/** Rows where nothing is written. */
	readonly emptyRows: number;
}

/** As the pages take them. */
const maxLengths: Readonly<Partial<Record<ImportField, number>>> = {
	caseNumber: 40,
	clientNumber: 40,
	name: 200,
	concern: 120,
	interventionName: 120,
	provider: 200
};

/** As the database's own check. */
const earliestBirthYear = 1900;

/** Reads the rows under the heading. */
export function readRows(
	cells: readonly (readonly string[])[],
	columns: ColumnMap,
	today: LocalDate
): ReadRows {
	const rows: ImportRow[] = [];
	const problems: ImportProblem[] = [];
	let emptyRows = 0;
	cells.forEach((line, index) => {
		// The heading is row 1.
		const row = index + 2;
		if (line.every((cell) => cell.trim() === '')) {
			emptyRows += 1;
			return;
		}
		const reader = openRow({ row, line, columns, today });
		const read = readRow(reader, row);
		problems.push(...reader.problems);
		if (reader.problems.length === 0) rows.push(read);
	});
	return { rows, problems, emptyRows };
}

interface Reader {
	readonly problems: ImportProblem[];
	readonly today: LocalDate;
	text(field: ImportField): string;
	refuse(field: ImportField, code: ImportProblemCode): null;
}

interface RowInput {
	readonly row: number;
	readonly line: readonly string[];
	readonly columns: ColumnMap;
	readonly today: LocalDate;
}

function openRow({ row, line, columns, today }: RowInput): Reader {
	const problems: ImportProblem[] = [];
	const valueOf = (field: ImportField): string => {
		const at = columns[field];
		return at === undefined ? '' : (line[at] ?? '').normalize('NFC').trim().replaceAll(/\s+/g, ' ');
	};
	const refuse = (field: ImportField, code: ImportProblemCode): null => {
		problems.push({ row, field, code, value: valueOf(field) });
		return null;
	};
	const text = (field: ImportField): string => {
		const value = valueOf(field);
		if (value === '' && requiredFields.includes(field)) refuse(field, 'missing');
		if (value.length > (maxLengths[field] ?? Infinity)) refuse(field, 'too-long');
		return value;
	};
	return { problems, today, text, refuse };
}

function readRow(reader: Reader, row: number): ImportRow {
	const { text, today, refuse } = reader;
	const clientNumber = text('clientNumber');
	if (parsePersonalNumber(clientNumber, today).ok) refuse('clientNumber', 'is-a-personal-number');
	const openedOn = readDay(reader, 'openedOn', 'past');
	const closedOn = readDay(reader, 'closedOn', 'past');
	if (openedOn && closedOn && closedOn < openedOn) refuse('closedOn', 'closed-before-opened');
	return {
		row,
		caseNumber: text('caseNumber'),
		clientNumber,
		name: text('name') || null,
		...readPerson(reader),
		concern: text('concern') || null,
		// Missing, it is among the problems, and then the row goes no further.
		openedOn: openedOn ?? today,
		closedOn,
		intervention: readIntervention(reader)
	};
}

/** A day as ISO has it, as eight digits, or with a clock after it, as systems export moments. */
function readDay(reader: Reader, field: ImportField, when: 'past' | 'any'): LocalDate | null {
	const text = reader.text(field);
	if (text === '') return null;
	const match = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?Z?)?$/.exec(text);
	const day = match ? parseLocalDate(`${match[1]}-${match[2]}-${match[3]}`) : undefined;
	if (!day) return reader.refuse(field, 'not-a-date');
	return when === 'past' && day > reader.today ? reader.refuse(field, 'in-the-future') : day;
}

const sexWords: Readonly<Record<string, Client['sex']>> = {
	kvinna: 'female',
	flicka: 'female',
	'flicka/kvinna': 'female',
	k: 'female',
	female: 'female',
	f: 'female',
	man: 'male',
	pojke: 'male',
	'pojke/man': 'male',
	m: 'male',
	male: 'male',
	'ej angivet': null,
	okänt: null,
	'': null
};

type Person = Pick<ImportRow, 'personalNumber' | 'sex' | 'birthYear'>;

function readPerson(reader: Reader): Person {
	const { text, today, refuse } = reader;
	const number = text('personalNumber');
	const parsed = number === '' ? null : parsePersonalNumber(number, today);
	const personalNumber = parsed?.ok ? parsed.value : null;
	if (parsed && !parsed.ok) refuse('personalNumber', 'not-a-personal-number');
	const word = text('sex').toLocaleLowerCase('sv');
	const sex = Object.hasOwn(sexWords, word) ? (sexWords[word] ?? null) : refuse('sex', 'not-a-sex');
	const birthYear = readYear(reader);
	if (personalNumber === null) return { personalNumber, sex, birthYear };
	const facts = factsFromNumber(personalNumber);
	if (sex !== null && sex !== facts.sex) refuse('sex', 'contradicts-number');
	if (birthYear !== null && birthYear !== facts.birthYear) refuse('birthYear', 'contradicts-number');
	return { personalNumber, ...facts };
}

function readYear({ text, today, refuse }: Reader): number | null {
	const written = text('birthYear');
	if (written === '') return null;
	const year = /^\d{4}$/.test(written) ? Number(written) : 0;
	const isPossible = year >= earliestBirthYear && year <= Number(today.slice(0, 4));
	return isPossible ? year : refuse('birthYear', 'not-a-year');
}

/** None when the row has nothing of one; a provider alone is no intervention. */
function readIntervention(reader: Reader): ImportIntervention | null {
	const { text, refuse } = reader;
	const name = text('interventionName');
	const provider = text('provider');
	const decidedOn = readDay(reader, 'decidedOn', 'any');
	const startedOn = readDay(reader, 'startedOn', 'any');
	const endedOn = readDay(reader, 'endedOn', 'any');
	if (startedOn && endedOn && endedOn < startedOn) refuse('endedOn', 'ended-before-start');
	const hasDays = [decidedOn, startedOn, endedOn].some((day) => day !== null);
	if (name === '' && hasDays) return refuse('interventionName', 'intervention-without-name');
	if (name === '') return null;
	if (provider === '') return refuse('provider', 'intervention-without-provider');
	return { name, provider, decidedOn, startedOn, endedOn };
}
