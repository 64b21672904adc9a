import type { Answers, Page, Questionnaire } from '#lib/instruments/questionnaire.ts';
import { readFormPage } from '#lib/questionnaire/read-form.ts';
import type { RefusalReason, RefusedAnswer } from '#lib/questionnaire/refused-answer.ts';
import { ok, refuse, type Result } from '#lib/shared/result.ts';

export type FormFields = readonly (readonly [name: string, value: string])[];

export interface Written {
	readonly answers: Answers;
	/** What a person wrote that is no answer yet: "tre" where a number is wanted. */
	readonly slips: readonly RefusedAnswer[];
	/** As written, by field name, to be shown again. */
	readonly asWritten: Readonly<Record<string, string>>;
}

/** Refusals that honest writing can lead to; the others only a form that is not ours. */
const slipReasons: ReadonlySet<RefusalReason> = new Set([
	'not-a-number',
	'out-of-range',
	'not-a-date',
	'too-long',
	'unreadable-text'
]);

/**
 * The page's answers, with slips of the pen set aside so that the rest is kept. Refuses fields that the page does not
 * have and values that its controls cannot give.
 */
export function readWritten(
	questionnaire: Questionnaire,
	page: Page,
	fields: FormFields
): Result<Written, readonly RefusedAnswer[]> {
	const read = readFormPage(questionnaire, page, fields);
	if (read.ok) return ok({ answers: read.value, slips: [], asWritten: {} });
	const slips = read.problem;
	if (!slips.every(({ reason }) => slipReasons.has(reason))) return refuse(slips);
	const names = new Set(slips.map(({ question }) => question));
	const rest = readFormPage(
		questionnaire,
		page,
		fields.filter(([name]) => !names.has(name))
	);
	if (!rest.ok) return rest;
	return ok({
		answers: rest.value,
		slips,
		asWritten: Object.fromEntries(fields.filter(([name]) => names.has(name)))
	});
}
