/** What is wrong with a plan, as named faults with their place, so that a page can say each beside its field. */
import { findDuplicates } from '../instruments/find-duplicates.ts';
import type { Instrument } from '../instruments/instrument.ts';
import { unreachable } from '../shared/unreachable.ts';
import type { OccasionRule, Plan, PlanLine, Timing } from './plan.ts';
import { roughDays } from './span.ts';

export const planFaultCodes = [
	'name-missing',
	'service-missing',
	'purpose-missing',
	'no-occasions',
	'no-lines',
	'key-twice',
	'occasion-name-missing',
	'occasion-name-twice',
	'occasion-unused',
	'times-too-few',
	'times-too-many',
	'every-too-short',
	'window-backwards',
	'window-overlaps',
	'days-missing',
	'days-too-many',
	'measure-missing',
	'instrument-unknown',
	'respondent-not-for-instrument',
	'line-twice',
	'line-without-occasion',
	'occasion-unknown'
] as const;
export type PlanFaultCode = (typeof planFaultCodes)[number];

export interface PlanFault {
	readonly code: PlanFaultCode;
	/** The plan itself, one of its occasions or one of its lines, by place in the list. */
	readonly at: { readonly part: 'plan' } | { readonly part: 'occasion' | 'line'; readonly index: number };
}

/** What is known of an instrument when a plan is checked. */
export type KnownInstrument = Pick<Instrument, 'respondents'>;

/** More than this many of one occasion is a mistake, and would drown everything else. */
export const mostTimes = 60;
/** A daily measurement of more than a year is no daily measurement that anybody keeps up. */
export const mostDays = 366;

/** Everything that is wrong, in the plan's order; empty when it can be used. */
export function checkPlan(
	plan: Plan,
	findInstrument: (id: string) => KnownInstrument | null
): readonly PlanFault[] {
	const whole = (code: PlanFaultCode): PlanFault => ({ code, at: { part: 'plan' } });
	const faults: PlanFault[] = [];
	if (plan.name.trim() === '') faults.push(whole('name-missing'));
	if (plan.service.trim() === '') faults.push(whole('service-missing'));
	if (plan.purpose.trim() === '') faults.push(whole('purpose-missing'));
	if (plan.occasions.length === 0) faults.push(whole('no-occasions'));
	if (plan.lines.length === 0) faults.push(whole('no-lines'));
	const twice = [plan.occasions, plan.lines].flatMap((parts) => findDuplicates(parts.map(({ key }) => key)));
	if (twice.length > 0) faults.push(whole('key-twice'));
	return [
		...faults,
		...plan.occasions.flatMap((rule, index) =>
			checkOccasion(rule, plan).map((code): PlanFault => ({ code, at: { part: 'occasion', index } }))
		),
		...plan.lines.flatMap((line, index) =>
			checkLine(line, plan, findInstrument).map((code): PlanFault => ({ code, at: { part: 'line', index } }))
		)
	];
}

function checkOccasion(rule: OccasionRule, { occasions, lines }: Plan): PlanFaultCode[] {
	const faults: PlanFaultCode[] = [];
	const sameName = occasions.filter(({ name }) => name.trim() === rule.name.trim());
	if (rule.name.trim() === '') faults.push('occasion-name-missing');
	else if (sameName.length > 1) faults.push('occasion-name-twice');
	if (lines.length > 0 && !lines.some(({ at }) => at.includes(rule.key))) faults.push('occasion-unused');
	return [...faults, ...checkTiming(rule.timing)];
}

function checkTiming(timing: Timing): PlanFaultCode[] {
	switch (timing.kind) {
		case 'once':
			return [];
		case 'between':
			return roughDays(timing.from) > roughDays(timing.to) ? ['window-backwards'] : [];
		case 'times': {
			if (timing.times < 1) return ['times-too-few'];
			if (timing.times > mostTimes) return ['times-too-many'];
			if (roughDays(timing.every) < 1) return ['every-too-short'];
			const window = timing.daysBefore + timing.daysAfter;
			return window >= roughDays(timing.every) ? ['window-overlaps'] : [];
		}
		case 'interval':
			if (roughDays(timing.atLatest) < 1) return ['every-too-short'];
			return roughDays(timing.notBefore) < 0 || roughDays(timing.notBefore) > roughDays(timing.atLatest)
				? ['window-backwards']
				: [];
		case 'daily': {
			const days = timing.phases.reduce((sum, phase) => sum + phase.days, 0);
			if (timing.phases.some((phase) => phase.days < 1 || phase.name.trim() === '') || days === 0) {
				return ['days-missing'];
			}
			return days > mostDays ? ['days-too-many'] : [];
		}
		default:
			return unreachable(timing);
	}
}

function checkLine(
	line: PlanLine,
	plan: Plan,
	findInstrument: (id: string) => KnownInstrument | null
): PlanFaultCode[] {
	const faults: PlanFaultCode[] = [];
	if (line.measure.kind === 'instrument') {
		const instrument = findInstrument(line.measure.instrumentId);
		if (line.measure.instrumentId === '') faults.push('measure-missing');
		else if (!instrument) faults.push('instrument-unknown');
		else if (!instrument.respondents.includes(line.respondent)) faults.push('respondent-not-for-instrument');
	}
	if (line.measure.kind === 'outside' && line.measure.name.trim() === '') faults.push('measure-missing');
	const same = plan.lines.filter((other) => nameLine(other) === nameLine(line));
	if (same.length > 1) faults.push('line-twice');
	if (line.at.length === 0) faults.push('line-without-occasion');
	if (line.at.some((key) => !plan.occasions.some((rule) => rule.key === key)))
		faults.push('occasion-unknown');
	return faults;
}

/** The same measure asked of the same respondent is the same line. */
function nameLine({ measure, respondent }: PlanLine): string {
	switch (measure.kind) {
		case 'instrument':
			return `${respondent} ${measure.instrumentId}`;
		case 'outside':
			return `${respondent} ${measure.name.trim().toLocaleLowerCase('sv')}`;
		case 'goal-levels':
			return `${respondent} goal levels`;
		default:
			return unreachable(measure);
	}
}
