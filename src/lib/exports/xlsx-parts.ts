/**
 * The parts of an XLSX file (ECMA-376, Office Open XML): rows on the first sheet, the codebook on the second, what the file
 * is on the third. Text is written as inline strings, which a spreadsheet shows and never computes, and which need no list
 * of all texts in memory.
 */
import type { Codebook } from './codebook.ts';
import type { Encoder } from './encoder.ts';
import { escapeXml } from './escape-xml.ts';
import type { ValueForm } from './export-order.ts';
import { labelCell, listLabels } from './label-cell.ts';
import type { Cell, Variable } from './variable.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

/** A sheet has no more rows than this (Excel specifications and limits): header included. */
export const maxSheetRows = 1_048_576;

const style = { plain: 0, heading: 1, day: 2 } as const;
/** Excel counts days from the last of 1899 (with 1900 as a leap year); this is right from March 1900. */
const excelEpoch = Date.UTC(1899, 11, 30);

/** The first sheet, a record at a time. */
export function makeSheetEncoder(variables: readonly Variable[], valueForm: ValueForm): Encoder {
	const labels = variables.map(listLabels);
	const letters = variables.map((_variable, index) => nameColumn(index));
	const heading = variables.map(({ name }) => text(name, style.heading));
	return {
		fileName: 'xl/worksheets/sheet1.xml',
		head: () => `${sheetStart(variables.map(() => 14))}${toRow(1, heading)}`,
		row: (record) => {
			const number = record.number + 1;
			let row = `<row r="${number}">`;
			for (const [index, variable] of variables.entries()) {
				const cell = variable.read(record);
				const shown = valueForm === 'labels' ? labelCell(labels[index], cell) : cell;
				if (shown !== null) row += toCell(`${letters[index]}${number}`, shown, variable.kind === 'day');
			}
			return `${row}</row>`;
		},
		tail: () => sheetEnd
	};
}

/** The other parts, by their place in the package. */
export function listFixedParts(
	codebook: Codebook,
	sheetNames: readonly [rows: string, codebook: string, about: string]
): { readonly path: string; readonly content: string }[] {
	const about = [
		...codebook.facts.map(({ name, value }) => [name, value]),
		...codebook.notes.map((note) => ['', note])
	];
	return [
		{ path: '[Content_Types].xml', content: contentTypes },
		{ path: '_rels/.rels', content: rootRelationships },
		{ path: 'xl/workbook.xml', content: workbook(sheetNames) },
		{ path: 'xl/_rels/workbook.xml.rels', content: workbookRelationships },
		{ path: 'xl/styles.xml', content: styles },
		{
			path: 'xl/worksheets/sheet2.xml',
			content: toSheet(
				[18, 12, 50, 50, 50, 40, 12, 24],
				[
					codebook.headings.map((heading) => text(heading, style.heading)),
					...codebook.rows.map((row) => row.map((value) => text(value)))
				]
			)
		},
		{
			path: 'xl/worksheets/sheet3.xml',
			content: toSheet(
				[28, 90],
				about.map(([name = '', value = '']) => [text(name, style.heading), text(value)])
			)
		}
	];
}

/** A cell's kind and content without its place. */
type PlacelessCell = (place: string) => string;

function text(value: string, of: number = style.plain): PlacelessCell {
	return (place) => inline(place, value, of);
}

function toSheet(widths: readonly number[], rows: readonly (readonly PlacelessCell[])[]): string {
	return `${sheetStart(widths)}${rows.map((cells, index) => toRow(index + 1, cells)).join('')}${sheetEnd}`;
}

function toRow(number: number, cells: readonly PlacelessCell[]): string {
	const written = cells.map((cell, index) => cell(`${nameColumn(index)}${number}`));
	return `<row r="${number}">${written.join('')}</row>`;
}

/** A, B … Z, AA …: the place is optional in the standard, but not every reader knows that. */
function nameColumn(index: number): string {
	const letter = String.fromCharCode(65 + (index % 26));
	return index < 26 ? letter : `${nameColumn(Math.floor(index / 26) - 1)}${letter}`;
}

function toCell(place: string, cell: NonNullable<Cell>, isDay: boolean): string {
	if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
	return isDay
		? `<c r="${place}" s="${style.day}"><v>${toExcelDay(cell)}</v></c>`
		: inline(place, cell, style.plain);
}

function toExcelDay(day: string): number {
	return Math.round((Date.parse(`${day}T00:00:00Z`) - excelEpoch) / 86_400_000);
}

function inline(place: string, value: string, of: number): string {
	const styled = of === style.plain ? '' : ` s="${of}"`;
	return `<c r="${place}" t="inlineStr"${styled}><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
}

function sheetStart(widths: readonly number[]): string {
	const columns = widths
		.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
		.join('');
	const frozen =
		'<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
	return `${declaration}<worksheet xmlns="${main}">${frozen}<cols>${columns}</cols><sheetData>`;
}

const sheetEnd = '</sheetData></worksheet>';

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const contentTypes = `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/>${[1, 2, 3].map((number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${sheetType}.worksheet+xml"/>`).join('')}</Types>`;

const rootRelationships = `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

const workbookRelationships = `${declaration}<Relationships xmlns="${packages}/relationships">${[1, 2, 3].map((number) => `<Relationship Id="rId${number}" Type="${relationships}/worksheet" Target="worksheets/sheet${number}.xml"/>`).join('')}<Relationship Id="rId4" Type="${relationships}/styles" Target="styles.xml"/></Relationships>`;

function workbook(names: readonly string[]): string {
	const sheets = names
		.map((name, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
		.join('');
	return `${declaration}<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets>${sheets}</sheets></workbook>`;
}

/** Plain, bold, and a day as ISO writes it. */
const styles = `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;
