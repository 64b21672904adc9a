/**
 * Tre år av påhittade ärenden: 600 cases at eight providers, with who they are, what they got, how they were before, after
 * and half a year later, and why some were not asked again. No real person is meant.
 */
import type { Client } from '../../../src/lib/cases/case.ts';
import type { MissedReason } from '../../../src/lib/plans/occasion.ts';
import { addDays, daysBetween, type LocalDate } from '../../../src/lib/shared/local-date.ts';
import { makeChance, type Chance } from './chance.ts';
import { clamp } from './made-up-answers.ts';
import { services, type Service } from './services.ts';

/** The first and the last day a case is opened, and the day after which nothing has happened yet. */
const firstDay = '2023-12-01' as LocalDate;
const lastDay = '2026-10-30' as LocalDate;
export const seenOn = '2026-11-20' as LocalDate;

export interface YearsPerson extends Pick<Client, 'clientNumber' | 'sex' | 'birthYear'> {
	/** SKL's codes of ursprung, hushållstyp and tidigare kontakt. */
	readonly origin: number;
	readonly household: number;
	readonly earlierContact: number;
}

/** How somebody was at one of the plan's occasions, 0–1; or why nobody knows. */
export type Measured =
	| { readonly kind: 'answered'; readonly on: LocalDate; readonly badness: number }
	| { readonly kind: 'missed'; readonly on: LocalDate; readonly reason: MissedReason }
	/** Its time has not come. */
	| { readonly kind: 'not-yet' };

export interface YearsIntervention {
	readonly provider: string;
	readonly name: string;
	readonly kind: number;
	readonly decidedOn: LocalDate;
	readonly startedOn: LocalDate;
	readonly endedOn: LocalDate | null;
}

export interface YearsCase {
	readonly service: Service;
	readonly caseNumber: string;
	readonly person: YearsPerson;
	readonly concern: string;
	readonly problems: readonly number[];
	readonly openedOn: LocalDate;
	readonly closedOn: LocalDate | null;
	/** The one that is followed up, and for some another beside it. */
	readonly interventions: readonly [YearsIntervention, ...YearsIntervention[]];
	readonly before: Measured;
	readonly after: Measured;
	readonly halfYear: Measured;
	/** The professional's words when it ended, SKL's codes of variables 14–17, 19 and 20; null while it goes on. */
	readonly ending: YearsEnding | null;
}

export interface YearsEnding {
	readonly on: LocalDate;
	readonly cooperation: readonly number[];
	readonly jointPlan: number;
	readonly parallel: number;
	readonly goal: number;
	readonly asPlanned: number;
	readonly reason: number;
	/** What the client said at the end, if asked: change, and how satisfied, met and heard. Higher code = worse. */
	readonly opinion: { readonly change: number; readonly others: readonly number[] } | null;
}

/** The same 600 cases every time, in the order they were opened. */
export function makeUpCases(): readonly YearsCase[] {
	const chance = makeChance(20_231_201);
	const days = daysBetween(firstDay, lastDay);
	const opened = services
		.flatMap((service) =>
			Array.from({ length: service.cases }, () => ({
				service,
				openedOn: addDays(firstDay, chance.between(0, days))
			}))
		)
		.toSorted((a, b) => a.openedOn.localeCompare(b.openedOn));
	const made: YearsCase[] = [];
	for (const [index, { service, openedOn }] of opened.entries()) {
		const person =
			comeBack(made, service, openedOn, chance) ?? makeUpPerson(service, index, openedOn, chance);
		made.push(makeUpCase(service, person, { index, openedOn }, chance));
	}
	return made;
}

/** Some come back: the same person, within a year and a half of when the last case was closed. */
function comeBack(
	made: readonly YearsCase[],
	service: Service,
	openedOn: LocalDate,
	chance: Chance
): YearsPerson | null {
	if (!chance.happens(0.16)) return null;
	const latest = new Map(made.map((one) => [one.person.clientNumber, one]));
	const closed = [...latest.values()].filter((one) => {
		if (one.service !== service || one.closedOn === null) return false;
		const between = daysBetween(one.closedOn, openedOn);
		return between > 20 && between < 540;
	});
	const [first] = closed;
	return first ? (closed[chance.between(0, closed.length - 1)] ?? first).person : null;
}

function makeUpPerson(service: Service, index: number, openedOn: LocalDate, chance: Chance): YearsPerson {
	const [youngest, oldest] = service.ages;
	const age = Math.round((chance.between(youngest, oldest) + chance.between(youngest, oldest)) / 2);
	const isAdult = age >= 18;
	return {
		clientNumber: `K-${5001 + index}`,
		sex: chance.happens(0.015) ? null : chance.happens(service.shareWomen) ? 'female' : 'male',
		birthYear: Number(openedOn.slice(0, 4)) - age,
		origin: chance.pick([
			[1, 62],
			[2, 12],
			[3, 9],
			[4, 14],
			[5, 3]
		]),
		household: isAdult
			? chance.pick([
					[1, 40],
					[2, 18],
					[4, 16],
					[5, 20],
					[7, 6]
				])
			: chance.pick([
					[2, 40],
					[5, 50],
					[8, 10]
				]),
		earlierContact: chance.pick([
			[1, 50],
			[2, 28],
			[3, 18],
			[4, 4]
		])
	};
}

function makeUpCase(
	service: Service,
	person: YearsPerson,
	{ index, openedOn }: { readonly index: number; readonly openedOn: LocalDate },
	chance: Chance
): YearsCase {
	const main = makeUpIntervention(service, openedOn, chance);
	const { endedOn } = main;
	const badness = clamp(chance.normal(service.before, 0.13));
	const womenGain = person.sex === 'female' ? 0.03 : 0;
	const gain = chance.normal(service.better + womenGain, 0.21);
	const before = makeUpBefore(main, openedOn, badness, chance);
	const after = endedOn ? makeUpAfter(service, endedOn, badness, gain, chance) : notYet;
	const hasEnded = after.kind !== 'not-yet';
	const closedOn = endedOn && hasEnded ? within(addDays(endedOn, chance.between(5, 45))) : null;
	const ending = endedOn && hasEnded ? makeUpEnding(endedOn, after, gain, chance) : null;
	return {
		service,
		caseNumber: `U${openedOn.slice(0, 4)}-${String(index + 1).padStart(4, '0')}`,
		person,
		concern: chance.pick(service.concerns),
		problems: pickSeveral(service.problems, chance),
		openedOn,
		closedOn,
		interventions: chance.happens(0.18) ? [main, makeUpOther(main, chance)] : [main],
		before,
		after,
		halfYear: endedOn && hasEnded ? makeUpHalfYear(endedOn, after, badness - gain, chance) : notYet,
		ending
	};
}

const notYet: Measured = { kind: 'not-yet' };

/** The day, or null when it has not come. */
function within(day: LocalDate): LocalDate | null {
	return day <= seenOn ? day : null;
}

function makeUpIntervention(service: Service, openedOn: LocalDate, chance: Chance): YearsIntervention {
	const decidedOn = addDays(openedOn, 8 + Math.round(Math.abs(chance.normal(28, 26))));
	const startedOn = addDays(decidedOn, chance.between(3, 35));
	const [shortest, longest] = service.days;
	const name = chance.pick(service.interventions);
	const endedOn = within(addDays(startedOn, chance.between(shortest, longest)));
	return { provider: service.provider, name, kind: service.kind, decidedOn, startedOn, endedOn };
}

/** Something smaller beside it, by another provider. */
function makeUpOther(
	{ decidedOn, startedOn, endedOn }: YearsIntervention,
	chance: Chance
): YearsIntervention {
	const other = chance.pick([
		[{ provider: 'Boendestödet Hasseln (påhittad)', name: 'Boendestöd', kind: 6 }, 3],
		[{ provider: 'Familjecentralen Asken (påhittad)', name: 'Föräldrastöd, grupp', kind: 28 }, 3],
		[{ provider: 'Ungdomsteamet Eken (påhittad)', name: 'Kontaktperson', kind: 18 }, 4]
	] as const);
	return { ...other, decidedOn, startedOn: addDays(startedOn, 14), endedOn };
}

function makeUpBefore(
	{ startedOn }: YearsIntervention,
	openedOn: LocalDate,
	badness: number,
	chance: Chance
): Measured {
	const wanted = addDays(startedOn, chance.between(-9, 12));
	const on = wanted < openedOn ? openedOn : wanted;
	if (on > seenOn) return notYet;
	if (chance.happens(0.93)) return { kind: 'answered', on, badness };
	return { kind: 'missed', on, reason: chance.pick(reasonsBefore) };
}

const reasonsBefore: readonly (readonly [MissedReason, number])[] = [
	['forgotten', 6],
	['declined', 3],
	['no-interpreter', 1]
];

/** Those who do badly are more often lost, so that what is seen is not all there is. */
function makeUpAfter(
	{ followedUp }: Service,
	endedOn: LocalDate,
	badness: number,
	gain: number,
	chance: Chance
): Measured {
	const on = addDays(endedOn, chance.between(-12, 20));
	if (addDays(endedOn, 35) > seenOn) return notYet;
	if (chance.happens(clamp(followedUp + 0.35 * (gain - 0.15)))) {
		return { kind: 'answered', on, badness: clamp(badness - gain) };
	}
	return { kind: 'missed', on: addDays(endedOn, 35), reason: chance.pick(reasonsAfter) };
}

const reasonsAfter: readonly (readonly [MissedReason, number])[] = [
	['broken-off', 9],
	['not-reached', 8],
	['declined', 6],
	['forgotten', 4],
	['moved', 3],
	['taken-into-care', 2],
	['no-interpreter', 1],
	['deceased', 1]
];

function makeUpHalfYear(endedOn: LocalDate, after: Measured, badness: number, chance: Chance): Measured {
	const due = addDays(endedOn, 182);
	if (addDays(due, 45) > seenOn) return notYet;
	const isGone = after.kind === 'missed' && (after.reason === 'moved' || after.reason === 'deceased');
	if (isGone) return { kind: 'missed', on: due, reason: after.reason };
	if (chance.happens(after.kind === 'answered' ? 0.58 : 0.1)) {
		const on = addDays(due, chance.between(-20, 30));
		return { kind: 'answered', on, badness: clamp(badness + chance.normal(0.04, 0.1)) };
	}
	return { kind: 'missed', on: addDays(due, 45), reason: chance.pick(reasonsLater) };
}

const reasonsLater: readonly (readonly [MissedReason, number])[] = [
	['not-reached', 12],
	['declined', 5],
	['forgotten', 5],
	['moved', 2]
];

function makeUpEnding(endedOn: LocalDate, after: Measured, gain: number, chance: Chance): YearsEnding {
	const judged = gain + chance.normal(0, 0.07);
	const isBroken = after.kind === 'missed' && after.reason === 'broken-off';
	const goal = isBroken ? chance.pick(goalsBroken) : judgeGoal(judged, chance);
	return {
		on: addDays(endedOn, chance.between(0, 5)),
		cooperation: chance.pick([
			[[1], 26],
			[[1, 6], 5],
			[[3], 14],
			[[5], 5],
			[[10], 8],
			[[11], 14],
			[[12], 28]
		]),
		jointPlan: chance.pick([
			[1, 34],
			[2, 18],
			[3, 48]
		]),
		parallel: chance.pick([
			[1, 24],
			[2, 70],
			[3, 6]
		]),
		goal,
		asPlanned: isBroken
			? chance.pick([
					[2, 5],
					[3, 3]
				])
			: chance.pick([
					[1, 74],
					[2, 24],
					[3, 2]
				]),
		reason: findEndingReason(after, goal, chance),
		opinion: chance.happens(after.kind === 'answered' ? 0.72 : 0.12) ? makeUpOpinion(gain, chance) : null
	};
}

const goalsBroken: readonly (readonly [number, number])[] = [
	[2, 2],
	[4, 5],
	[5, 3],
	[6, 4]
];

/** Variable 17: 1–5, and 6 where it cannot be judged. */
function judgeGoal(gain: number, chance: Chance): number {
	if (chance.happens(0.06)) return 6;
	if (gain > 0.08) return chance.happens(0.58) ? 1 : 2;
	if (gain > -0.06) return chance.happens(0.35) ? 3 : 4;
	return 5;
}

/** Variable 20. */
function findEndingReason(after: Measured, goal: number, chance: Chance): number {
	const reason = after.kind === 'missed' ? after.reason : null;
	if (reason === 'moved') return 6;
	if (reason === 'deceased') return 7;
	if (reason === 'broken-off') {
		return chance.pick([
			[4, 7],
			[3, 2],
			[5, 1]
		]);
	}
	if (goal === 1 || goal === 3) return 1;
	return chance.pick([
		[2, 4],
		[1, 3],
		[9, 3]
	]);
}

function makeUpOpinion(gain: number, chance: Chance): YearsEnding['opinion'] {
	const code = (wanted: number): number => Math.min(5, Math.max(1, Math.round(chance.normal(wanted, 0.8))));
	const change = chance.happens(0.04) ? 6 : code(3 - 7 * gain);
	const base = 2.1 - 2 * gain;
	return { change, others: [code(base), code(base - 0.5), Math.min(4, code(base + 0.3))] };
}

/** The first is there always, others with it now and then. */
function pickSeveral(weights: readonly (readonly [number, number])[], chance: Chance): number[] {
	const first = chance.pick(weights);
	const others = weights.map(([code]) => code).filter((code) => code !== first && chance.happens(0.22));
	return [first, ...others].toSorted((a, b) => a - b);
}
