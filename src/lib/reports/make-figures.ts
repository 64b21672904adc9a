/** The figures of one question, each through the disclosure control's own functions. */
import type { Instrument } from '#lib/instruments/instrument.ts';
import { listQuestions } from '#lib/instruments/list-questions.ts';
import { countChoices } from '#lib/outcomes/count-choices.ts';
import {
	discloseChange,
	type DisclosedChange,
	type KeyedPair
} from '#lib/outcomes/disclosure/disclose-change.ts';
import {
	discloseCounts,
	type CountedGroup,
	type ShownCounts
} from '#lib/outcomes/disclosure/disclose-counts.ts';
import {
	discloseDurations,
	type DisclosedDurations,
	type KeyedDays
} from '#lib/outcomes/disclosure/disclose-durations.ts';
import type { DisclosureRule } from '#lib/outcomes/disclosure/disclosure-rules.ts';
import { hidden, mapShown, type Shown } from '#lib/outcomes/disclosure/shown.ts';
import { addDays, addMonths, daysBetween, type LocalDate } from '#lib/shared/local-date.ts';
import type { ChosenScale } from './answer-question.ts';
import { codesOf } from './codes-of.ts';
import type { Crosstab } from './crosstab.ts';
import { divideCases } from './divide-cases.ts';
import type { Counted } from './figure-footing.ts';
import type { MaterialCase, MaterialScore } from './material.ts';
import { groupValuesOf, orderOf, type ReportGrouping } from './report-groups.ts';
import type { ReportQuestion } from './report-questions.ts';

/** How the values of a counted figure are named: by a grouping, by a question's codes, or by words of their own. */
export type ValueNames =
	| { readonly kind: 'grouping'; readonly by: ReportGrouping }
	| { readonly kind: 'question'; readonly instrumentId: string; readonly question: string }
	| {
			readonly kind: 'words';
			readonly set: 'complete' | 'joint-plan' | 'came-back' | 'loss' | 'missed' | 'number' | 'bands';
	  };

export interface CountsFigure {
	readonly kind: 'counts';
	readonly key: string;
	/** 'bars' where each value is told by itself, 'stack' where they divide a whole in order. */
	readonly drawn: 'bars' | 'stack' | 'flow';
	readonly names: ValueNames;
	readonly values: readonly string[];
	/** What it is divided by; null = nothing. */
	readonly by: ReportGrouping | null;
	readonly withUnknown: string | null;
	/** What one of n is. */
	readonly unit: Counted;
	readonly counts: ShownCounts;
	/** Several values for one: shares add up to more than 100 %. */
	readonly isOverlapping: boolean;
	/** Those who lack a value: the bortfall of this figure. */
	readonly missing: Shown<number>;
	/** The last value is the worst one: the highest points where lower is better. */
	readonly isWorstLast?: boolean;
}

export interface ChangeFigure {
	readonly kind: 'change';
	readonly key: 'change';
	readonly by: ReportGrouping | null;
	readonly withUnknown: string | null;
	readonly change: DisclosedChange;
	readonly scale: {
		readonly lowest: number;
		readonly highest: number;
		readonly direction: 'higher-better' | 'lower-better';
	};
	/** Days between most before and after measurements less than the form asks about: its answers overlap. */
	readonly isWithinRecall: boolean;
	readonly hasReliableChange: boolean;
}

export interface DurationFigure {
	readonly kind: 'durations';
	readonly key: 'durations';
	readonly by: ReportGrouping | null;
	readonly withUnknown: string | null;
	readonly durations: DisclosedDurations;
}

export type ReportFigure = CountsFigure | ChangeFigure | DurationFigure;

export interface FigureInput {
	readonly question: ReportQuestion;
	readonly cases: readonly MaterialCase[];
	readonly by: ReportGrouping | null;
	readonly rule: DisclosureRule;
	readonly crosstab: Crosstab | null;
	readonly seenOn: LocalDate;
	readonly measure: ChosenScale | null;
	readonly opinion: Instrument | null;
}

/** The question's figures. What cannot be shown is in them as hidden, so that a figure is never silently left out. */
export function makeFigures(input: FigureInput): readonly ReportFigure[] {
	const { question, cases, by, rule } = input;
	const units = question.counted === 'persons' ? toPersons(cases) : cases;
	const unit = question.counted;
	const of = (values: ReportGrouping, drawn: CountsFigure['drawn'] = 'bars', among = units): CountsFigure =>
		countFigure({
			key: values,
			drawn,
			names: { kind: 'grouping', by: values },
			rows: among,
			valuesOf: (one) => groupValuesOf(one, values),
			order: orderOf(among, values),
			by: by === values ? null : by,
			rule,
			unit
		});
	switch (question.measure) {
		case 'choices':
			return [of(choicesOf[question.id] ?? 'concern')];
		case 'cross-table': {
			const [rows, columns] = crossOf[question.id] ?? listAxes(input.crosstab);
			return [
				{
					...countFigure({
						key: columns,
						drawn: 'stack',
						names: { kind: 'grouping', by: columns },
						rows: units,
						valuesOf: (one) => groupValuesOf(one, columns),
						order: orderOf(units, columns),
						by: input.crosstab || by === null || by === columns ? rows : by,
						rule,
						unit
					})
				}
			];
		}
		case 'count':
			return [
				countFigure({
					key: 'number',
					drawn: 'bars',
					names: { kind: 'words', set: 'number' },
					rows: units,
					valuesOf: () => ['all'],
					order: ['all'],
					by: by ?? 'sex',
					rule,
					unit
				})
			];
		case 'judged-goals': {
			const ended = units.filter(({ interventions }) =>
				interventions.some(({ endedOn }) => endedOn !== null)
			);
			return [of('judged-goal', 'stack', ended)];
		}
		case 'share':
			return [shareFigure(input, units)];
		case 'duration':
			return [durationFigure(input)];
		case 're-referral':
			return [reReferralFigure(input)];
		case 'answers':
			return opinionFigures(input);
		case 'before-after':
			return input.measure ? [changeFigure(input, input.measure), bandFigure(input, input.measure)] : [];
		case 'loss':
			return input.measure ? lossFigures(input, input.measure) : [];
		case 'rate':
			return [];
	}
}

/** Shares of the columns are those of the rows with the table turned round. */
function listAxes(crosstab: Crosstab | null): readonly [rows: ReportGrouping, columns: ReportGrouping] {
	if (!crosstab) return ['period', 'concern'];
	const { rows, columns, measure } = crosstab;
	return measure === 'row-share' ? [rows, columns] : [columns, rows];
}

const choicesOf: Readonly<Record<string, ReportGrouping>> = {
	'who-has-what-needs': 'concern',
	'what-is-given': 'intervention',
	'common-referral-reasons': 'referral-reason',
	'why-it-ended': 'ending-reason'
};

const crossOf: Readonly<Record<string, readonly [rows: ReportGrouping, columns: ReportGrouping]>> = {
	'do-interventions-mirror-needs': ['concern', 'intervention'],
	'who-is-granted': ['age-group', 'sex'],
	'do-problems-change': ['period', 'concern']
};

/** One row a person: the facts of their first case, and the values of all of them together. */
export function toPersons(cases: readonly MaterialCase[]): readonly MaterialCase[] {
	return [...Map.groupBy(cases, ({ client }) => client).values()].flatMap((own) => {
		const [first] = own;
		if (!first) return [];
		return [
			{
				...first,
				interventions: own.flatMap(({ interventions }) => interventions),
				scores: own.flatMap(({ scores }) => scores),
				variables: own.findLast(({ variables }) => variables !== null)?.variables ?? null,
				opinion: own.findLast(({ opinion }) => opinion !== null)?.opinion ?? null
			}
		];
	});
}

interface CountInput {
	readonly key: string;
	readonly drawn: CountsFigure['drawn'];
	readonly names: ValueNames;
	readonly rows: readonly MaterialCase[];
	readonly valuesOf: (one: MaterialCase) => readonly string[];
	readonly order: readonly string[];
	readonly by: ReportGrouping | null;
	readonly rule: DisclosureRule;
	readonly unit: Counted;
}

function countFigure({ key, drawn, names, rows, valuesOf, order, by, rule, unit }: CountInput): CountsFigure {
	const toGroup = (value: string, of: readonly MaterialCase[]): CountedGroup => {
		const { answered, choices } = countChoices(of, valuesOf, order);
		return { value, people: answered, counts: choices.map(({ count }) => count) };
	};
	const all = countChoices(rows, valuesOf, order);
	// Only those who have a value are in the figure, so it is of them that the groups must add up.
	const counted = rows.filter((one) => valuesOf(one).length > 0);
	const {
		groupsOf,
		isOverlapping,
		withUnknown,
		order: groupOrder
	} = divideCases(counted, by, rule.smallestGroup);
	const groups = groupOrder.map((value) =>
		toGroup(
			value,
			counted.filter((one) => groupsOf(one).includes(value))
		)
	);
	const without = by === null ? [] : counted.filter((one) => groupsOf(one).length === 0);
	const rest = groups.length > 0 && without.length > 0 ? toGroup('', without) : null;
	return {
		kind: 'counts',
		key,
		drawn,
		names,
		values: all.choices.map(({ value }) => value),
		by,
		withUnknown,
		unit,
		counts: discloseCounts({ all: toGroup('', rows), groups, rest, isOverlapping }, rule),
		isOverlapping: all.hasSeveral || isOverlapping,
		missing: discloseMissing(all.answered, all.missing, rule)
	};
}

/** How many lack a value, beside how many have one. */
function discloseMissing(answered: number, missing: number, rule: DisclosureRule): Shown<number> {
	const all = { value: '', people: answered + missing, counts: [answered, missing] };
	const { cells } = discloseCounts({ all, groups: [], rest: null, isOverlapping: false }, rule).all;
	const [, cell] = cells;
	return cell ? mapShown(cell, ({ count }) => count) : hidden;
}

/** Broken off, or carried through; somebody who moved or died could not go on, and is outside. */
const endedEarly: readonly string[] = ['3', '4', '5', '8'];
const couldNotGoOn: readonly string[] = ['6', '7'];

function shareFigure({ question, by, rule }: FigureInput, units: readonly MaterialCase[]): CountsFigure {
	const isComplete = question.id === 'how-many-complete';
	const valuesOf = (one: MaterialCase): readonly string[] => {
		const [code] = codesOf(one.variables, isComplete ? 'gv_20' : 'gv_15');
		if (code === undefined) return [];
		if (!isComplete) return code === '1' ? ['has'] : code === '2' ? ['lacks'] : [];
		return couldNotGoOn.includes(code) ? [] : [endedEarly.includes(code) ? 'broken-off' : 'complete'];
	};
	return countFigure({
		key: question.id,
		drawn: 'stack',
		names: { kind: 'words', set: isComplete ? 'complete' : 'joint-plan' },
		rows: units,
		valuesOf,
		order: isComplete ? ['complete', 'broken-off'] : ['has', 'lacks'],
		by,
		rule,
		unit: question.counted
	});
}

/** All interventions that have ended; those that go on are not there, which the words say. */
function durationFigure({ cases, by, rule }: FigureInput): DurationFigure {
	const ended = cases.filter(({ interventions: [first] }) => first?.startedOn && first.endedOn);
	const { groupsOf, order, withUnknown } = divideCases(ended, by, rule.smallestGroup);
	const rows = ended.flatMap((one): KeyedDays[] =>
		one.interventions.slice(0, 1).flatMap(({ startedOn, endedOn }) => {
			if (startedOn === null || endedOn === null) return [];
			return [{ key: one.key, days: daysBetween(startedOn, endedOn), groups: groupsOf(one) }];
		})
	);
	return {
		kind: 'durations',
		key: 'durations',
		by,
		withUnknown,
		durations: discloseDurations(rows, order, rule)
	};
}

const comeBackMonths = 12;

/** Of those whose case was closed a year ago or more; the others are "not yet". */
function reReferralFigure({ cases, by, rule, seenOn }: FigureInput): CountsFigure {
	const outcomeOf = new Map<MaterialCase, string>();
	for (const own of Map.groupBy(cases, ({ client }) => client).values()) {
		const closed = own.find(({ closedOn }) => closedOn !== null);
		const closedOn = closed?.closedOn;
		if (!closed || !closedOn) continue;
		const [reason] = codesOf(closed.variables, 'gv_20');
		const until = addMonths(closedOn, comeBackMonths);
		const again = own.find(({ openedOn }) => openedOn > closedOn);
		if (reason !== undefined && couldNotGoOn.includes(reason)) outcomeOf.set(closed, 'outside');
		else if (until >= seenOn) outcomeOf.set(closed, 'not-yet');
		else outcomeOf.set(closed, again && again.openedOn <= until ? 'came-back' : 'stayed-away');
	}
	return countFigure({
		key: 'came-back',
		drawn: 'stack',
		names: { kind: 'words', set: 'came-back' },
		rows: [...outcomeOf.keys()].filter((one) =>
			['came-back', 'stayed-away'].includes(outcomeOf.get(one) ?? '')
		),
		valuesOf: (one) => [outcomeOf.get(one) ?? ''],
		order: ['came-back', 'stayed-away'],
		by,
		rule,
		unit: 'persons'
	});
}

function opinionFigures({ cases, by, rule, opinion }: FigureInput): readonly CountsFigure[] {
	const questions = opinion ? listQuestions(opinion.questionnaire) : [];
	const asked = questions.filter(({ name }) => cases.some((one) => codesOf(one.opinion, name).length > 0));
	const answered = cases.filter((one) => one.opinion !== null);
	return asked.map((question) => {
		const { name } = question;
		const codes = 'options' in question ? question.options.map(({ code }) => String(code)) : [];
		return countFigure({
			key: name,
			drawn: 'stack',
			names: { kind: 'question', instrumentId: opinion?.id ?? '', question: name },
			rows: answered,
			valuesOf: (one) => codesOf(one.opinion, name),
			order: codes,
			by,
			rule,
			unit: 'responses'
		});
	});
}

/** The first before and the last after with the report's version of the scale: one pair a case. */
function pairOf(one: MaterialCase, measure: ChosenScale) {
	const own = one.scores.filter(
		({ instrumentId, scale, version, score }) =>
			instrumentId === measure.instrumentId &&
			scale === measure.scale &&
			version === measure.version &&
			score !== null
	);
	return {
		before: own.find(({ occasion }) => occasion === 'before') ?? null,
		after: own.findLast(({ occasion }) => occasion === 'after') ?? null
	};
}

const isAskedWith = (one: MaterialCase, { instrumentId }: ChosenScale): boolean =>
	one.scores.some((score) => score.instrumentId === instrumentId);

function changeFigure({ cases, by, rule }: FigureInput, measure: ChosenScale): ChangeFigure {
	const measured = cases.filter((one) => isAskedWith(one, measure));
	const pairs = measured.map((one) => ({ one, ...pairOf(one, measure) }));
	const paired = pairs.filter(({ before, after }) => before && after).map(({ one }) => one);
	const { groupsOf, order, withUnknown } = divideCases(paired, by, rule.smallestGroup);
	const rows = pairs.map(({ one, before, after }): KeyedPair => ({
		key: one.key,
		before: before?.score ?? null,
		after: after?.score ?? null,
		groups: groupsOf(one)
	}));
	const { lowest, highest, direction, change: parameters } = measure.scaleOf;
	return {
		kind: 'change',
		key: 'change',
		by,
		withUnknown,
		change: discloseChange(
			{
				rows,
				order,
				direction,
				criterion: parameters ? { kind: 'reliable', ...parameters } : { kind: 'any-point' }
			},
			rule
		),
		scale: { lowest, highest, direction },
		isWithinRecall: isMostlyWithin(pairs, measure.instrument.recall?.days ?? 0),
		hasReliableChange: parameters !== null
	};
}

function isMostlyWithin(
	pairs: readonly { readonly before: MaterialScore | null; readonly after: MaterialScore | null }[],
	days: number
): boolean {
	const apart = pairs.flatMap(({ before, after }) =>
		before && after ? [daysBetween(before.answeredOn, after.answeredOn)] : []
	);
	return apart.filter((one) => one < days).length > apart.length / 2;
}

const partsOfScale = 5;

/** How the scores lie over the scale before and after, of those with both: in five equal parts, or the scale's bands. */
function bandFigure({ cases, rule }: FigureInput, measure: ChosenScale): CountsFigure {
	const pairs = cases.flatMap((one) => {
		const { before, after } = pairOf(one, measure);
		return before && after ? [{ before, after }] : [];
	});
	const parts = listParts(measure);
	const count = (value: 'before' | 'after'): CountedGroup => ({
		value,
		people: pairs.length,
		counts: parts.map(
			({ from, to }) =>
				pairs.filter((pair) => (pair[value].score ?? NaN) >= from && (pair[value].score ?? NaN) <= to).length
		)
	});
	const groups = [count('before'), count('after')];
	const [before] = groups;
	return {
		kind: 'counts',
		key: 'bands',
		drawn: 'stack',
		names: { kind: 'words', set: 'bands' },
		values: parts.map(({ from, to }) => `${from}–${to}`),
		by: null,
		withUnknown: null,
		unit: 'cases',
		counts: discloseCounts(
			{ all: before ?? { value: '', people: 0, counts: [] }, groups, rest: null, isOverlapping: true },
			rule
		),
		isOverlapping: false,
		missing: hidden,
		isWorstLast: measure.scaleOf.direction === 'lower-better'
	};
}

/** Whole points: the default bands that are everybody's where there are such, or else five parts as equal as can be. */
export function listParts({
	scaleOf
}: ChosenScale): readonly { readonly from: number; readonly to: number }[] {
	const { bandSets, lowest, highest } = scaleOf;
	const set = bandSets.find(
		({ kind, bands }) =>
			kind === 'bands' && bands.every(({ sex, ageMin, ageMax }) => !sex && !ageMin && !ageMax)
	);
	if (set) return set.bands.map(({ from, to }) => ({ from, to }));
	const width = (highest - lowest + 1) / partsOfScale;
	return Array.from({ length: partsOfScale }, (_, part) => ({
		from: Math.round(lowest + part * width),
		to: Math.round(lowest + (part + 1) * width) - 1
	}));
}

const windowDays = 60;

/** Of those measured before whose time has come: followed up or lost, and why. */
function lossFigures(
	{ cases, by, rule, seenOn }: FigureInput,
	measure: ChosenScale
): readonly CountsFigure[] {
	const started = cases.filter((one) => pairOf(one, measure).before !== null);
	const outcomeOf = (one: MaterialCase): string => {
		const ended = one.interventions[0]?.endedOn ?? null;
		if (one.missedAfter === 'deceased' || one.missedAfter === 'moved') return 'outside';
		if (ended === null || addDays(ended, windowDays) >= seenOn) return 'not-yet';
		return pairOf(one, measure).after ? 'followed-up' : 'lost';
	};
	const due = started.filter((one) => ['followed-up', 'lost'].includes(outcomeOf(one)));
	const lost = due.filter((one) => outcomeOf(one) === 'lost');
	return [
		countFigure({
			key: 'flow',
			drawn: 'flow',
			names: { kind: 'words', set: 'loss' },
			rows: started,
			valuesOf: (one) => [outcomeOf(one)],
			order: ['followed-up', 'lost', 'not-yet', 'outside'],
			by: null,
			rule,
			unit: 'cases'
		}),
		countFigure({
			key: 'lost',
			drawn: 'stack',
			names: { kind: 'words', set: 'loss' },
			rows: due,
			valuesOf: (one) => [outcomeOf(one)],
			order: ['followed-up', 'lost'],
			by: by ?? 'provider',
			rule,
			unit: 'cases'
		}),
		countFigure({
			key: 'why-lost',
			drawn: 'bars',
			names: { kind: 'words', set: 'missed' },
			rows: lost,
			valuesOf: (one) => (one.missedAfter === null ? ['not-said'] : [one.missedAfter]),
			order: [
				'declined',
				'not-reached',
				'broken-off',
				'taken-into-care',
				'no-interpreter',
				'forgotten',
				'not-said'
			],
			by: null,
			rule,
			unit: 'cases'
		})
	];
}
