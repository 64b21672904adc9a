/** A group's answers to one question: whether their mean may be shown, and how much beside it. */
import { summariseGroup, type GroupSummary, type ValueCount } from '../mean-interval.ts';
import { countAnswerSets } from './answer-sets.ts';
import type { DisclosureRule } from './disclosure-rules.ts';
import { hidden, show, type Shown } from './shown.ts';

/**
 * The group's summary where it may be shown. Hidden when there are fewer answers than k, and below the smallest known group
 * also when the mean and n leave too few ways in which the answers can have fallen, or nearly all are in one category: then
 * the figure tells what everybody answered. A shown group below the smallest known one has no standard deviation, because
 * spread and mean together give away the answers (docs/decisions/0010-small-numbers-on-the-board-page.md). Least and
 * greatest values are in no summary.
 */
export function discloseAnswers(
	values: readonly ValueCount[],
	scores: readonly number[],
	rule: DisclosureRule
): Shown<GroupSummary> {
	const group = summariseGroup(values);
	if (group.n < rule.smallestGroup) return hidden;
	if (group.n >= rule.smallestKnownGroup) return show(group);
	return givesAnswersAway(group, values, scores, rule) ? hidden : show({ ...group, standardDeviation: null });
}

function givesAnswersAway(
	{ n, sum }: GroupSummary,
	values: readonly ValueCount[],
	scores: readonly number[],
	rule: DisclosureRule
): boolean {
	const sets = countAnswerSets({ n, sum, scores, atMost: rule.fewestAnswerSets });
	return sets < rule.fewestAnswerSets || values.some(({ count }) => count >= rule.largestShareInOne * n);
}
