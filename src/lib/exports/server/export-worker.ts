/**
 * Makes the ordered files in the running program, one at a time. Who makes which is a claim in the database, so that two
 * processes never make the same one; a claim that is not kept up is somebody who was stopped, and the file is begun anew.
 */
import type { ActorOfBoard } from '#lib/access/actor-of-board.ts';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { listProvidersOfBoard } from '#lib/cases/server/queries.ts';
import { nameFault } from '#lib/shared/name-fault.ts';
import type { BoardId, ExportId } from '#lib/shared/ids.ts';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { listBoards, type Board } from '#lib/shared/server/boards.ts';
import type { Context } from '#lib/shared/server/context.ts';
import type { Database } from '#lib/shared/server/database.ts';
import { makeCodebook } from '../codebook.ts';
import { fileLifeHours } from '../export-order.ts';
import { listVariables } from '../list-variables.ts';
import { makeFiles } from '../make-files.ts';
import { cancelled, makeExport } from './make-export.ts';
import { openRecords } from './list-records.ts';
import {
	claimExport,
	deleteParts,
	expireExports,
	findExport,
	findWaiting,
	finishExport,
	insertPart,
	releaseExport,
	updateProgress,
	type StoredExport
} from './queries.ts';

export interface WorkerSettings {
	readonly database: Database;
	readonly contextFor: (actor: ActorOfBoard) => Context;
	readonly now: () => Date;
	/** Told when a file could not be made. */
	readonly complain: (sentence: string) => void;
	/** How often it looks whether something has been ordered. */
	readonly everyMs?: number;
}

export interface ExportWorker {
	/** Looks now and then at intervals. Waits for nothing. */
	start(): void;
	/** Makes everything that is ordered and that nobody else is making. Gives how many files were finished. */
	runDue(): Promise<number>;
	/** Begins no more and stops what is under way, which is begun anew by whoever is started next. */
	close(): Promise<void>;
}

/** A claim that has not been kept up for so long is somebody who has been stopped. */
const claimMs = 60_000;
/** How many times a file is begun before it is given up. */
const maxAttempts = 3;

/** A worker that does nothing until it is started or told to run. */
export function makeExportWorker(settings: WorkerSettings): ExportWorker {
	const { database, now, everyMs = 2_000 } = settings;
	let interval: NodeJS.Timeout | null = null;
	let isClosed = false;
	let running: Promise<unknown> | null = null;

	async function runDue(): Promise<number> {
		let finished = 0;
		for (const board of await listBoards(database)) {
			const { orm: tx } = await database.forBoard(board.id);
			const scope = { tx, boardId: board.id };
			for (let id = await findWaiting(scope, now()); id !== null && !isClosed;) {
				if (await makeOne(board, id)) finished += 1;
				id = await findWaiting(scope, now());
			}
			await expireExports(scope, new Date(now().getTime() - fileLifeHours * 3_600_000));
		}
		return finished;
	}

	/** Whether the file was finished. */
	async function makeOne(board: Board, id: ExportId): Promise<boolean> {
		const { orm: tx, query } = await database.forBoard(board.id);
		const { id: boardId } = board;
		const fieldCipher = await database.keyRing.cipherOf(boardId, query);
		const scope = { tx, query, boardId, fieldCipher, cipher: () => Promise.resolve(fieldCipher) };
		const attempt = await claimExport(scope, id, now(), claimEnd());
		const order = attempt === null ? null : await findExport(scope, id);
		if (attempt === null || !order) return false;
		const claim = { id, attempt };
		try {
			if (attempt > maxAttempts) throw new Error('too-many-attempts');
			await deleteParts(scope, id);
			const context = settings.contextFor({ kind: 'system', boardId });
			const { files, instrument } = await describeFiles(scope, context, board, order);
			const { total, records } = await openRecords({ ...scope, context }, order, instrument);
			await updateProgress(scope, claim, { rowsTotal: total, rowsDone: 0, claimedUntil: claimEnd() });
			const made = await makeExport(files, records, {
				newId: context.newId,
				put: (piece) => insertPart(scope, fieldCipher, { ...piece, exportId: id }),
				report: async (rowsDone) =>
					!isClosed && (await updateProgress(scope, claim, { rowsDone, claimedUntil: claimEnd() }))
			});
			const { rows, bytes, hash } = made;
			const isDone = await finishExport(scope, claim, {
				state: 'done',
				finishedAt: now(),
				rowsTotal: rows,
				rowsDone: rows,
				fileName: files.name,
				fileBytes: bytes,
				fileHash: hash
			});
			if (!isDone) await clearUnlessTaken(scope, claim);
			return isDone;
		} catch (error) {
			// Closing is no fault: whoever is started next begins the file anew.
			if (isClosed) {
				await releaseExport(scope, claim);
				return false;
			}
			if (error instanceof Error && error.message === cancelled) {
				await clearUnlessTaken(scope, claim);
				return false;
			}
			const fault = nameFault(error);
			settings.complain(`En beställd fil gick inte att göra: ${fault}`);
			if (await finishExport(scope, claim, { state: 'failed', finishedAt: now(), fault })) {
				await deleteParts(scope, id);
			}
			return false;
		}
	}

	function claimEnd(): Date {
		return new Date(now().getTime() + claimMs);
	}

	function look(): void {
		if (running !== null) return;
		running = runDue()
			.catch((error: unknown) => {
				settings.complain(`Beställda filer gick inte att göra: ${nameFault(error)}`);
			})
			.finally(() => {
				running = null;
			});
	}

	return {
		start() {
			look();
			interval = setInterval(look, everyMs).unref();
		},
		runDue,
		async close() {
			isClosed = true;
			if (interval) clearInterval(interval);
			await running;
		}
	};
}

type Scope = Parameters<typeof findExport>[0];

/** Takes away what a cancelled attempt left, unless the order has been begun anew since: then the pieces are the other's. */
async function clearUnlessTaken(scope: Scope, { id }: { readonly id: ExportId }): Promise<void> {
	const order = await findExport(scope, id);
	if (order?.state === 'cancelled') await deleteParts(scope, id);
}

async function describeFiles(
	scope: { readonly tx: Scope['tx']; readonly boardId: BoardId },
	context: Context,
	board: Board,
	order: StoredExport
) {
	const instrument = findInstrument(context.catalogue, order.instrumentId, order.instrumentVersion);
	if (!instrument) throw new Error('instrument-unavailable');
	const providers = order.providerId === null ? [] : await listProvidersOfBoard(scope);
	const madeOn = toLocalDate(context.now());
	const variables = listVariables(instrument, order);
	const codebook = makeCodebook({
		order,
		instrument,
		variables,
		boardName: board.name,
		providerName: providers.find(({ id }) => id === order.providerId)?.name ?? null,
		recipient: order.recipient,
		madeOn
	});
	return { instrument, files: makeFiles({ order, instrument, variables, codebook, madeOn }) };
}
