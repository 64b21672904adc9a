/** From the plans a case follows to what its page shows: what is to be done first, the rest folded. */
import type { Administration } from '#lib/collection/administration.ts';
import { assessOccasion } from '#lib/plans/assess-occasion.ts';
import { countOutcomes } from '#lib/plans/count-outcomes.ts';
import type { OccasionRule, Plan } from '#lib/plans/plan.ts';
import type { FollowedOccasion, FollowedPlan } from '#lib/plans/server/reads/case-plans.ts';
import type { FollowedPlanView, OccasionGroup, OccasionItem } from '#lib/plans/ui/followed-view.ts';
import { reasonLabel, standingLabel } from '#lib/plans/ui/plan-words.ts';
import { m } from '#lib/paraglide/messages.js';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { respondentLabel } from '../../../labels.ts';

interface Input {
	readonly today: LocalDate;
	readonly here: string;
	readonly mayWrite: boolean;
	readonly nameOf: (instrumentId: string) => string;
}

export function toFollowedPlans(plans: readonly FollowedPlan[], input: Input): FollowedPlanView[] {
	return plans.map((followed) => {
		const { plan, occasions, endedOn, startedOn } = followed;
		const mayWrite = input.mayWrite && endedOn === null;
		const groups = toGroups(followed, { ...input, mayWrite });
		const { done, expected } = countOutcomes(occasions, input.today);
		const about = [
			endedOn === null ? m.plans_case_since({ date: startedOn }) : m.plans_case_ended({ date: endedOn }),
			expected === 0 ? m.plans_case_progress_none() : m.plans_case_progress({ done, expected })
		];
		return {
			id: followed.id,
			name: plan.name,
			about: about.join(' · '),
			groups: groups.filter(({ isQuiet }) => !isQuiet),
			quiet: groups.filter(({ isQuiet }) => isQuiet),
			mayEnd: mayWrite
		};
	});
}

function toGroups({ plan, occasions }: FollowedPlan, input: Input): OccasionGroup[] {
	const ruleOf = (key: string) => plan.occasions.find((rule) => rule.key === key);
	const isDaily = (key: string) => ruleOf(key)?.timing.kind === 'daily';
	const grouped = Map.groupBy(
		occasions.filter(({ outcome }) => outcome.state !== 'lapsed'),
		({ rule, sequence }) => (isDaily(rule) ? rule : `${rule} ${sequence}`)
	);
	const next = firstComing(occasions, input.today);
	return [...grouped].flatMap(([key, members]) => {
		const [first] = members;
		if (!first) return [];
		const rule = ruleOf(first.rule);
		return [
			isDaily(first.rule)
				? toDailyGroup(key, rule, members, plan, input)
				: toGroup(key, rule, members, plan, { ...input, next })
		];
	});
}

/** The day of the next that comes, which is shown although nothing can be done about it yet. */
function firstComing(occasions: readonly FollowedOccasion[], today: LocalDate): LocalDate | null {
	const days = occasions
		.filter((occasion) => assessOccasion(occasion, today) === 'coming')
		.flatMap(({ days }) => days?.dueOn ?? []);
	return days.toSorted()[0] ?? null;
}

function toGroup(
	key: string,
	rule: OccasionRule | undefined,
	members: readonly FollowedOccasion[],
	plan: Plan,
	input: Input & { readonly next: LocalDate | null }
): OccasionGroup {
	const [first] = members;
	const isNow = members.some((occasion) =>
		['due', 'overdue'].includes(assessOccasion(occasion, input.today))
	);
	const isNext = input.next !== null && first?.days?.dueOn === input.next;
	return {
		key,
		name: rule?.name ?? first?.rule ?? '',
		when: first ? windowWords(first) : '',
		summary: null,
		items: members.map((occasion) => toItem(occasion, plan, input)),
		isQuiet: !isNow && !isNext
	};
}

/** Of a daily measurement only the days that can be recorded now; how many there are is said. */
function toDailyGroup(
	key: string,
	rule: OccasionRule | undefined,
	members: readonly FollowedOccasion[],
	plan: Plan,
	input: Input
): OccasionGroup {
	const now = members.filter((occasion) => assessOccasion(occasion, input.today) === 'due');
	const done = members.filter(({ outcome }) => outcome.state === 'done').length;
	const [first] = members;
	const last = members.at(-1);
	return {
		key,
		name: rule?.name ?? '',
		when:
			first?.days && last?.days
				? m.plans_case_window({ opens: first.days.opensOn, closes: last.days.dueOn })
				: m.plans_case_undated(),
		summary: m.plans_case_daily_done({ done, total: members.length }),
		items: now.map((occasion) => {
			const item = toItem(occasion, plan, input);
			return { ...item, what: `${item.what}, ${occasion.days?.dueOn ?? ''}` };
		}),
		isQuiet: now.length === 0
	};
}

function windowWords({ days }: FollowedOccasion): string {
	if (!days) return m.plans_case_undated();
	const { opensOn, closesOn } = days;
	return opensOn === closesOn
		? m.plans_case_due_on({ date: opensOn })
		: m.plans_case_window({ opens: opensOn, closes: closesOn });
}

function toItem(occasion: FollowedOccasion, plan: Plan, input: Input): OccasionItem {
	const { id, instrumentId, respondent, outcome, administrations } = occasion;
	const standing = assessOccasion(occasion, input.today);
	const isOpen = input.mayWrite && (standing === 'due' || standing === 'overdue' || standing === 'coming');
	const waiting = administrations.filter(({ state }) => state === 'sent' || state === 'started');
	const isSent = waiting.some(({ mode }) => mode === 'link');
	const interview = waiting.find(({ mode }) => mode === 'interview');
	const isGoals = plan.lines.find(({ key }) => key === occasion.line)?.measure.kind === 'goal-levels';
	const way = (page: string) =>
		isOpen && instrumentId !== null
			? `${input.here}/${page}?instrument=${instrumentId}&occasion=${id}`
			: null;
	return {
		id,
		what: nameMeasure(occasion, plan, input.nameOf),
		who: respondentLabel(respondent),
		standing,
		stateLabel: isSent && isOpen ? m.plans_standing_sent() : standingLabel(standing),
		detail: isUnnamed(occasion)
			? m.anonymous_done_on({ date: outcome.state === 'done' ? outcome.on : '' })
			: detailWords(occasion),
		readHref: readHref(administrations, input.here),
		act: isOpen
			? {
					// What staff answer themselves is not sent to anybody.
					sendHref: isSent || respondent === 'staff' ? null : way('send'),
					interviewHref: interview
						? `${input.here}/interviews/${interview.id}`
						: respondent === 'staff'
							? null
							: way('interviews/new'),
					interviewLabel: interview ? m.interview_continue() : m.interview_open(),
					paperLabel: isGoals
						? m.goals_open()
						: respondent === 'staff'
							? m.plans_case_fill_in()
							: m.plans_case_paper(),
					paperHref: isGoals ? `${input.here}/goals?occasion=${id}` : way('paper'),
					mayRecordDone: instrumentId === null,
					mayMiss: true
				}
			: null,
		mayReopen:
			input.mayWrite &&
			(outcome.state === 'missed' ||
				(outcome.state === 'done' && (instrumentId === null || isUnnamed(occasion))))
	};
}

function nameMeasure({ line, instrumentId }: FollowedOccasion, plan: Plan, nameOf: Input['nameOf']): string {
	if (instrumentId !== null) return nameOf(instrumentId);
	const measure = plan.lines.find(({ key }) => key === line)?.measure;
	if (measure?.kind === 'outside') return measure.name;
	return measure?.kind === 'goal-levels' ? m.plans_line_goals() : line;
}

function detailWords({ outcome }: FollowedOccasion): string | null {
	if (outcome.state === 'done') return m.plans_case_done_on({ date: outcome.on });
	if (outcome.state !== 'missed') return null;
	return m.plans_case_missed_because({ reason: reasonLabel(outcome.reason), date: outcome.on });
}

/** Asked here, and no answer in the case: they were registered without the client. */
function isUnnamed({ outcome, instrumentId, administrations }: FollowedOccasion): boolean {
	return (
		outcome.state === 'done' &&
		instrumentId !== null &&
		!administrations.some(({ state }) => state === 'answered')
	);
}

function readHref(administrations: readonly Administration[], here: string): string | null {
	const answered = administrations.find(({ state }) => state === 'answered');
	return answered?.state === 'answered' ? `${here}/responses/${answered.responseId}` : null;
}
