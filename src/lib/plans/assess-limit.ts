/** "At most once per half-year": whether a measurement on a day would come too soon after the last one. */
import type { LocalDate } from '../shared/local-date.ts';
import { ok, refuse, type Result } from '../shared/result.ts';
import type { Timing } from './plan.ts';
import { addSpan, type Span } from './span.ts';

export interface TooSoon {
	/** When it was last done. */
	readonly lastOn: LocalDate;
	/** The first day it may be done again. */
	readonly notBefore: LocalDate;
	/** The shortest time between two, as the plan says it. */
	readonly span: Span;
}

/**
 * Whether it may be done on the day. Refuses only where the plan says that its interval is a limit, and only for what was
 * done: one that was missed keeps nobody from being asked. A day before the last one is entered late, and is refused as
 * well when the two are too near.
 */
export function assessLimit(
	timing: Timing,
	doneOn: readonly LocalDate[],
	on: LocalDate
): Result<'allowed', TooSoon> {
	if (timing.kind !== 'interval' || !timing.isLimit) return ok('allowed');
	const span = timing.notBefore;
	const tooNear = doneOn
		.filter((day) => (day <= on ? on < addSpan(day, span) : day < addSpan(on, span)))
		.toSorted();
	const lastOn = tooNear.at(-1);
	return lastOn === undefined ? ok('allowed') : refuse({ lastOn, notBefore: addSpan(lastOn, span), span });
}
