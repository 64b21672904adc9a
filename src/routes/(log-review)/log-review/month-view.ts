/** A month of the list in words. */
import type { MonthRow } from '#lib/audit/server/reads/list-reviews.ts';
import type { MonthView } from '#lib/audit/ui/review-view.ts';
import { m } from '#lib/paraglide/messages.js';
import { countText } from '#lib/shared/ui/count-text.ts';
import { monthName, stateTag } from './log-review-words.ts';

export function toMonthView(row: MonthRow): MonthView {
	const { month, state, dueOn, review } = row;
	const isWaiting = state === 'due' || state === 'overdue';
	return {
		month,
		name: monthName(month),
		state: stateTag(state),
		due: isWaiting || state === 'ongoing' ? dueOn : '–',
		sample: describeSample(row),
		reviewer: isWaiting ? (row.assignedTo ?? m.audit_reviews_nobody()) : '–',
		outcome: describeOutcome(row),
		href: review ? `/log-review/${month}` : null,
		mayBeDrawn: isWaiting && review === null,
		isSigned: state === 'signed'
	};
}

function describeSample({ state, review }: MonthRow): string {
	if (review) {
		return m.audit_reviews_drawn({ drawn: countText(review.drawn), visits: countText(review.visitCount) });
	}
	if (state === 'ongoing') return m.audit_reviews_drawn_later();
	return state === 'due' || state === 'overdue' ? m.audit_reviews_not_drawn() : '–';
}

function describeOutcome({ review, signedBy }: MonthRow): string {
	if (!review) return '–';
	const { drawn, judged, followUp, signed } = review;
	if (!signed) return m.audit_reviews_judged({ judged, drawn });
	const found =
		followUp > 0 ? m.audit_reviews_follow_up({ count: countText(followUp) }) : m.audit_reviews_in_order();
	return `${found}, ${m.audit_reviews_signed_by({ name: signedBy ?? signed.by, day: signed.on })}`;
}
