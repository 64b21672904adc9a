/**
 * Published figures as open data (CC0): one figure a row, in Swedish column names without accents for spreadsheets, and as
 * objects for programs. A hidden figure has its sign where its numbers would have been.
 */
import { formatDecimal } from '#lib/shared/decimal.ts';
import type { JudgedCell } from '#lib/targets/assess-cell.ts';
import type { ResponseShare } from '#lib/targets/response-share.ts';
import { meanDecimals } from '#lib/targets/printed-decimals.ts';
import { figureName, type Publication, type PublishedFigure, type Snapshot } from './publication.ts';

/** https://creativecommons.org/publicdomain/zero/1.0/ */
export const openLicence = 'CC0-1.0';

const columns = [
	'figur',
	'ar',
	'lag',
	'mal',
	'fraga',
	'utforare',
	'antal_svar',
	'hoppade_over',
	'utanfor_skalan',
	'deltog',
	'tillfragade',
	'svarsfrekvens',
	'medelvarde',
	'malpoang',
	'skala_lagst',
	'skala_hogst',
	'nar_malet',
	'osakerhet_lag',
	'osakerhet_hog',
	'underlag',
	'formular',
	'formularversion',
	'kvartal',
	'malet_beslutat',
	'beslut',
	'kontrollsumma'
] as const;

type Row = Readonly<Record<(typeof columns)[number], string>>;

const positions = { above: 'over', below: 'under', 'not-separated': 'gar_inte_att_skilja' } as const;
const withoutInterval = { 'too-few-for-interval': 'for_fa_svar', 'all-equal': 'alla_lika' } as const;

/** With a heading, decimal comma and ISO days. */
export function toOpenRows(
	boardCode: string,
	publication: Publication,
	snapshot: Snapshot,
	figures: readonly PublishedFigure[]
): readonly (readonly string[])[] {
	return [
		columns,
		...figures.map((figure) => {
			const row = toRow(boardCode, publication, snapshot, figure);
			return columns.map((column) => row[column]);
		})
	];
}

function toRow(
	boardCode: string,
	publication: Publication,
	snapshot: Snapshot,
	{ number, definition, result, hash }: PublishedFigure
): Row {
	const { target, scale, instrumentVersion, quarters } = definition;
	const hidden = result.kind === 'hidden' ? result.symbol : '';
	const of = (write: (cell: JudgedCell) => string): string =>
		result.kind === 'shown' ? write(result.value) : hidden;
	const response = responseOf(snapshot, definition);
	const ofResponse = (write: (response: ResponseShare) => string): string =>
		of(() => (response ? write(response) : ''));
	return {
		figur: figureName(boardCode, publication, number),
		ar: String(target.year),
		lag: target.law,
		mal: target.goal,
		fraga: target.item,
		utforare: providerNameOf(snapshot, definition.providerId),
		antal_svar: of(({ n }) => String(n)),
		hoppade_over: of(({ itemMissing }) => String(itemMissing)),
		utanfor_skalan: of(({ withoutScore }) => String(withoutScore)),
		deltog: ofResponse(({ answered }) => String(answered)),
		tillfragade: ofResponse(({ asked }) => String(asked)),
		svarsfrekvens: ofResponse(({ share }) => formatDecimal(share, 3, 'sv')),
		medelvarde: of(({ sum, n }) =>
			formatDecimal({ numerator: sum, denominator: n }, meanDecimals({ sum, n, target }), 'sv')
		),
		malpoang: formatDecimal({ numerator: target.thousandths, denominator: 1000 }, 3, 'sv'),
		skala_lagst: String(scale.lowest),
		skala_hogst: String(scale.highest),
		nar_malet: of(({ isMet }) => (isMet ? 'ja' : 'nej')),
		osakerhet_lag: of(({ evidence }) =>
			evidence.kind === 'interval' ? formatDecimal(evidence.low, 3, 'sv') : ''
		),
		osakerhet_hog: of(({ evidence }) =>
			evidence.kind === 'interval' ? formatDecimal(evidence.high, 3, 'sv') : ''
		),
		underlag: of(({ evidence }) =>
			evidence.kind === 'interval' ? positions[evidence.position] : withoutInterval[evidence.kind]
		),
		formular: target.instrumentId,
		formularversion: instrumentVersion,
		kvartal: of(() => quarters.join(' ')),
		malet_beslutat: target.decidedOn,
		beslut: target.decisionReference,
		kontrollsumma: hash
	};
}

function providerNameOf({ laws }: Snapshot, providerId: string): string {
	const rows = laws.flatMap(({ table }) => table.rows);
	return rows.find(({ provider }) => provider.id === providerId)?.provider.name ?? providerId;
}

/** As it was when the picture was made; null when it is not known how many were asked. */
function responseOf(
	{ laws }: Snapshot,
	{ target, providerId }: PublishedFigure['definition']
): ResponseShare | null {
	const table = laws.find(({ law }) => law === target.law)?.table;
	const index = table?.goals.findIndex(
		(goal) => goal.target.instrumentId === target.instrumentId && goal.target.item === target.item
	);
	const row = table?.rows.find(({ provider }) => provider.id === providerId);
	return row?.responses?.[index ?? -1] ?? null;
}

/** The same for programs: numbers as numbers, and null with the sign beside it where a figure is hidden. */
export function toOpenData(
	boardCode: string,
	publication: Publication,
	snapshot: Snapshot,
	figures: readonly PublishedFigure[]
) {
	const { version, publishedOn, decidedOn, decisionReference, hash } = publication;
	return {
		licence: openLicence,
		board: { code: boardCode, name: snapshot.boardName },
		year: snapshot.year,
		version,
		publishedOn,
		decision: { decidedOn, reference: decisionReference },
		hash,
		figures: figures.map((figure) => {
			const { number, definition, result } = figure;
			const { target, scale, method, instrumentVersion, quarters } = definition;
			return {
				figure: figureName(boardCode, publication, number),
				method,
				law: target.law,
				goal: target.goal,
				instrument: { id: target.instrumentId, version: instrumentVersion },
				item: target.item,
				provider: providerNameOf(snapshot, definition.providerId),
				scale: { lowest: scale.lowest, highest: scale.highest },
				target: {
					points: target.thousandths / 1000,
					comparison: target.comparison,
					decidedOn: target.decidedOn,
					reference: target.decisionReference
				},
				quarters: result.kind === 'shown' ? quarters : null,
				suppressed: result.kind === 'hidden' ? result.symbol : null,
				result: result.kind === 'shown' ? toNumbers(result.value) : null,
				response: result.kind === 'shown' ? responseOf(snapshot, definition) : null,
				hash: figure.hash
			};
		})
	};
}

function toNumbers({ n, sum, itemMissing, withoutScore, isMet, evidence }: JudgedCell) {
	return {
		n,
		skipped: itemMissing,
		outsideScale: withoutScore,
		mean: sum / n,
		isMet,
		interval:
			evidence.kind === 'interval' ? { low: evidence.low, high: evidence.high, confidence: 0.95 } : null,
		evidence: evidence.kind === 'interval' ? evidence.position : evidence.kind
	};
}
