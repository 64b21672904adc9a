/** The log reviews that are to be done, in words, for whoever sees to that they are. */
import type { Month } from '#lib/audit/review-month.ts';
import type { ReviewDuties } from '#lib/audit/server/reads/review-duties.ts';
import { m } from '#lib/paraglide/messages.js';
import { monthName } from '../../(log-review)/log-review/log-review-words.ts';

export interface DutyView {
	readonly month: Month;
	readonly name: string;
	readonly isOverdue: boolean;
	readonly due: string;
	readonly reviewer: string;
	readonly progress: string;
	/** Why it cannot be finished as it stands; null when it can. */
	readonly stuck: string | null;
	/** Whether somebody can be assigned it: not before it has been drawn. */
	readonly mayAssign: boolean;
}

export function toDutyViews({ months, reviewers }: ReviewDuties): readonly DutyView[] {
	return months.map((duty) => ({
		month: duty.month,
		name: monthName(duty.month),
		isOverdue: duty.isOverdue,
		due: duty.dueOn,
		reviewer: duty.assignedTo ?? m.audit_reviews_nobody(),
		progress: duty.isDrawn
			? m.audit_reviews_judged({ judged: duty.judged, drawn: duty.drawn })
			: m.audit_reviews_not_drawn(),
		stuck: duty.stuck > 0 ? m.audit_duties_stuck({ count: duty.stuck }) : null,
		mayAssign: duty.isDrawn && reviewers.length > 0
	}));
}
