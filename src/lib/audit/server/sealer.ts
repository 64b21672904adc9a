/** Keeps the chains of the running program up to date: seals soon after something was written, anchors at intervals. */
import type { BoardId } from '#lib/shared/ids.ts';
import { listBoards } from '#lib/shared/server/boards.ts';
import type { Database } from '#lib/shared/server/database.ts';
import type { AuditTrail } from '../audit-trail.ts';
import { withAnchorFile, writeAnchors } from './anchor-file.ts';
import { sealBoard } from './seal-board.ts';

export interface SealerSettings {
	readonly database: Database;
	readonly trail: AuditTrail;
	/** Null where none is kept. */
	readonly anchorFile: string | null;
	readonly now: () => Date;
	/** Told when something could not be sealed or anchored; it is tried again. */
	readonly complain: (sentence: string) => void;
	/** How long lines are gathered before they are sealed together. */
	readonly gatherMs?: number;
	readonly anchorEveryMs?: number;
}

export interface Sealer {
	/** The trail to write with: what is written through it is sealed soon. */
	readonly trail: AuditTrail;
	/** Seals what an earlier run left, and begins to anchor. */
	start(): Promise<void>;
	/** Seals and anchors a last time. Call it before the database is closed. */
	close(): Promise<void>;
}

const retryMs = 10_000;

/** A sealer that does nothing until it is started or told that there is something to seal. */
export function makeSealer(settings: SealerSettings): Sealer {
	const { database, trail, gatherMs = 250, anchorEveryMs = 900_000 } = settings;
	const waiting = new Set<BoardId>();
	let timer: NodeJS.Timeout | null = null;
	let interval: NodeJS.Timeout | null = null;
	let sealing: Promise<void> = Promise.resolve();

	function schedule(delay: number): void {
		timer ??= setTimeout(() => {
			timer = null;
			sealing = sealing.then(sealWaiting);
		}, delay).unref();
	}

	async function sealWaiting(): Promise<void> {
		for (const boardId of [...waiting]) {
			waiting.delete(boardId);
			try {
				await sealBoard(database, trail, boardId);
			} catch (error) {
				waiting.add(boardId);
				settings.complain(`Åtkomstloggens rader gick inte att länka in i kedjan: ${nameOf(error)}`);
				schedule(retryMs);
			}
		}
	}

	async function anchor(): Promise<void> {
		if (settings.anchorFile === null) return;
		try {
			await writeAnchors(database, trail, settings.anchorFile, settings.now());
		} catch (error) {
			settings.complain(`Åtkomstloggen gick inte att förankra: ${nameOf(error)}`);
		}
	}

	async function sealAll(): Promise<void> {
		for (const { id } of await listBoards(database)) waiting.add(id);
		await sealWaiting();
	}

	return {
		trail: {
			...withAnchorFile(trail, settings.anchorFile),
			sealSoon(boardId) {
				waiting.add(boardId);
				schedule(gatherMs);
			}
		},
		async start() {
			await sealAll();
			await anchor();
			interval = setInterval(() => {
				sealing = sealing.then(sealWaiting).then(anchor);
			}, anchorEveryMs).unref();
		},
		async close() {
			if (interval) clearInterval(interval);
			if (timer) clearTimeout(timer);
			await sealing;
			await sealAll();
			await anchor();
		}
	};
}

/** The error's name or code only: its text may hold values. */
function nameOf(error: unknown): string {
	if (!(error instanceof Error)) return 'okänt fel';
	const cause = error.cause as { code?: unknown } | undefined;
	return String((error as { code?: unknown }).code ?? cause?.code ?? error.name);
}
