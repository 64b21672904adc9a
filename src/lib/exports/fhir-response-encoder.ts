/**
 * Responses as FHIR R4 QuestionnaireResponse, one a line (NDJSON, as FHIR Bulk Data has them). A question without an answer
 * says why with the data-absent-reason extension. Nothing that was written in words is in it.
 */
import type { AnswerStatus } from '#lib/collection/unanswered.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import { listQuestions } from '#lib/instruments/list-questions.ts';
import type { Code, Option, Question } from '#lib/instruments/questionnaire.ts';
import { codesByRow, listCodes } from '#lib/questionnaire/answer-codes.ts';
import { unreachable } from '#lib/shared/unreachable.ts';
import type { Encoder } from './encoder.ts';
import type { ExportOrder, FileLanguage } from './export-order.ts';
import type { ExportRecord } from './export-record.ts';
import { scaleLink, scoresLink, toCanonical, withDisplay, type Json } from './fhir-questionnaire.ts';

const absentReason = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';

type JsonObject = Readonly<Record<string, Json>>;

/** hl7.org/fhir/R4/valueset-data-absent-reason.html */
const reasons: Readonly<Record<Exclude<AnswerStatus, 'answered'>, string>> = {
	skipped: 'unknown',
	'dont-know': 'asked-unknown',
	declined: 'asked-declined',
	'not-shown': 'not-applicable',
	'not-asked': 'not-asked'
};

export function makeFhirResponseEncoder(
	fileName: string,
	instrument: Instrument,
	order: Pick<ExportOrder, 'id' | 'language'>
): Encoder {
	const questions = listQuestions(instrument.questionnaire);
	const questionnaire = `${toCanonical(instrument)}|${instrument.version}`;
	return {
		fileName,
		head: () => '',
		row(record) {
			const item = [
				...questions.flatMap((question) =>
					toItems(question, record, order.language).map((item) => withLayer(item, question, record))
				),
				...toScores(instrument, record)
			];
			const resource = {
				resourceType: 'QuestionnaireResponse',
				id: `${order.id}-${record.number}`,
				...(record.kind === 'case' ? toCaseFields(record) : toSurveyFields(record)),
				questionnaire,
				status: 'completed',
				item
			};
			return `${JSON.stringify(resource)}\n`;
		},
		tail: () => ''
	};
}

/** The item with what its question was like when it was answered, where that was another layer than the whole response's. */
function withLayer(item: JsonObject, { name }: Question, record: ExportRecord): Json {
	const layer = record.kind === 'case' ? record.layers[name] : undefined;
	if (!layer) return item;
	const { extension: own = [], ...rest } = item;
	const language = { url: 'urn:genklang:answer-language', valueCode: layer.language };
	const pictures = { url: 'urn:genklang:with-pictures', valueBoolean: layer.hasPictures };
	return { ...rest, extension: [...(own as readonly Json[]), language, pictures] };
}

/** Facts that FHIR has no place for, each under a name of its own. */
function extension(name: string, value: string | null): Json[] {
	return value === null || value === '' ? [] : [{ url: `urn:genklang:${name}`, valueString: value }];
}

function toCaseFields(record: Extract<ExportRecord, { kind: 'case' }>): { readonly [key: string]: Json } {
	return {
		language: record.language,
		subject: { identifier: { system: 'urn:genklang:case', value: record.pseudonym } },
		authored: record.answeredOn,
		extension: [
			...extension('occasion', record.occasion),
			...extension('respondent', record.respondent),
			...extension('help', record.help),
			...extension('mode', record.mode),
			...extension('sex', record.sex),
			...extension('birth-year', record.birthYear === null ? null : String(record.birthYear)),
			...extension('age-group', record.ageGroup),
			...extension('provider', record.provider),
			...extension('intervention', record.intervention)
		]
	};
}

function toSurveyFields(record: Extract<ExportRecord, { kind: 'anonymous' }>): {
	readonly [key: string]: Json;
} {
	return { extension: [...extension('period', record.period), ...extension('provider', record.provider)] };
}

function toItems(question: Question, record: ExportRecord, language: FileLanguage): JsonObject[] {
	const value = record.answers[question.name];
	const status = record.statuses.get(question.name) ?? 'skipped';
	const linkId = question.name;
	const codings = (codes: readonly Code[], options: readonly Option[]): Json[] =>
		codes.map((code) => ({ valueCoding: toCoding(code, options, language) }));
	switch (question.kind) {
		case 'radiogroup':
		case 'dropdown':
		case 'rating':
		case 'boolean':
		case 'checkbox':
			return [toItem(linkId, status, codings(listCodes(value), question.options))];
		case 'matrix': {
			const chosen = codesByRow(value);
			const item = question.rows.map((row) => {
				const code = chosen[row.name];
				const answer = code === undefined ? [] : codings([code], question.columns);
				return toItem(`${linkId}.${row.name}`, status, answer);
			});
			return [{ linkId, item }];
		}
		case 'slider':
			return [toItem(linkId, status, toDecimals(value))];
		case 'text':
			if (question.inputType === 'number') return [toItem(linkId, status, toDecimals(value))];
			return question.inputType === 'date'
				? [toItem(linkId, status, typeof value === 'string' ? [{ valueDate: value }] : [])]
				: [];
		case 'comment':
			return [];
		default:
			return unreachable(question);
	}
}

function toItem(linkId: string, status: AnswerStatus, answer: readonly Json[]): JsonObject {
	if (answer.length > 0) return { linkId, answer };
	const valueCode = reasons[status === 'answered' ? 'skipped' : status];
	return { linkId, extension: [{ url: absentReason, valueCode }] };
}

function toDecimals(value: unknown): Json[] {
	const number = typeof value === 'number' || typeof value === 'string' ? Number(value) : NaN;
	return Number.isFinite(number) ? [{ valueDecimal: number }] : [];
}

function toCoding(code: Code, options: readonly Option[], language: FileLanguage): Json {
	const option = options.find((one) => String(one.code) === String(code));
	return { code: String(code), ...withDisplay(option?.label ?? null, language) };
}

function toScores({ scales }: Instrument, { scores }: ExportRecord): Json[] {
	if (scales.length === 0) return [];
	const item = scales.map(({ name }) => {
		const score = scores.scales[name]?.score ?? null;
		const linkId = scaleLink(name);
		return score === null
			? { linkId, extension: [{ url: absentReason, valueCode: 'unknown' }] }
			: { linkId, answer: [{ valueDecimal: score }] };
	});
	return [{ linkId: scoresLink, item }];
}
