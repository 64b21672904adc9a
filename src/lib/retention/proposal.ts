/** A proposal to erase records, from the night it is made until there is a certificate. */
import type { ClientId, RetentionItemId, RetentionProposalId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { AskReason } from './assess-record.ts';

/** The nightly job's name. */
export const proposeJob = 'proposeRetention';

/** How many records a proposal holds at most: as many as one person can look at. The most urgent come first. */
export const maxItems = 200;

export type ProposalState = 'proposed' | 'approved' | 'executed';

/** Why somebody keeps a record that the rule would erase. */
export const holdReasons = [
	/** Parenthood or adoption: such documents are never erased. */
	'parenthood-or-adoption',
	/** A child that was placed or taken into care: likewise. */
	'placed-child',
	/** Born on the 5th, 15th or 25th, known by other means. */
	'research-birthday',
	/** A dispute, an investigation or a claim is going on. */
	'dispute',
	/** The person is a client again in another system. */
	'returned',
	'other'
] as const;
export type HoldReason = (typeof holdReasons)[number];

export interface ProposedItem {
	readonly id: RetentionItemId;
	readonly clientId: ClientId;
	readonly lastNoteOn: LocalDate;
	readonly eligibleOn: LocalDate;
	readonly dueOn: LocalDate;
	readonly asks: AskReason | null;
	readonly decision: 'erase' | 'keep' | null;
}

export interface Proposal {
	readonly id: RetentionProposalId;
	readonly ruleId: string;
	readonly state: ProposalState;
	readonly proposedOn: LocalDate;
	readonly approved: { readonly by: string; readonly on: LocalDate } | null;
}

/** What the approver says of one record. */
export type Decision = { readonly kind: 'erase' } | { readonly kind: 'keep'; readonly reason: HoldReason };

/** The most urgent ones: by the day it has to be done, then by the day it might. */
export function takeMostUrgent<T extends Pick<ProposedItem, 'dueOn' | 'eligibleOn' | 'clientId'>>(
	items: readonly T[]
): readonly T[] {
	const keyOf = ({ dueOn, eligibleOn, clientId }: T): string => `${dueOn} ${eligibleOn} ${clientId}`;
	return items.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1)).slice(0, maxItems);
}

/** Items without a decision: none may be left when a proposal is approved, least of all those the program asked about. */
export function listUndecided(
	items: readonly Pick<ProposedItem, 'id'>[],
	decisions: ReadonlyMap<string, Decision>
): readonly RetentionItemId[] {
	return items.filter(({ id }) => !decisions.has(id)).map(({ id }) => id);
}
