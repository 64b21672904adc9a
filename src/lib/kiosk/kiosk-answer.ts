/** One visitor's answers as they lie sealed on the tablet and are sent. Nothing in it says who, when or on which tablet. */
import * as v from 'valibot';
import { parseSubmissionId } from '#lib/collection/submission-id.ts';
import type { Answers, LanguageTag } from '#lib/instruments/questionnaire.ts';
import { parseId, type ResponseId, type SurveyLinkId } from '#lib/shared/ids.ts';
import { addDays, toQuarter, type LocalDate, type Quarter } from '#lib/shared/local-date.ts';

export interface KioskAnswer {
	/** Random, made on the tablet and known only inside the seal: sent twice it is stored once. */
	readonly id: ResponseId;
	readonly surveyLinkId: SurveyLinkId;
	/** When it was given, no finer than anonymous answers are stored. */
	readonly quarter: Quarter;
	readonly language: LanguageTag;
	readonly answers: Answers;
}

/** Days after a survey has closed in which a tablet that had no network may still bring what was answered in time. */
export const graceDays = 30;

function known(parse: (text: string) => unknown) {
	return v.pipe(
		v.string(),
		v.check((text) => parse(text) !== undefined)
	);
}

const schema = v.strictObject({
	id: known(parseSubmissionId),
	surveyLinkId: known(parseId<SurveyLinkId>),
	quarter: v.pipe(v.string(), v.regex(/^[0-9]{4}-Q[1-4]$/)),
	language: v.pipe(v.string(), v.maxLength(35)),
	answers: v.custom<Answers>((value) => typeof value === 'object' && value !== null && !Array.isArray(value))
});

/** What was sealed, read; null when it is nothing that a tablet of ours has made. The answers are still to be checked. */
export function parseKioskAnswer(sealed: unknown): KioskAnswer | null {
	const read = v.safeParse(schema, sealed);
	return read.success ? (read.output as KioskAnswer) : null;
}

interface OpenDays {
	readonly opensOn: LocalDate;
	readonly closesOn: LocalDate;
}

/**
 * The quarter to store: what the tablet says when its clock can be right, otherwise the one of today. Null when the survey
 * has been closed for longer than a tablet may be without network.
 */
export function decideQuarter(
	said: Quarter,
	{ opensOn, closesOn }: OpenDays,
	today: LocalDate
): Quarter | null {
	if (today < opensOn || today > addDays(closesOn, graceDays)) return null;
	const last = toQuarter(today < closesOn ? today : closesOn);
	return said >= toQuarter(opensOn) && said <= last ? said : last;
}
