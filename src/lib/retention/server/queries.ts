/** A board's decisions about erasing, proposals and certificates to and from their tables. */
import { and, asc, desc, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import type {
	BoardId,
	CertificateId,
	ClientId,
	RetentionItemId,
	RetentionOverrideId,
	RetentionProposalId
} from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { anyOf } from '#lib/shared/server/any-of.ts';
import type { Orm } from '#lib/shared/server/database.ts';
import type { Certificate } from '../certificate.ts';
import type { RetentionOverride } from '../override.ts';
import type { HoldReason, Proposal, ProposedItem } from '../proposal.ts';
import type { Regime } from '../retention-rules.ts';
import {
	retentionCertificates,
	retentionHolds,
	retentionItems,
	retentionOverrides,
	retentionProposals,
	retentionSettings
} from './tables.ts';

interface Scope {
	readonly tx: Orm;
	readonly boardId: BoardId;
}

export interface RetentionSettings {
	readonly municipalityCode: string;
	readonly regime: Regime;
}

/** Null until somebody has said where the board is. */
export async function findSettings({ tx, boardId }: Scope): Promise<RetentionSettings | null> {
	const rows = await tx.select().from(retentionSettings).where(eq(retentionSettings.boardId, boardId));
	const [row] = rows;
	return row ? { municipalityCode: row.municipalityCode, regime: row.regime } : null;
}

export async function upsertSettings({ tx, boardId }: Scope, settings: RetentionSettings): Promise<void> {
	await tx
		.insert(retentionSettings)
		.values({ boardId, ...settings })
		.onConflictDoUpdate({ target: [retentionSettings.boardId], set: settings });
}

/** The board's own lines with their ids, by rule and day. */
export async function listOverrides({
	tx,
	boardId
}: Scope): Promise<readonly (RetentionOverride & { readonly id: RetentionOverrideId })[]> {
	const rows = await tx
		.select()
		.from(retentionOverrides)
		.where(eq(retentionOverrides.boardId, boardId))
		.orderBy(asc(retentionOverrides.ruleId), asc(retentionOverrides.validFrom));
	return rows.map(({ boardId: _board, ...override }) => override);
}

export async function insertOverride(
	{ tx, boardId }: Scope,
	override: Omit<typeof retentionOverrides.$inferInsert, 'boardId'>
): Promise<void> {
	await tx.insert(retentionOverrides).values({ boardId, ...override });
}

/** Takes away a line. False when there was none. */
export async function deleteOverride({ tx, boardId }: Scope, id: RetentionOverrideId): Promise<boolean> {
	const rows = await tx
		.delete(retentionOverrides)
		.where(and(eq(retentionOverrides.boardId, boardId), eq(retentionOverrides.id, id)))
		.returning({ id: retentionOverrides.id });
	return rows.length > 0;
}

export async function insertHold(
	{ tx, boardId }: Scope,
	hold: {
		readonly id: string;
		readonly clientId: ClientId;
		readonly reason: HoldReason;
		readonly by: string;
		readonly on: LocalDate;
	}
): Promise<void> {
	const { id, clientId, reason, by: heldBy, on: heldOn } = hold;
	const values = { boardId, id: id as never, clientId, reason, heldBy, heldOn };
	await tx.insert(retentionHolds).values(values).onConflictDoNothing();
}

/** Ends a hold. False when there was none. */
export async function updateHoldAsLifted(
	{ tx, boardId }: Scope,
	clientId: ClientId,
	on: LocalDate
): Promise<boolean> {
	const rows = await tx
		.update(retentionHolds)
		.set({ liftedOn: on })
		.where(
			and(
				eq(retentionHolds.boardId, boardId),
				eq(retentionHolds.clientId, clientId),
				isNull(retentionHolds.liftedOn)
			)
		)
		.returning({ id: retentionHolds.id });
	return rows.length > 0;
}

function toProposal(row: typeof retentionProposals.$inferSelect): Proposal {
	const { id, ruleId, state, proposedOn, approvedBy: by, approvedOn: on } = row;
	return { id, ruleId, state, proposedOn, approved: by && on ? { by, on } : null };
}

/** The proposal that is not executed yet, held until the transaction ends; or null. */
export async function findOpenProposal({ tx, boardId }: Scope): Promise<Proposal | null> {
	const rows = await tx
		.select()
		.from(retentionProposals)
		.where(and(eq(retentionProposals.boardId, boardId), ne(retentionProposals.state, 'executed')))
		.for('update');
	return rows[0] ? toProposal(rows[0]) : null;
}

export async function insertProposal(
	{ tx, boardId }: Scope,
	proposal: Omit<Proposal, 'approved'>
): Promise<void> {
	await tx.insert(retentionProposals).values({ boardId, ...proposal });
}

export async function updateProposal(
	{ tx, boardId }: Scope,
	id: RetentionProposalId,
	change: Partial<
		Pick<
			typeof retentionProposals.$inferInsert,
			'state' | 'ruleId' | 'proposedOn' | 'approvedBy' | 'approvedOn'
		>
	>
): Promise<void> {
	await tx
		.update(retentionProposals)
		.set(change)
		.where(and(eq(retentionProposals.boardId, boardId), eq(retentionProposals.id, id)));
}

/** Takes away a proposal and its items. */
export async function deleteProposal(scope: Scope, id: RetentionProposalId): Promise<void> {
	await deleteItems(scope, id);
	await scope.tx
		.delete(retentionProposals)
		.where(and(eq(retentionProposals.boardId, scope.boardId), eq(retentionProposals.id, id)));
}

export async function insertItems(
	{ tx, boardId }: Scope,
	proposalId: RetentionProposalId,
	items: readonly ProposedItem[]
): Promise<void> {
	for (let from = 0; from < items.length; from += 1_000) {
		const rows = items.slice(from, from + 1_000).map((item) => ({ boardId, proposalId, ...item }));
		await tx.insert(retentionItems).values(rows);
	}
}

export async function deleteItems({ tx, boardId }: Scope, proposalId: RetentionProposalId): Promise<void> {
	await tx
		.delete(retentionItems)
		.where(and(eq(retentionItems.boardId, boardId), eq(retentionItems.proposalId, proposalId)));
}

/** A proposal's items, the most urgent first. */
export async function listItems(
	{ tx, boardId }: Scope,
	proposalId: RetentionProposalId
): Promise<readonly ProposedItem[]> {
	const rows = await tx
		.select()
		.from(retentionItems)
		.where(and(eq(retentionItems.boardId, boardId), eq(retentionItems.proposalId, proposalId)))
		.orderBy(asc(retentionItems.dueOn), asc(retentionItems.eligibleOn), asc(retentionItems.id));
	return rows.map(({ boardId: _board, proposalId: _proposal, ...item }) => item);
}

export async function updateDecisions(
	{ tx, boardId }: Scope,
	ids: readonly RetentionItemId[],
	decision: 'erase' | 'keep' | null
): Promise<void> {
	if (ids.length === 0) return;
	await tx
		.update(retentionItems)
		.set({ decision })
		.where(and(eq(retentionItems.boardId, boardId), inArray(retentionItems.id, [...ids])));
}

/** The numbers of each client's cases, for whoever decides. */
export async function listCaseNumbersByClient(
	{ tx, boardId }: Scope,
	clientIds: readonly ClientId[]
): Promise<ReadonlyMap<ClientId, readonly string[]>> {
	const result: unknown = await tx.execute(sql`
		select client_id as "clientId", string_agg(case_number, '|' order by opened_on, case_number) as numbers
		from cases where board_id = ${boardId}
			and client_id = ${anyOf(clientIds)}
		group by client_id`);
	const rows = (Array.isArray(result) ? result : (result as { rows: unknown[] }).rows) as {
		clientId: ClientId;
		numbers: string;
	}[];
	return new Map(rows.map(({ clientId, numbers }) => [clientId, numbers.split('|')]));
}

export async function insertCertificate({ tx, boardId }: Scope, certificate: Certificate): Promise<void> {
	const { approved, ...rest } = certificate;
	await tx
		.insert(retentionCertificates)
		.values({ boardId, ...rest, approvedBy: approved.by, approvedOn: approved.on });
}

/** The board's certificates, the latest first. */
export async function listCertificatesOfBoard({ tx, boardId }: Scope): Promise<readonly Certificate[]> {
	const rows = await tx
		.select()
		.from(retentionCertificates)
		.where(eq(retentionCertificates.boardId, boardId))
		.orderBy(desc(retentionCertificates.executedOn), asc(retentionCertificates.id));
	return rows.map(({ boardId: _board, approvedBy: by, approvedOn: on, ...rest }) => ({
		...rest,
		approved: { by, on }
	}));
}

/** The certificate, or null. */
export async function findCertificate(scope: Scope, id: CertificateId): Promise<Certificate | null> {
	const all = await listCertificatesOfBoard(scope);
	return all.find((one) => one.id === id) ?? null;
}

/** Those after which the tables' files have not been cleared. */
export async function listUnsweptCertificates(scope: Scope): Promise<readonly Certificate[]> {
	return (await listCertificatesOfBoard(scope)).filter(({ sweptOn }) => sweptOn === null);
}

export async function updateCertificatesAsSwept(
	{ tx, boardId }: Scope,
	ids: readonly CertificateId[],
	sweptOn: LocalDate
): Promise<void> {
	if (ids.length === 0) return;
	await tx
		.update(retentionCertificates)
		.set({ sweptOn })
		.where(and(eq(retentionCertificates.boardId, boardId), inArray(retentionCertificates.id, [...ids])));
}

/** A decision to keep a record, while it holds. */
export interface Hold {
	readonly clientId: ClientId;
	readonly reason: HoldReason;
	readonly by: string;
	readonly on: LocalDate;
}

/** What is kept by decision, the latest first. */
export async function listHolds({ tx, boardId }: Scope, today: LocalDate): Promise<readonly Hold[]> {
	return tx
		.select({
			clientId: retentionHolds.clientId,
			reason: retentionHolds.reason,
			by: retentionHolds.heldBy,
			on: retentionHolds.heldOn
		})
		.from(retentionHolds)
		.where(
			and(
				eq(retentionHolds.boardId, boardId),
				or(isNull(retentionHolds.liftedOn), sql`${retentionHolds.liftedOn} > ${today}`)
			)
		)
		.orderBy(desc(retentionHolds.heldOn), asc(retentionHolds.id));
}
