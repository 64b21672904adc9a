/** Figures of what the cases themselves tell: how they ended, how long they took and who came back. */
import { discloseDurations, type KeyedDays } from '#lib/outcomes/disclosure/disclose-durations.ts';
import { addMonths, daysBetween } from '#lib/shared/local-date.ts';
import { codesOf } from './codes-of.ts';
import { completionOf, completions, isOutside } from './completion.ts';
import { countFigure } from './count-figure.ts';
import { divideCases } from './divide-cases.ts';
import type { MaterialCase } from './material.ts';
import type { CountsFigure, DurationFigure, FigureInput } from './report-figure.ts';

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
		const completion = completionOf(code);
		return completion === null ? [] : [completion];
	};
	return countFigure({
		key: question.id,
		drawn: 'stack',
		names: { kind: 'words', set: isComplete ? 'complete' : 'joint-plan' },
		rows: units,
		valuesOf,
		order: isComplete ? completions : ['has', 'lacks'],
		by,
		rule,
		unit: question.counted
	});
}

/**
 * All interventions that have begun: those that have ended by themselves, and with those that go on. Of the wait: from the
 * referral to the first intervention's beginning, and with those that still wait.
 */
export function durationFigure({ question, ...input }: FigureInput): DurationFigure {
	return question.id === 'how-long-to-start' ? waitFigure(input) : lastingFigure(input);
}

type DurationInput = Omit<FigureInput, 'question'>;

function waitFigure({ cases, by, rule, seenOn }: DurationInput): DurationFigure {
	// What began before the case was opened was not waited for in it.
	const asked = cases.filter(
		({ interventions: [first], openedOn }) =>
			first && openedOn <= seenOn && (first.startedOn === null || first.startedOn >= openedOn)
	);
	const { groupsOf, order, withUnknown } = divideCases(asked, by, rule.smallestGroup);
	const rows = asked.map((one): KeyedDays => {
		const startedOn = one.interventions[0]?.startedOn ?? null;
		const hasEnded = startedOn !== null && startedOn <= seenOn;
		const days = daysBetween(one.openedOn, hasEnded ? startedOn : seenOn);
		return { key: one.key, days, hasEnded, groups: groupsOf(one) };
	});
	const durations = discloseDurations(rows, order, rule);
	return { kind: 'durations', key: 'durations', of: 'wait', by, withUnknown, durations };
}

function lastingFigure({ cases, by, rule, seenOn }: DurationInput): DurationFigure {
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
		of: 'duration',
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
		if (reason !== undefined && isOutside(reason)) outcomeOf.set(closed, 'outside');
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
