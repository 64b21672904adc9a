/** A visit and a signed review in words. */
import type { NamedVisit, ReviewOfMonth } from '#lib/audit/server/reads/review-of-month.ts';
import { listActions } from '#lib/audit/ui/action-words.ts';
import type { SignedView, VisitView } from '#lib/audit/ui/review-view.ts';
import { m } from '#lib/paraglide/messages.js';
import { countText } from '#lib/shared/ui/count-text.ts';
import { clockTime, dayName, describeStoredFault, reasonTag } from '../log-review-words.ts';

export function toVisitView(
	visit: NamedVisit,
	index: number,
	{ visits: { length: count }, hasOther }: Pick<ReviewOfMonth, 'visits' | 'hasOther'>
): VisitView {
	const { id, reads, writes, judged, judgedByName } = visit;
	return {
		id,
		heading: m.audit_visit_number({ number: index + 1, count }),
		where: `${visit.actorName} · ${describePlace(visit)}`,
		when: describeWhen(visit),
		counts: m.audit_visit_counts({ reads, writes }),
		what: listActions(visit.actions),
		reasons: visit.reasons.map(reasonTag),
		judgement: judged?.judgement ?? null,
		note: judged?.note ?? '',
		judgedBy: judged ? m.audit_visit_judged_by({ name: judgedByName ?? judged.by, day: judged.on }) : null,
		notMine: !visit.isOwn ? null : hasOther ? m.audit_visit_own() : m.audit_visit_own_alone()
	};
}

function describePlace({ caseId, caseNumber }: NamedVisit): string {
	if (caseId === null) return m.audit_visit_lists();
	return caseNumber === null ? m.audit_visit_case_gone() : m.audit_visit_case({ number: caseNumber });
}

function describeWhen({ day, firstAt, lastAt }: NamedVisit): string {
	const [from, to] = [clockTime(firstAt), clockTime(lastAt)];
	return from === to
		? m.audit_visit_when_once({ day: dayName(day), at: from })
		: m.audit_visit_when({ day: dayName(day), from, to });
}

export function toSignedView({ signed, signedByName }: ReviewOfMonth, boardCode: string): SignedView | null {
	if (!signed) return null;
	const { by, on, chainSeq, chainSeal, chainFault } = signed;
	return {
		title: m.audit_signed_title({ name: signedByName ?? by, day: on }),
		sentence:
			chainFault === null
				? m.audit_signed_whole({ count: countText(chainSeq ?? 0) })
				: m.audit_signed_fault({ fault: describeStoredFault(chainFault) }),
		isWhole: chainFault === null,
		code: chainSeq !== null && chainSeal !== null ? `${boardCode}:${chainSeq}:${chainSeal}` : null
	};
}
