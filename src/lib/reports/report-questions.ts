/**
 * The questions that a unit asks, ready to be made: what each measures, what has to be chosen first and which variables it needs.
 * The wordings are messages (`report_question_…`). SKR's own examples name one intervention or concern each; here it is chosen.
 */
import type { Counted } from './figure-footing.ts';

/** What kind of figure answers the question; each has its function in outcomes/. */
export type ReportMeasure =
	| 'choices'
	| 'before-after'
	| 'judged-goals'
	| 'answers'
	| 'cross-table'
	| 'count'
	| 'share'
	| 'duration'
	| 're-referral'
	| 'rate'
	| 'loss';

/** What must be known of each row for the question to be answered. */
export type ReportVariable =
	| 'closed-on'
	| 'concern'
	| 'decided-on'
	| 'ended-on'
	| 'ending-reason'
	| 'has-joint-plan'
	| 'intervention'
	| 'judged-goal'
	| 'needs-joint-plan'
	| 'referral-reason'
	| 'referred-on'
	| 'score-after'
	| 'score-before'
	| 'started-on'
	| 'survey-answers';

/** What the one who asks chooses first. */
export type ReportChoice = 'concern' | 'intervention' | 'referral-reason';

export interface ReportQuestion {
	readonly id: string;
	readonly measure: ReportMeasure;
	/** What one of n is. */
	readonly counted: Counted;
	readonly choices: readonly ReportChoice[];
	readonly needs: readonly ReportVariable[];
	readonly source: string;
}

const skr = (heading: string): string =>
	`SKR, Uppföljning med hjälp av individdata från verksamhetssystemen: ${heading}`;
const socialstyrelsen = (place: string): string =>
	`Socialstyrelsen 2014, Systematisk uppföljning – beskrivning och exempel: ${place}`;

/** What every question can be split by (SKR: "Hur skiljer sig ovanstående mellan olika grupper?"). */
export const commonGroupings = [
	'sex',
	'age-group',
	'origin',
	'intervention',
	'concern',
	'provider',
	'period'
] as const;

export const reportQuestions: readonly ReportQuestion[] = [
	{
		id: 'who-has-what-needs',
		measure: 'choices',
		counted: 'persons',
		choices: [],
		needs: ['concern'],
		source: skr('Vilka frågor kan ISU ge svar på')
	},
	{
		id: 'what-is-given',
		measure: 'choices',
		counted: 'interventions',
		choices: [],
		needs: ['intervention'],
		source: skr('Vilka frågor kan ISU ge svar på')
	},
	{
		id: 'what-has-changed',
		measure: 'before-after',
		counted: 'persons',
		choices: [],
		needs: ['score-before', 'score-after'],
		source: skr('Vilka frågor kan ISU ge svar på')
	},
	{
		id: 'are-goals-met',
		measure: 'judged-goals',
		counted: 'interventions',
		choices: [],
		needs: ['judged-goal'],
		source: skr('Vilka frågor kan ISU ge svar på')
	},
	{
		id: 'what-clients-think',
		measure: 'answers',
		counted: 'responses',
		choices: [],
		needs: ['survey-answers'],
		source: skr('Vilka frågor kan ISU ge svar på')
	},
	{
		id: 'do-interventions-mirror-needs',
		measure: 'cross-table',
		counted: 'interventions',
		choices: [],
		needs: ['concern', 'intervention'],
		source: skr('Vilka frågor kan ISU ge svar på')
	},
	{
		id: 'how-many-referred',
		measure: 'count',
		counted: 'persons',
		choices: ['referral-reason'],
		needs: ['referral-reason', 'referred-on'],
		source: skr('Exempel på uppföljningsfrågor')
	},
	{
		id: 'common-referral-reasons',
		measure: 'choices',
		counted: 'persons',
		choices: [],
		needs: ['referral-reason', 'referred-on'],
		source: skr('Exempel på uppföljningsfrågor')
	},
	{
		id: 'how-many-granted',
		measure: 'count',
		counted: 'persons',
		choices: ['concern', 'intervention'],
		needs: ['concern', 'intervention', 'decided-on'],
		source: skr('Exempel på uppföljningsfrågor')
	},
	{
		id: 'who-is-granted',
		measure: 'cross-table',
		counted: 'persons',
		choices: ['intervention'],
		needs: ['intervention', 'decided-on'],
		source: skr('Exempel på uppföljningsfrågor')
	},
	{
		id: 'how-long-to-start',
		measure: 'duration',
		counted: 'interventions',
		choices: ['intervention'],
		// SKR asks from the application, which is not registered: from the referral, which is.
		needs: ['intervention', 'referred-on', 'started-on'],
		source: skr('Exempel på uppföljningsfrågor')
	},
	{
		id: 'how-long-it-lasts',
		measure: 'duration',
		counted: 'interventions',
		choices: ['intervention'],
		needs: ['intervention', 'started-on', 'ended-on'],
		source: skr('Exempel på uppföljningsfrågor')
	},
	{
		id: 'ended-better-with-goal-met',
		measure: 'judged-goals',
		counted: 'interventions',
		choices: ['intervention'],
		needs: ['intervention', 'judged-goal', 'ended-on'],
		source: skr('Exempel på uppföljningsfrågor')
	},
	{
		id: 'why-it-ended',
		measure: 'choices',
		counted: 'interventions',
		choices: ['intervention'],
		needs: ['intervention', 'ended-on', 'ending-reason'],
		source: skr('Exempel på uppföljningsfrågor')
	},
	{
		id: 'how-many-come-back',
		measure: 're-referral',
		counted: 'persons',
		choices: [],
		needs: ['closed-on', 'referred-on'],
		source: skr('Exempel på uppföljningsfrågor')
	},
	{
		id: 'how-many-lack-a-plan',
		measure: 'share',
		counted: 'persons',
		choices: [],
		needs: ['needs-joint-plan', 'has-joint-plan'],
		source: skr('Exempel på uppföljningsfrågor')
	},
	{
		id: 'do-problems-change',
		measure: 'cross-table',
		counted: 'persons',
		choices: [],
		needs: ['concern', 'referred-on'],
		source: socialstyrelsen('steg 5')
	},
	{
		id: 'how-many-complete',
		measure: 'share',
		counted: 'interventions',
		choices: [],
		needs: ['ended-on', 'ending-reason'],
		source: socialstyrelsen('steg 5')
	},
	{
		id: 'how-many-per-thousand',
		measure: 'rate',
		counted: 'persons',
		choices: [],
		// The number of inhabitants is written by whoever asks: the program does not know it.
		needs: ['referred-on'],
		source: socialstyrelsen('exempel 7, figur 12')
	},
	{
		id: 'whom-do-we-lose',
		measure: 'loss',
		counted: 'persons',
		choices: [],
		needs: ['score-before', 'score-after', 'ended-on'],
		source: socialstyrelsen('steg 5')
	}
];

/** The questions that can be answered with the variables there are, and for the others what is missing. */
export function listAnswerable(known: ReadonlySet<ReportVariable>): {
	readonly answerable: readonly ReportQuestion[];
	readonly missing: readonly {
		readonly question: ReportQuestion;
		readonly variables: readonly ReportVariable[];
	}[];
} {
	const asked = reportQuestions.map((question) => ({
		question,
		variables: question.needs.filter((variable) => !known.has(variable))
	}));
	return {
		answerable: asked.filter(({ variables }) => variables.length === 0).map(({ question }) => question),
		missing: asked.filter(({ variables }) => variables.length > 0)
	};
}
