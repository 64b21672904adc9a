/**
 * Everything that can stop a request, in one table: the code is the name, the status is what HTTP says, and the
 * sentence lies in messages/{sv,en}/problems.json under `problem_<code with underscores>`.
 */
export const problems = {
	'not-found': { status: 404 },
	'sign-in-required': { status: 403 },
	'not-permitted': { status: 403 },
	'fresh-sign-in-required': { status: 403 },
	'too-many-attempts': { status: 429 },
	'own-account': { status: 409 },
	'invalid-input': { status: 422 },
	'link-unknown': { status: 404 },
	'link-expired': { status: 410 },
	'link-withdrawn': { status: 410 },
	'already-answered': { status: 410 },
	'survey-not-open': { status: 410 },
	'survey-full': { status: 410 },
	'kiosk-unknown': { status: 401 },
	'kiosk-code-unknown': { status: 422 },
	'box-keys-missing': { status: 409 },
	'survey-fixed': { status: 409 },
	'permit-required': { status: 409 },
	'wording-missing': { status: 409 },
	'instrument-unavailable': { status: 503 },
	'answers-refused': { status: 422 },
	'answers-too-large': { status: 413 },
	'body-too-large': { status: 413 },
	'too-many-fields': { status: 422 },
	'changed-meanwhile': { status: 409 },
	'already-exists': { status: 409 },
	'still-in-use': { status: 409 },
	'visits-left': { status: 409 },
	'decisions-left': { status: 422 },
	'information-incomplete': { status: 422 },
	'purpose-required': { status: 422 },
	'assessment-required': { status: 422 },
	'correction-empty': { status: 422 },
	'pictures-too-many': { status: 422 },
	'target-outside-scale': { status: 422 },
	'goal-not-missed': { status: 409 },
	'no-later-result': { status: 409 },
	'nothing-to-publish': { status: 409 },
	'difference-too-small': { status: 409 },
	'plan-faulty': { status: 422 },
	'too-soon': { status: 409 },
	'import-refused': { status: 422 },
	'contact-missing': { status: 422 },
	'too-many-exports': { status: 429 },
	'too-many-searches': { status: 429 },
	'cannot-decrypt': { status: 500 },
	'database-unavailable': { status: 503 },
	unexpected: { status: 500 }
} as const satisfies Record<string, { readonly status: number }>;

export type ProblemCode = keyof typeof problems;

/** Thrown when the request should stop. The details are for the sentence shown and never hold answers or names. */
export class Problem extends Error {
	readonly code: ProblemCode;
	readonly details: Readonly<Record<string, string | number>>;

	constructor(code: ProblemCode, details: Readonly<Record<string, string | number>> = {}) {
		super(code);
		this.code = code;
		this.details = details;
	}

	get status(): number {
		return problems[this.code].status;
	}
}
