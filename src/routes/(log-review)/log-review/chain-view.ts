/** The check of the whole log in sentences. */
import type { BoardVerdict } from '#lib/audit/server/verify-board.ts';
import type { ChainView } from '#lib/audit/ui/review-view.ts';
import { m } from '#lib/paraglide/messages.js';
import { describeFault } from './log-review-words.ts';

export function toChainView({ fault, checked, waiting, anchoredTo }: BoardVerdict): ChainView {
	if (fault) {
		return { isWhole: false, sentences: [m.audit_chain_broken({ fault: describeFault(fault) })] };
	}
	return {
		isWhole: true,
		sentences: [
			m.audit_chain_whole({ count: checked + waiting }),
			anchoredTo === null ? m.audit_chain_not_anchored() : m.audit_chain_anchored({ seq: anchoredTo })
		]
	};
}
