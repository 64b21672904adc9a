/**
 * Which cases a report is about and how it is divided, as in its address. Periods are whole years and halves, and the rest
 * are values from lists: no free dates, so that nobody can move a day and see one person come or go.
 */
import { ageGroup, listAgeGroups, type AgeLimits } from '#lib/outcomes/age-group.ts';
import { periodOf } from '#lib/outcomes/periods.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { ReportPeriod } from './figure-footing.ts';
import { codesOf } from './codes-of.ts';
import type { Material, MaterialCase } from './material.ts';

export const reportFilterKeys = [
	'period',
	'provider',
	'intervention',
	'sex',
	'age',
	'concern',
	'reason'
] as const;

export interface ReportFilter {
	/** A year or half-year by when the case was opened, "2025" or "2025-H1"; null = all. */
	readonly period: string | null;
	readonly provider: string | null;
	readonly intervention: string | null;
	readonly sex: 'female' | 'male' | null;
	readonly age: string | null;
	/** Codes of SKL's variables 9 (problematik) and 2 (aktualiseringsorsak). */
	readonly concern: string | null;
	readonly reason: string | null;
}

/** Lowest ages of the groups; the age is the one reached in the year the case was opened. */
export const reportAgeLimits = [0, 13, 18, 25, 45, 65] as const;
/** Children, adults and the old: for tables whose groups would otherwise be too small. */
export const broadAgeLimits = [0, 18, 65] as const;
export const reportAgeGroups = listAgeGroups(reportAgeLimits);

const periodPattern = /^\d{4}(?:-H[12])?$/;

/** The filter in an address; null when something in it cannot be. Providers and interventions are tried by what there is. */
export function parseReportFilter(query: URLSearchParams): ReportFilter | null {
	const text = (key: string): string | null => query.get(key) || null;
	const [period, sex, age] = [text('period'), text('sex'), text('age')];
	if (period !== null && !periodPattern.test(period)) return null;
	if (sex !== null && sex !== 'female' && sex !== 'male') return null;
	if (age !== null && !reportAgeGroups.includes(age)) return null;
	return {
		period,
		provider: text('provider'),
		intervention: text('intervention'),
		sex,
		age,
		concern: text('concern'),
		reason: text('reason')
	};
}

/** The filter as a query, in one order and without what is not chosen: the same filter always gives the same text. */
export function writeReportFilter(filter: ReportFilter): URLSearchParams {
	const entries = reportFilterKeys.flatMap((key) => {
		const value = filter[key];
		return value === null ? [] : [[key, value]];
	});
	return new URLSearchParams(entries);
}

/** The cases the filter is about. A provider or intervention keeps the cases that have it, and of them only that. */
export function filterCases({ cases }: Material, filter: ReportFilter): readonly MaterialCase[] {
	const { period, provider, intervention, sex, age, concern, reason } = filter;
	return cases.flatMap((one) => {
		if (period !== null && !isInPeriod(one.openedOn, period)) return [];
		if (sex !== null && one.sex !== sex) return [];
		if (age !== null && ageGroupOf(one) !== age) return [];
		if (concern !== null && !codesOf(one.variables, 'gv_9').includes(concern)) return [];
		if (reason !== null && !codesOf(one.variables, 'gv_2').includes(reason)) return [];
		if (provider === null && intervention === null) return [one];
		const kept = one.interventions.filter(
			({ providerId, name }) =>
				(provider === null || providerId === provider) && (intervention === null || name === intervention)
		);
		return kept.length === 0 ? [] : [{ ...one, interventions: kept }];
	});
}

export function ageGroupOf(
	{ birthYear, openedOn }: Pick<MaterialCase, 'birthYear' | 'openedOn'>,
	limits: AgeLimits = reportAgeLimits
): string | null {
	const age = birthYear === null ? null : Number(openedOn.slice(0, 4)) - birthYear;
	return ageGroup(age, limits);
}

function isInPeriod(day: LocalDate, period: string): boolean {
	return periodOf(day, period.length === 4 ? 'year' : 'half-year') === period;
}

/** The days a report's period reaches over: what was chosen, or from the first case that got help to today. */
export function periodDays(filter: ReportFilter, { cases, seenOn }: Material): ReportPeriod {
	const { period } = filter;
	if (period === null) {
		const withHelp = cases.filter(({ interventions }) => interventions.length > 0);
		const [first = seenOn] = withHelp.map(({ openedOn }) => openedOn).toSorted();
		return { from: first, to: seenOn };
	}
	const year = period.slice(0, 4);
	const [from, to] = period.endsWith('H1')
		? ['01-01', '06-30']
		: period.endsWith('H2')
			? ['07-01', '12-31']
			: ['01-01', '12-31'];
	const last = `${year}-${to}` as LocalDate;
	return { from: `${year}-${from}` as LocalDate, to: last < seenOn ? last : seenOn };
}

/** What there is to choose among, from all cases within reach, by name. */
export interface FilterChoices {
	readonly periods: readonly string[];
	readonly providers: readonly { readonly id: string; readonly name: string }[];
	readonly interventions: readonly string[];
}

const swedish = new Intl.Collator('sv', { numeric: true });

export function listFilterChoices({ cases }: Material): FilterChoices {
	const all = cases.flatMap(({ interventions }) => interventions);
	const years = [...new Set(cases.map(({ openedOn }) => openedOn.slice(0, 4)))].toSorted().toReversed();
	const providers = new Map(all.map(({ providerId, providerName }) => [providerId, providerName]));
	return {
		periods: years.flatMap((year) => [year, `${year}-H2`, `${year}-H1`]),
		providers: [...providers]
			.map(([id, name]) => ({ id, name }))
			.toSorted((a, b) => swedish.compare(a.name, b.name)),
		interventions: [...new Set(all.map(({ name }) => name))].toSorted(swedish.compare)
	};
}
