/** The records of an order, a few at a time: read, opened, scored, and without what would say who it is. */
import { describeAnswers } from '#lib/collection/unanswered.ts';
import { toPersonFacts } from '#lib/collection/person-facts.ts';
import {
	countResponses,
	listCasesAnswered,
	listResponses,
	type ResponseRow
} from '#lib/collection/server/export/queries.ts';
import { listInterventionNames } from '#lib/cases/server/queries.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import { isSensitive } from '#lib/instruments/is-sensitive.ts';
import { ageGroup } from '#lib/outcomes/age-group.ts';
import { findDisclosureRule } from '#lib/outcomes/disclosure/disclosure-rules.ts';
import { releaseResponses } from '#lib/outcomes/disclosure/release-responses.ts';
import { scoreInstrument } from '#lib/scoring/score-instrument.ts';
import type { FieldCipher } from '#lib/secrecy/server/field-cipher.ts';
import type { CaseId, InterventionId, ResponseId } from '#lib/shared/ids.ts';
import { toLocalDate, toQuarter } from '#lib/shared/local-date.ts';
import type { Context } from '#lib/shared/server/context.ts';
import type { Orm } from '#lib/shared/server/database.ts';
import { fetch } from '#lib/shared/server/read.ts';
import type { Work } from '#lib/shared/server/work.ts';
import { listAnonymousResponses } from '#lib/surveys/server/export/queries.ts';
import { fileAgeLimits } from '../age-limits.ts';
import type { ExportOrder } from '../export-order.ts';
import type { AnonymousRecord, CaseRecord, ExportRecord } from '../export-record.ts';
import { liesWithin } from '../lies-within.ts';
import { surveyExportCounts } from './reads/survey-export-counts.ts';

export interface RecordScope extends Pick<Work, 'query' | 'boardId'> {
	readonly tx: Orm;
	readonly context: Context;
	readonly fieldCipher: FieldCipher;
}

export interface Records {
	readonly total: number;
	/** In the file's order; read some at a time, and made one by one. Null where what was read has nothing for the file. */
	readonly records: AsyncIterable<ExportRecord | null>;
}

/** How many are read at a time: few, so that whoever answers questions meanwhile never waits for long. */
const batchSize = 15;
/** An intervention's name is in the file when so many cases have had one: what fewer have had says who they are. */
const fewestWithName = 5;

export async function openRecords(
	scope: RecordScope,
	order: ExportOrder,
	instrument: Instrument
): Promise<Records> {
	return order.dataSet === 'case-responses'
		? openCaseRecords(scope, order, instrument)
		: openAnonymousRecords(scope, order, instrument);
}

async function openCaseRecords(
	scope: RecordScope,
	order: ExportOrder,
	instrument: Instrument
): Promise<Records> {
	const names = await listCommonNames(scope);
	async function* records(): AsyncGenerator<CaseRecord | null, void> {
		let number = 0;
		for (let after: CaseId | null = null; ;) {
			const caseIds: readonly CaseId[] = await listCasesAnswered(scope, order, after, batchSize);
			after = caseIds.at(-1) ?? null;
			if (after === null) return;
			const rows = await listResponses(scope, scope.fieldCipher, order, caseIds);
			if (rows.length === 0) yield null;
			for (const row of rows) {
				number += 1;
				const name = row.interventionId === null ? null : (names.get(row.interventionId) ?? null);
				yield toCaseRecord(row, number, name, scope.fieldCipher.pseudonymOf(row.caseId), order, instrument);
			}
		}
	}
	return { total: await countResponses(scope, order), records: records() };
}

function toCaseRecord(
	row: ResponseRow,
	number: number,
	intervention: string | null,
	pseudonym: string,
	order: ExportOrder,
	instrument: Instrument
): CaseRecord {
	const { occasion, respondent, mode, help, language, answeredOn, repeat, provider, answers } = row;
	const { sex, birthYear } = row;
	const age = birthYear === null ? null : Number(answeredOn.slice(0, 4)) - birthYear;
	return {
		kind: 'case',
		number,
		pseudonym,
		occasion,
		repeat,
		answeredOn,
		mode,
		language,
		layers: row.answerLayers,
		respondent,
		help,
		sex,
		birthYear: order.ageForm === 'birth-year' ? birthYear : null,
		ageGroup: order.ageForm === 'group' ? ageGroup(age, fileAgeLimits) : null,
		provider,
		intervention,
		answers,
		statuses: describeAnswers(instrument.questionnaire, answers, row.unanswered),
		scores: scoreInstrument(instrument, answers, toPersonFacts(respondent, { sex, birthYear }, answeredOn))
	};
}

/** The names that enough cases have had, by intervention. */
async function listCommonNames(scope: RecordScope): Promise<ReadonlyMap<InterventionId, string>> {
	const sealedScope = { ...scope, cipher: () => Promise.resolve(scope.fieldCipher) };
	const named = new Map<string, { readonly cases: Set<string>; readonly ids: InterventionId[] }>();
	for (let after: InterventionId | null = null; ;) {
		const rows: Awaited<ReturnType<typeof listInterventionNames>> = await listInterventionNames(
			sealedScope,
			after,
			500
		);
		for (const { id, caseId, name } of rows) {
			const entry = named.get(name) ?? { cases: new Set(), ids: [] };
			if (entry.cases.size < fewestWithName) entry.cases.add(caseId);
			entry.ids.push(id);
			named.set(name, entry);
		}
		after = rows.at(-1)?.id ?? null;
		if (after === null) break;
	}
	return new Map(
		[...named].flatMap(([name, { cases, ids }]) =>
			cases.size < fewestWithName ? [] : ids.map((id) => [id, name] as const)
		)
	);
}

async function openAnonymousRecords(
	scope: RecordScope,
	order: ExportOrder,
	instrument: Instrument
): Promise<Records> {
	const counts = await fetch(scope.context, surveyExportCounts, order);
	const rule = findDisclosureRule({ audience: 'unit', isSensitive: isSensitive(instrument) });
	const today = toQuarter(toLocalDate(scope.context.now()));
	const blocks = releaseResponses(counts, rule, today)
		.filter(({ providerId }) => order.providerId === null || order.providerId === providerId)
		.filter(({ quarters }) => liesWithin(quarters, order));
	const periods = new Map(
		blocks.flatMap(({ providerId, quarters, period }) =>
			quarters.map((quarter) => [`${providerId} ${quarter}`, period] as const)
		)
	);
	const released = blocks.flatMap(({ providerId, quarters }) =>
		quarters.map((quarter) => ({ providerId, quarter }))
	);
	async function* records(): AsyncGenerator<AnonymousRecord, void> {
		let number = 0;
		for (let after: ResponseId | null = null; ;) {
			const rows: Awaited<ReturnType<typeof listAnonymousResponses>> = await listAnonymousResponses(
				scope,
				order,
				released,
				after,
				batchSize
			);
			if (rows.length === 0) return;
			for (const { providerId, provider, quarter, answers } of rows) {
				number += 1;
				yield {
					kind: 'anonymous',
					number,
					period: periods.get(`${providerId} ${quarter}`) ?? '',
					provider,
					answers,
					statuses: describeAnswers(instrument.questionnaire, answers, {}),
					scores: scoreInstrument(instrument, answers, { sex: null, ageInYears: null })
				};
			}
			after = rows.at(-1)?.id ?? null;
		}
	}
	return { total: blocks.reduce((sum, { answers }) => sum + answers, 0), records: records() };
}
