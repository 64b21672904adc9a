/** Which files an order becomes: one that the rows are written to, and those that are the same however many there are. */
import type { Instrument } from '#lib/instruments/instrument.ts';
import { m } from '#lib/paraglide/messages.js';
import { unreachable } from '#lib/shared/unreachable.ts';
import { writeCodebookHtml } from './codebook-html.ts';
import { listMissingLabels, type Codebook } from './codebook.ts';
import { makeCsvEncoder, rfc4180, swedishCsv, writeCsv } from './csv-encoder.ts';
import type { Encoder } from './encoder.ts';
import type { ExportOrder } from './export-order.ts';
import { toFhirQuestionnaire } from './fhir-questionnaire.ts';
import { makeFhirResponseEncoder } from './fhir-response-encoder.ts';
import { makeJsonEncoder } from './json-encoder.ts';
import { makeSavEncoder } from './sav-encoder.ts';
import { toVariableName } from './variable-name.ts';
import type { Variable } from './variable.ts';
import { listFixedParts, makeSheetEncoder } from './xlsx-parts.ts';

export interface ExportFiles {
	/** Of what is fetched: a folder packed together, or a workbook, which is one too. */
	readonly name: string;
	readonly mediaType: string;
	readonly rows: Encoder;
	readonly others: readonly { readonly path: string; readonly content: string }[];
}

export interface FilesInput {
	readonly order: ExportOrder;
	readonly instrument: Instrument;
	readonly variables: readonly Variable[];
	readonly codebook: Codebook;
	readonly madeOn: string;
}

export function makeFiles(input: FilesInput): ExportFiles {
	const { order, codebook, variables, madeOn } = input;
	const locale = { locale: order.language };
	const base = `${toVariableName(order.instrumentId)}-${madeOn}-${order.id.slice(0, 8)}`;
	if (order.format === 'xlsx') {
		return {
			name: `${base}.xlsx`,
			mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
			rows: makeSheetEncoder(variables, order.valueForm),
			others: listFixedParts(codebook, [
				m.exports_sheet_rows({}, locale),
				m.exports_sheet_codebook({}, locale),
				m.exports_sheet_about({}, locale)
			])
		};
	}
	const isSwedish = order.format === 'csv-swedish';
	const codebookTable = writeCsv([codebook.headings, ...codebook.rows], isSwedish ? swedishCsv : rfc4180);
	return {
		name: `${base}.zip`,
		mediaType: 'application/zip',
		rows: makeRows(input, base),
		others: [
			{ path: `${base}-kodbok.html`, content: writeCodebookHtml(codebook, order.language) },
			{ path: `${base}-kodbok.csv`, content: codebookTable },
			...(order.format === 'fhir'
				? [{ path: 'Questionnaire.json', content: toQuestionnaireFile(input) }]
				: [])
		]
	};
}

function toQuestionnaireFile({ instrument, order }: FilesInput): string {
	return `${JSON.stringify(toFhirQuestionnaire(instrument, order.language), null, '\t')}\n`;
}

function makeRows({ order, instrument, variables, codebook, madeOn }: FilesInput, base: string): Encoder {
	const { format, valueForm } = order;
	switch (format) {
		case 'csv-swedish':
			return makeCsvEncoder(`${base}.csv`, variables, swedishCsv, valueForm);
		case 'csv':
			return makeCsvEncoder(`${base}.csv`, variables, rfc4180, valueForm);
		case 'spss':
			return makeSavEncoder(`${base}.sav`, variables, {
				file: `Genklang ${instrument.id} ${order.id}`,
				missing: listMissingLabels(order.language),
				madeOn
			});
		case 'json':
			return makeJsonEncoder(`${base}.json`, variables, codebook);
		case 'fhir':
			return makeFhirResponseEncoder('QuestionnaireResponse.ndjson', instrument, order);
		case 'xlsx':
			return makeSheetEncoder(variables, valueForm);
		default:
			return unreachable(format);
	}
}
