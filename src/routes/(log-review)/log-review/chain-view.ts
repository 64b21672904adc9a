/** The checks of the whole log in sentences: the night's, and one that somebody has asked for. */
import type { NightlyCheck, NightlyVerdict } from '#lib/audit/nightly-verdict.ts';
import type { BoardVerdict } from '#lib/audit/server/verify-board.ts';
import type { ChainView } from '#lib/audit/ui/review-view.ts';
import { m } from '#lib/paraglide/messages.js';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { countText } from '#lib/shared/ui/count-text.ts';
import { clockTime, dayName, describeFault } from './log-review-words.ts';

type Said = Pick<NightlyVerdict, 'lineCount' | 'anchoredTo' | 'fault'>;

/** What the check said that was made now. */
export function toChainView({ checked, waiting, anchoredTo, fault }: BoardVerdict): ChainView {
	const said = { lineCount: checked + waiting, anchoredTo, fault };
	return describe(said, m.audit_chain_checked_now());
}

/** What the newest nightly check said, and when; or that there is none, or none to rely on. */
export function toNightView(check: NightlyCheck): ChainView {
	if (check.kind === 'none') {
		return {
			kind: 'info',
			title: m.audit_chain_no_night_title(),
			sentences: [m.audit_chain_no_night()]
		};
	}
	if (check.kind === 'not-genuine') {
		return {
			kind: 'problem',
			title: m.audit_chain_not_genuine_title(),
			sentences: [m.audit_chain_not_genuine()]
		};
	}
	const { verdict } = check;
	const at = verdict.verifiedAt;
	const moment = { day: dayName(toLocalDate(at)), time: clockTime(at) };
	const view = describe(verdict, m.audit_chain_checked_at(moment));
	if (!check.isLate) return view;
	const sentences = [m.audit_chain_late(), ...view.sentences];
	return view.kind === 'problem'
		? { ...view, sentences }
		: { kind: 'warning', title: m.audit_chain_late_title(), sentences };
}

function describe({ lineCount: count, anchoredTo, fault }: Said, checked: string): ChainView {
	if (fault) {
		return {
			kind: 'problem',
			title: m.audit_chain_broken_title(),
			sentences: [
				m.audit_chain_broken({ fault: describeFault(fault) }),
				`${checked} ${m.audit_chain_before_fault({ count: countText(count) })}`
			]
		};
	}
	return {
		kind: 'success',
		title: m.audit_chain_whole_title(),
		sentences: [
			`${checked} ${m.audit_chain_whole({ count: countText(count) })}`,
			anchoredTo === null ? m.audit_chain_not_anchored() : m.audit_chain_anchored({ seq: anchoredTo })
		]
	};
}
