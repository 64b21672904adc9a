import { m } from '#lib/paraglide/messages.js';
import { maxItems } from '#lib/retention/proposal.ts';
import { researchCounties, researchMunicipalities } from '#lib/retention/retention-rules.ts';
import type { RetentionOverview } from '#lib/retention/server/reads/retention-overview.ts';
import type { ApprovedView, CertificateRow, HoldView, RecordView } from '#lib/retention/ui/retention-view.ts';
import { countText } from '#lib/shared/ui/count-text.ts';
import { askWords, holdWords, sayYears } from './retention-words.ts';

type OpenProposal = NonNullable<RetentionOverview['proposal']>;
type Item = OpenProposal['items'][number];

/** What holds today, in one line each. */
export function toFacts({ rule, settings, holds, lastLook }: RetentionOverview) {
	const count = holds.length;
	return [
		{
			term: m.retention_fact_rule(),
			value: rule && rule.years !== null ? sayYears(rule.years) : m.retention_fact_rule_none()
		},
		{ term: m.retention_fact_law(), value: rule?.overriddenBy ?? rule?.law ?? '–' },
		{
			term: m.retention_fact_place(),
			value: settings?.municipalityCode ?? m.retention_fact_place_unknown()
		},
		{ term: m.retention_fact_look(), value: lastLook?.day ?? m.retention_fact_look_none() },
		{
			term: m.retention_fact_held(),
			value:
				count === 0
					? m.retention_fact_held_none()
					: count === 1
						? m.retention_fact_held_one()
						: m.retention_fact_held_count({ count: countText(count) })
		}
	];
}

/** Whether the place alone keeps everything, so that an empty page is as it should be. */
export function isKeptByPlace({ rule, settings }: RetentionOverview): boolean {
	const code = settings?.municipalityCode ?? '';
	const isPlace = code.slice(0, 2) in researchCounties || code in researchMunicipalities;
	return isPlace && (rule?.exceptions.includes('research-county') ?? false);
}

export function toRecordView({ id, caseNumbers, lastNoteOn, dueOn, isOverdue, asks }: Item): RecordView {
	return {
		id,
		caseNumbers: caseNumbers.join(', '),
		lastNoteOn,
		dueOn,
		isOverdue,
		asks: asks && askWords[asks](),
		choice: asks ? '' : 'erase'
	};
}

/** How many, how many are asked about and how many are late. */
export function sayProposal({ items }: OpenProposal): readonly string[] {
	const count = items.length;
	const asked = items.filter(({ asks }) => asks !== null).length;
	const overdue = items.filter(({ isOverdue }) => isOverdue).length;
	return [
		count === 1 ? m.retention_proposal_one() : m.retention_proposal_many({ count: countText(count) }),
		...(asked === 0
			? []
			: [
					asked === 1
						? m.retention_proposal_asks_one()
						: m.retention_proposal_asks({ count: countText(asked) })
				]),
		...(overdue === 0
			? []
			: [
					overdue === 1
						? m.retention_proposal_overdue_one()
						: m.retention_proposal_overdue({ count: countText(overdue) })
				]),
		...(count < maxItems ? [] : [m.retention_proposal_most({ max: maxItems })])
	];
}

export function toApprovedView({ items, approved, approvedByName }: OpenProposal): ApprovedView {
	const kept = items.filter(({ decision }) => decision === 'keep').length;
	const erased = items.length - kept;
	return {
		sentence: m.retention_approved_by({ name: approvedByName ?? '', day: approved?.on ?? '' }),
		outcome: [
			erased === 0
				? m.retention_approved_erase_none()
				: erased === 1
					? m.retention_approved_erase_one()
					: m.retention_approved_erase({ count: countText(erased) }),
			...(kept === 0
				? []
				: [
						kept === 1
							? m.retention_approved_keep_one()
							: m.retention_approved_keep({ count: countText(kept) })
					])
		],
		button: erased === 0 ? m.retention_execute_none() : m.retention_execute(),
		rows: items.map(({ id, caseNumbers, lastNoteOn, decision }) => ({
			id,
			caseNumbers: caseNumbers.join(', '),
			lastNoteOn,
			isKept: decision === 'keep',
			decision: decision === 'keep' ? m.retention_decision_keep() : m.retention_decision_erase()
		}))
	};
}

export function toHoldView({
	clientId,
	caseNumbers,
	reason,
	byName,
	on
}: RetentionOverview['holds'][number]): HoldView {
	return {
		clientId,
		caseNumbers: caseNumbers.join(', '),
		reason: holdWords[reason](),
		by: `${byName}, ${on}`
	};
}

export function toCertificateRow(certificate: RetentionOverview['certificates'][number]): CertificateRow {
	const { id, executedOn, persons, approvedByName, sweptOn } = certificate;
	return {
		id,
		day: executedOn,
		persons: String(persons),
		approvedBy: approvedByName,
		isSwept: sweptOn !== null
	};
}
