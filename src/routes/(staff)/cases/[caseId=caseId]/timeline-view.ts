/** From a case's interventions and administrations to its timeline, in order of time. */
import type { Intervention } from '#lib/cases/case.ts';
import { viewGoal, type Goal } from '#lib/cases/goal.ts';
import type { AdministrationEvent, TimelineEvent } from '#lib/cases/ui/timeline.ts';
import type { Administration } from '#lib/collection/administration.ts';
import { m } from '#lib/paraglide/messages.js';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { modeLabel, momentLabel, respondentLabel } from '../../../labels.ts';

interface Input {
	readonly administrations: readonly Administration[];
	readonly interventions: readonly (Intervention & { readonly providerName: string })[];
	readonly goals: readonly Goal[];
	/** Answers that may not be used. */
	readonly restricted: ReadonlySet<string>;
	readonly today: LocalDate;
	/** The instrument's short name, or its id when it is no longer loaded. */
	readonly nameOf: (instrumentId: string) => string;
}

/** What has happened and what is awaited, the oldest first. An open link stands on the day it was made. */
export function toTimeline({ administrations, interventions, goals, ...input }: Input): TimelineEvent[] {
	return [
		...interventions.flatMap(toInterventionEvents),
		...goals.flatMap(toGoalEvents),
		...administrations.map((administration) => toAdministrationEvent(administration, input))
	].sort((one, other) => one.date.localeCompare(other.date));
}

function toInterventionEvents(
	intervention: Intervention & { readonly providerName: string }
): TimelineEvent[] {
	const { id, startedOn, endedOn } = intervention;
	const name = `${intervention.name}, ${intervention.providerName}`;
	const event = (part: string, date: LocalDate | null, text: string): TimelineEvent[] =>
		date === null ? [] : [{ kind: 'intervention', key: `${id}-${part}`, date, text }];
	return [
		...event('start', startedOn, m.staff_timeline_intervention_started({ name })),
		...event('end', endedOn, m.staff_timeline_intervention_ended({ name }))
	];
}

/** When a goal was set, and each level it has been judged to be at by whom. */
function toGoalEvents(goal: Goal): TimelineEvent[] {
	const event = (key: string, date: LocalDate, text: string): TimelineEvent => ({
		kind: 'intervention',
		key: `${goal.id}-${key}`,
		date,
		text
	});
	const rated = viewGoal(goal).flatMap(({ judge, ratings }) =>
		ratings.map(({ id, ratedOn, level }) =>
			event(
				id,
				ratedOn,
				m.goals_timeline_rated({
					goal: goal.goal,
					level,
					who: respondentLabel(judge).toLocaleLowerCase('sv')
				})
			)
		)
	);
	return [event('set', goal.setOn, m.goals_timeline_set({ goal: goal.goal })), ...rated];
}

type State = Pick<AdministrationEvent, 'date' | 'state' | 'stateLabel' | 'detail' | 'href' | 'openLink'>;

function toAdministrationEvent(
	administration: Administration,
	{ restricted, today, nameOf }: Pick<Input, 'restricted' | 'today' | 'nameOf'>
): AdministrationEvent {
	return {
		kind: 'administration',
		key: administration.id,
		instrument: nameOf(administration.instrumentId),
		occasion: momentLabel(administration),
		respondent: respondentLabel(administration.respondent),
		survey: administration.surveyTitle,
		isRestricted: administration.state === 'answered' && restricted.has(administration.responseId),
		...toState(administration, today)
	};
}

function toState(administration: Administration, today: LocalDate): State {
	const closed = { href: null, openLink: null };
	switch (administration.state) {
		case 'answered':
			return {
				...closed,
				date: administration.answeredOn,
				state: 'answered',
				stateLabel: m.staff_timeline_state_answered(),
				detail: administration.respondent === 'staff' ? null : modeLabel(administration.mode),
				href: `/cases/${administration.caseId}/responses/${administration.responseId}`
			};
		case 'withdrawn':
			return {
				...closed,
				date: administration.withdrawnOn,
				state: 'withdrawn',
				stateLabel: m.staff_timeline_state_withdrawn(),
				detail: null
			};
		default:
			return administration.expiresOn === null
				? toInterviewState(administration)
				: {
						...toOpenState(administration, administration.expiresOn, today),
						...closed,
						openLink: administration.id
					};
	}
}

function toInterviewState({ id, caseId, createdOn }: Administration): State {
	return {
		date: createdOn,
		state: 'waiting',
		stateLabel: m.interview_timeline(),
		detail: m.interview_timeline_since({ date: createdOn }),
		href: `/cases/${caseId}/interviews/${id}`,
		openLink: null
	};
}

function toOpenState(
	{ createdOn, state }: Extract<Administration, { state: 'sent' | 'started' }>,
	expiresOn: LocalDate,
	today: LocalDate
): Omit<State, 'href' | 'openLink'> {
	if (expiresOn < today) {
		const detail = m.staff_timeline_expired_on({ date: expiresOn });
		return { date: createdOn, state: 'expired', stateLabel: m.staff_timeline_state_expired(), detail };
	}
	const stateLabel = state === 'sent' ? m.staff_timeline_state_sent() : m.staff_timeline_state_started();
	return {
		date: createdOn,
		state: 'waiting',
		stateLabel,
		detail: m.staff_timeline_open_until({ date: expiresOn })
	};
}
