/** The decisions of a whole proposal, two fields for each record: `decision-<id>` and `reason-<id>`. */
import { m } from '#lib/paraglide/messages.js';
import { holdReasons, type Decision } from '#lib/retention/proposal.ts';
import type { RetentionItemId } from '#lib/shared/ids.ts';

interface Proposed {
	readonly id: RetentionItemId;
	readonly caseNumbers: readonly string[];
}

export interface ReadDecisions {
	/** One for each record, when there are no errors. */
	readonly decisions: ReadonlyMap<RetentionItemId, Decision>;
	/** By the id of the field. */
	readonly errors: Readonly<Record<string, string>>;
}

/** Reads what was decided; a record without a choice, or kept without a reason, is an error at its field. */
export function readDecisions(
	fields: Readonly<Record<string, string>>,
	items: readonly Proposed[]
): ReadDecisions {
	const decisions = new Map<RetentionItemId, Decision>();
	const errors: Record<string, string> = {};
	for (const { id, caseNumbers } of items) {
		const numbers = caseNumbers.join(', ');
		const written = fields[`decision-${id}`];
		const reason = holdReasons.find((one) => one === fields[`reason-${id}`]);
		if (written === 'erase') decisions.set(id, { kind: 'erase' });
		else if (written !== 'keep') errors[`decision-${id}`] = m.retention_decision_missing({ numbers });
		else if (!reason) errors[`reason-${id}`] = m.retention_reason_missing({ numbers });
		else decisions.set(id, { kind: 'keep', reason });
	}
	return { decisions, errors };
}
