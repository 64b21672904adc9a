/** Whether one person's record is to be erased today, kept, or decided by a human being. */
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { RuleInForce } from './override.ts';
import {
	researchBirthdays,
	researchCounties,
	researchMunicipalities,
	type RetentionException
} from './retention-rules.ts';

/** What the rules need to know of a person's record: all their cases in the board together. */
export interface RecordFacts {
	readonly hasOpenCase: boolean;
	/** The last day something was noted in any of the cases; null when nothing ever was. */
	readonly lastNoteOn: LocalDate | null;
	/** Day of the month, 1–31; null when it is not known. */
	readonly birthDay: number | null;
	/** A human being has decided to keep it. */
	readonly isHeld: boolean;
}

export interface BoardFacts {
	/** Four digits, SCB: the first two are the county. Null when it is not registered. */
	readonly municipalityCode: string | null;
}

export type KeepReason =
	/** The plan says that nothing is erased, or no rule holds. */
	'no-rule' | 'open-case' | 'no-note' | 'not-yet' | 'held' | RetentionException['id'];

/** What the program cannot decide by itself. */
export type AskReason = 'birth-day-unknown' | 'municipality-unknown';

interface Deadlines {
	/** The first day it may be erased. */
	readonly eligibleOn: LocalDate;
	/** The last day by which it has to be. */
	readonly dueOn: LocalDate;
}

export type RecordVerdict =
	| { readonly kind: 'keep'; readonly because: KeepReason }
	| ({ readonly kind: 'ask'; readonly because: AskReason; readonly isOverdue: boolean } & Deadlines)
	| ({ readonly kind: 'erase'; readonly isOverdue: boolean } & Deadlines);

/** Judges one record by the rule. Unknown facts never erase: they ask. */
export function assessRecord(
	rule: RuleInForce | null,
	board: BoardFacts,
	record: RecordFacts,
	today: LocalDate
): RecordVerdict {
	const keep = (because: KeepReason): RecordVerdict => ({ kind: 'keep', because });
	if (!rule || rule.years === null) return keep('no-rule');
	if (record.isHeld) return keep('held');
	if (record.hasOpenCase) return keep('open-case');
	if (record.lastNoteOn === null) return keep('no-note');
	const deadlines = toDeadlines(rule.finish, rule.years, record.lastNoteOn);
	if (today < deadlines.eligibleOn) return keep('not-yet');
	const isOverdue = today > deadlines.dueOn;
	const { exceptions } = rule;
	if (exceptions.includes('research-county')) {
		if (board.municipalityCode === null)
			return { kind: 'ask', because: 'municipality-unknown', isOverdue, ...deadlines };
		if (isResearchPlace(board.municipalityCode)) return keep('research-county');
	}
	if (exceptions.includes('research-birthday')) {
		if (record.birthDay === null)
			return { kind: 'ask', because: 'birth-day-unknown', isOverdue, ...deadlines };
		if (researchBirthdays.includes(record.birthDay)) return keep('research-birthday');
	}
	return { kind: 'erase', isOverdue, ...deadlines };
}

function isResearchPlace(municipalityCode: string): boolean {
	return municipalityCode.slice(0, 2) in researchCounties || municipalityCode in researchMunicipalities;
}

/** From the last note: the first day after the full years, and the end of the calendar year after that day's. */
export function toDeadlines(finish: RuleInForce['finish'], years: number, lastNoteOn: LocalDate): Deadlines {
	const eligibleOn = addYears(lastNoteOn, years);
	const dueOn =
		finish === 'at-once' ? eligibleOn : (`${Number(eligibleOn.slice(0, 4)) + 1}-12-31` as LocalDate);
	return { eligibleOn, dueOn };
}

/** The same day so many years later; 29 February becomes 1 March where there is none, so that the years are full. */
export function addYears(day: LocalDate, years: number): LocalDate {
	const year = Number(day.slice(0, 4)) + years;
	const rest = day.slice(4);
	const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
	return `${String(year).padStart(4, '0')}${rest === '-02-29' && !isLeap ? '-03-01' : rest}` as LocalDate;
}
