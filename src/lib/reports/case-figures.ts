/** Figures of what the cases themselves tell: how they ended, how long they took and who came back. */
import { discloseDurations, type KeyedDays } from '#lib/outcomes/disclosure/disclose-durations.ts';
import { addMonths, daysBetween } from '#lib/shared/local-date.ts';
import { codesOf } from './codes-of.ts';
import { countFigure } from './count-figure.ts';
import { divideCases } from './divide-cases.ts';
import type { MaterialCase } from './material.ts';
import type { CountsFigure, DurationFigure, FigureInput } from './report-figure.ts';

/** Broken off, or carried through; somebody who moved or died could not go on, and is outside. */
const endedEarly: readonly string[] = ['3', '4', '5', '8'];
const couldNotGoOn: readonly string[] = ['6', '7'];

/** How many carried it through, or have a joint plan, of those of whom it can be said. */
export function shareFigure(
	{ question, by, rule }: FigureInput,
	units: readonly MaterialCase[]
): CountsFigure {
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

/** All interventions that have begun: those that have ended by themselves, and with those that go on. */
export function durationFigure({ cases, by, rule, seenOn }: FigureInput): DurationFigure {
	const begun = cases.filter(({ interventions: [first] }) => first?.startedOn && first.startedOn <= seenOn);
	const { groupsOf, order, withUnknown } = divideCases(begun, by, rule.smallestGroup);
	const rows = begun.flatMap((one): KeyedDays[] =>
		one.interventions.slice(0, 1).flatMap(({ startedOn, endedOn }) => {
			if (startedOn === null) return [];
			const hasEnded = endedOn !== null && endedOn <= seenOn;
			const days = daysBetween(startedOn, hasEnded ? endedOn : seenOn);
			return [{ key: one.key, days, hasEnded, groups: groupsOf(one) }];
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
export function reReferralFigure({ cases, by, rule, seenOn }: FigureInput): CountsFigure {
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
