/** From measurements and zones to what the change chart draws, its table and the sentence for those who listen. */
import type { ChangeChartInput } from '#lib/charts/change-geometry.ts';
import type { ChartTable } from '#lib/charts/ChartFigure.svelte';
import { m } from '#lib/paraglide/messages.js';
import { formatDecimal, type NumberLanguage } from '#lib/shared/decimal.ts';
import type { BandZone } from '../list-zones.ts';

export interface MeasuredPoint {
	/** ISO day. */
	readonly date: string;
	/** The occasion in words. */
	readonly label: string;
	readonly value: number | null;
	/** The ends the score would lie between, when it is missing. */
	readonly possible?: { readonly lowest: number; readonly highest: number } | null;
}

export interface ChangeFigureData {
	/** In order of time. */
	readonly points: readonly MeasuredPoint[];
	readonly zones: readonly BandZone[];
	readonly lowest: number;
	readonly highest: number;
	/** Whether the scale gives whole points only; then zones are drawn half a point out. */
	readonly isWhole: boolean;
}

const millisecondsPerDay = 86_400_000;

export function toChangeInput(data: ChangeFigureData, language: NumberLanguage): ChangeChartInput {
	return {
		lowest: data.lowest,
		highest: data.highest,
		zoneMargin: data.isWhole ? 0.5 : 0,
		zones: data.zones.map((zone) => ({
			from: zone.from,
			to: zone.to,
			tone: zone.tone,
			label: nameZone(zone, data.highest, language)
		})),
		points: data.points.map((point, index) => ({
			key: `${index} ${point.date}`,
			day: Date.parse(`${point.date}T00:00:00Z`) / millisecondsPerDay,
			label: point.label,
			date: splitDate(point.date, language),
			value: point.value,
			valueText: pointText(point, language),
			possible: point.value === null ? (point.possible ?? null) : null
		}))
	};
}

export function toChangeTable({ points }: ChangeFigureData, language: NumberLanguage): ChartTable {
	return {
		head: [m.change_table_occasion(), m.change_table_date(), m.change_table_score()],
		rows: points.map((point) => [point.label, point.date, pointText(point, language)])
	};
}

export function summariseChange({ points }: ChangeFigureData, language: NumberLanguage): string {
	return points
		.map(({ label, date, value }) =>
			value === null
				? m.change_summary_missing({ occasion: label, date })
				: m.change_summary_point({ occasion: label, date, score: scoreText(value, language) })
		)
		.join(' ');
}

function scoreText(value: number, language: NumberLanguage): string {
	return formatDecimal(value, Number.isInteger(value) ? 0 : 1, language);
}

function pointText({ value, possible }: MeasuredPoint, language: NumberLanguage): string {
	if (value !== null) return scoreText(value, language);
	if (!possible) return m.change_score_missing();
	return m.change_score_missing_between({
		lowest: scoreText(possible.lowest, language),
		highest: scoreText(possible.highest, language)
	});
}

function nameZone({ label, from, to, sex }: BandZone, highest: number, language: NumberLanguage): string {
	const zone =
		to >= highest
			? m.change_zone_from({ label, from: scoreText(from, language) })
			: m.change_zone_range({ label, from: scoreText(from, language), to: scoreText(to, language) });
	if (sex === null) return zone;
	return sex === 'female' ? m.change_zone_women({ zone }) : m.change_zone_men({ zone });
}

/** Day and month on one line and the year on the next: a whole date is too wide under a point on a telephone. */
function splitDate(date: string, language: NumberLanguage): readonly string[] {
	const at = new Date(`${date}T00:00:00Z`);
	const dayAndMonth = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
	return [dayAndMonth.format(at), date.slice(0, 4)];
}
