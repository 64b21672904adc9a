/** Rows of permits to and from what the rest of the program knows, and what they open. */
import { and, asc, eq } from 'drizzle-orm';
import type { BoardId, PermitId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import type { Orm } from '#lib/shared/server/database.ts';
import type { Work } from '#lib/shared/server/work.ts';
import type { AdministrationMode, Instrument } from '../../instrument.ts';
import { joinInstruments, type AskedInstrument } from '../../sitting.ts';
import { mayAdminister, type Permit } from '../../rights.ts';
import { findInstrument, type Sitting } from '../catalogue.ts';
import { instrumentPermits } from '../tables.ts';

interface Scope {
	readonly tx: Orm;
	readonly boardId: BoardId;
}

export interface StoredPermit extends Permit {
	readonly id: PermitId;
}

/** Stores the permit; one for the same instrument and version is replaced and keeps its id. Gives the id. */
export async function upsertPermit({ tx, boardId }: Scope, permit: StoredPermit): Promise<PermitId> {
	const { holder, grantedOn, reference, wording } = permit;
	const rows = await tx
		.insert(instrumentPermits)
		.values({ boardId, ...permit })
		.onConflictDoUpdate({
			target: [instrumentPermits.boardId, instrumentPermits.instrumentId, instrumentPermits.instrumentVersion],
			set: { holder, grantedOn, reference, wording }
		})
		.returning({ id: instrumentPermits.id });
	return rows[0]?.id ?? permit.id;
}

/** The board's permits, for all instruments or one. */
export async function listPermitsOfBoard(
	{ tx, boardId }: Scope,
	instrumentId?: string
): Promise<readonly StoredPermit[]> {
	const rows = await tx
		.select()
		.from(instrumentPermits)
		.where(
			and(
				eq(instrumentPermits.boardId, boardId),
				instrumentId === undefined ? undefined : eq(instrumentPermits.instrumentId, instrumentId)
			)
		)
		.orderBy(asc(instrumentPermits.instrumentId), asc(instrumentPermits.instrumentVersion));
	return rows.map(({ boardId: _board, ...permit }) => permit);
}

/**
 * The instrument, with the board's registered wording, ready to be given in the mode. Refuses one that does not exist
 * (`not-found`) and one that may not be given so (`permit-required`, `wording-missing`).
 */
export async function getInstrumentFor(
	work: Work,
	mode: AdministrationMode,
	instrumentId: string,
	version?: string
): Promise<Instrument> {
	const instrument = findInstrument(work.catalogue, instrumentId, version);
	if (!instrument) throw new Problem('not-found', { what: 'instrument' });
	const permits =
		instrument.rights.electronic === 'permit-required' ? await listPermitsOfBoard(work, instrumentId) : [];
	const given = mayAdminister(instrument, mode, permits);
	if (!given.ok) throw new Problem(given.problem);
	return given.value;
}

/** The same of all forms of a sitting, in order; the newest version of one where none is said. */
export async function getSittingFor(
	work: Work,
	mode: AdministrationMode,
	asked: readonly (Pick<AskedInstrument, 'id'> & Partial<AskedInstrument>)[]
): Promise<Sitting> {
	const forms: Instrument[] = [];
	for (const { id, version } of asked) forms.push(await getInstrumentFor(work, mode, id, version));
	return { forms, joined: joinInstruments(forms) };
}
