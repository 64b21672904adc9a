/**
 * How seventeen services of Göteborg's social services follow up, as plans: Göteborgs Stad 2024, Kartläggning av
 * individbaserade systematiska uppföljningar, chapter 2. What is asked outside the program is named as the report names it.
 */
import type { Occasion } from '#lib/cases/case.ts';
import type { Respondent } from '#lib/instruments/instrument.ts';
import type { OccasionRule, Plan, PlanLine, Timing } from '#lib/plans/plan.ts';
import type { Span, SpanUnit } from '#lib/plans/span.ts';

const span = (count: number, unit: SpanUnit = 'month'): Span => ({ count, unit });

function once(key: string, phase: Occasion, anchor: 'start' | 'end', after = 0): OccasionRule {
	const timing: Timing = {
		kind: 'once',
		anchor: `intervention-${anchor}`,
		after: span(after),
		daysBefore: 14,
		daysAfter: 30
	};
	return { key, name: key, phase, timing };
}
const start = once('start', 'before', 'start');
const end = once('end', 'after', 'end');
const monthsAfter = (months: number) => once(`${months}-months-after`, 'follow-up', 'end', months);
const timed = (key: string, phase: Occasion, timing: Timing): OccasionRule => ({
	key,
	name: key,
	phase,
	timing
});

const outside = (name: string, respondent: Respondent, ...at: string[]): PlanLine => ({
	key: name
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, 40),
	measure: { kind: 'outside', name },
	respondent,
	isVoluntary: false,
	at
});
const shipped = (instrumentId: string, respondent: Respondent, ...at: string[]): PlanLine => ({
	key: instrumentId,
	measure: { kind: 'instrument', instrumentId },
	respondent,
	isVoluntary: respondent !== 'staff',
	at
});
const goals = (respondent: Respondent, ...at: string[]): PlanLine => ({
	key: 'goals',
	measure: { kind: 'goal-levels' },
	respondent,
	isVoluntary: false,
	at
});

const service = (name: string, occasions: readonly OccasionRule[], ...lines: PlanLine[]): Plan => ({
	name,
	service: name,
	purpose: 'Följa upp resultatet för den enskilde.',
	occasions,
	lines
});

export const seventeenServices: readonly Plan[] = [
	service(
		'Mini-Maria',
		[start, end, monthsAfter(3)],
		outside('UngDOK', 'client', 'start', 'end', '3-months-after'),
		outside('Bedömning på akt', 'staff', 'end')
	),
	service(
		'MST-teamet',
		[
			start,
			timed('monthly', 'during', {
				kind: 'times',
				anchor: 'intervention-start',
				times: 5,
				every: span(1),
				daysBefore: 5,
				daysAfter: 10
			}),
			end,
			monthsAfter(6),
			monthsAfter(12)
		],
		outside('Intervju med familjen', 'parent', 'start', 'end', '6-months-after', '12-months-after'),
		outside('Upplevelse av behandlingen', 'parent', 'monthly'),
		outside('Teamets bedömning', 'staff', 'end')
	),
	service(
		'Sambuh',
		[start, once('half-year', 'during', 'start', 6), end, monthsAfter(6)],
		outside('UngDOK', 'client', 'start', 'end'),
		shipped('kasam-13', 'client', 'start', 'half-year', 'end'),
		outside('YSR', 'client', 'start', 'half-year', 'end'),
		outside('Livets stege', 'client', 'start', 'half-year', 'end'),
		outside('Boendereferens', 'staff', '6-months-after')
	),
	service(
		'Ung Hisingen',
		[start, end],
		outside('Fyra områden', 'staff', 'start', 'end'),
		goals('staff', 'end')
	),
	service(
		'Skolfam',
		[
			start,
			timed('again', 'during', {
				kind: 'interval',
				anchor: 'intervention-start',
				notBefore: span(24),
				atLatest: span(36),
				isLimit: false,
				first: 'later'
			}),
			end
		],
		outside('Kartläggning', 'staff', 'start', 'again'),
		outside('Betyg och behörighet', 'staff', 'end')
	),
	service('Resursenheten Centrum', [end], goals('staff', 'end')),
	service(
		'Resursenheten Barn Nordost',
		[start, end],
		outside('Orsak och insats', 'staff', 'start'),
		goals('staff', 'end')
	),
	service(
		'Resursenheten Unga Nordost',
		[start, end],
		outside('Orsak och insats', 'staff', 'start'),
		goals('staff', 'end')
	),
	service('Riktat föräldraskapsstöd', [end], outside('Kursenkät', 'parent', 'end')),
	service(
		'KAST',
		[start, end, timed('later', 'follow-up', { kind: 'between', anchor: 'intervention-end', from: span(4), to: span(8) })],
		outside('Självskattning', 'client', 'start', 'end', 'later'),
		outside('Uppföljningssamtal', 'client', 'later')
	),
	service(
		'Columbus',
		[start, end],
		shipped('kasam-13', 'client', 'start', 'end'),
		outside('CORE-OM', 'client', 'start', 'end'),
		outside('Sysselsättning', 'staff', 'start', 'end')
	),
	service(
		'Spelberoendeteamet och Respons',
		[start, end, monthsAfter(3), monthsAfter(6)],
		outside('DOK eller SpelDOK', 'client', 'start', 'end'),
		outside('NODS', 'client', '3-months-after', '6-months-after')
	),
	service('Behandlingsgruppen', [start, end], outside('DOK', 'client', 'start', 'end')),
	service(
		'Verksamhetsområde vuxen',
		[start, timed('within-a-year', 'during', { kind: 'between', anchor: 'intervention-start', from: span(6), to: span(12) }), end],
		outside('ASI Grund', 'client', 'start'),
		outside('ASI Uppföljning', 'client', 'within-a-year'),
		outside('UBÅT', 'client', 'end'),
		outside('UBÅT, handläggarens del', 'staff', 'end')
	),
	service('Vuxenstödsteamet Centrum (Previct)', [end], outside('Egen enkät', 'client', 'end')),
	service(
		'Våld i nära relation',
		[
			timed('during', 'during', {
				kind: 'times',
				anchor: 'intervention-start',
				times: 4,
				every: span(2),
				daysBefore: 14,
				daysAfter: 21
			}),
			end
		],
		outside('SU-verktyget', 'staff', 'during', 'end'),
		shipped('skl-brukarfragor', 'client', 'end')
	),
	service('Boende och hemlöshet', [end], outside('Boendelösning efter insatsen', 'staff', 'end'))
];
