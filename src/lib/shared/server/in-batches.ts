/**
 * Many small statements as few large ones: what comes while a batch is on its way goes together in the next. What comes
 * alone waits for one turn of the event loop, and nothing is told to be done before its own batch is.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { BoardId } from '#lib/shared/ids.ts';

export interface BatchPlan<Item, Outcome> {
	/** The most that go together. */
	readonly limit: number;
	/** How many batches may be under way at the same time. */
	readonly atOnce: number;
	/** Two with the same key never go together; null where any two may. */
	readonly keyOf: ((item: Item) => string) | null;
	/** All or nothing; the outcomes in the order of the items. */
	readonly carryOut: (items: readonly Item[]) => Promise<readonly Outcome[]>;
}

interface Parcel<Item, Outcome> {
	readonly item: Item;
	readonly resolve: (outcome: Outcome) => void;
	readonly reject: (error: unknown) => void;
}

/** Gives the function that hands in one item and tells its own outcome. */
export function inBatches<Item, Outcome>(plan: BatchPlan<Item, Outcome>): (item: Item) => Promise<Outcome> {
	let waiting: Parcel<Item, Outcome>[] = [];
	let underWay = 0;

	function take(): Parcel<Item, Outcome>[] {
		const batch: Parcel<Item, Outcome>[] = [];
		const left: Parcel<Item, Outcome>[] = [];
		const keys = new Set<string>();
		for (const parcel of waiting) {
			const key = plan.keyOf?.(parcel.item);
			if (batch.length === plan.limit || (key !== undefined && keys.has(key))) {
				left.push(parcel);
			} else {
				if (key !== undefined) keys.add(key);
				batch.push(parcel);
			}
		}
		waiting = left;
		return batch;
	}

	async function carryOutNext(): Promise<void> {
		underWay += 1;
		while (waiting.length > 0) {
			// What has reached the machine meanwhile, and is still to be read from its sockets, comes along.
			await nextTurn();
			const batch = take();
			if (batch.length > 0) await deliver(batch);
		}
		underWay -= 1;
	}

	async function deliver(batch: readonly Parcel<Item, Outcome>[]): Promise<void> {
		try {
			const outcomes = await plan.carryOut(batch.map(({ item }) => item));
			batch.forEach(({ resolve }, index) => resolve(outcomes[index] as Outcome));
		} catch (error) {
			// One that cannot be done takes nobody else with it: nothing of the batch was done, so each goes alone.
			if (batch.length === 1) batch[0]?.reject(error);
			else for (const parcel of batch) await deliver([parcel]);
		}
	}

	return (item) =>
		new Promise((resolve, reject) => {
			waiting.push({ item, resolve, reject });
			if (underWay < plan.atOnce) void carryOutNext();
		});
}

interface DeskOfBoard {
	readonly query: object;
	readonly boardId: BoardId;
}

/**
 * One of something for each database and board, made when it is first needed. Only what is under way may lie in it: nothing
 * that has been acknowledged is lost with the process.
 */
export function oncePerBoard<Desk extends DeskOfBoard, Tool>(
	make: (desk: Desk) => Tool
): (desk: Desk) => Tool {
	const tools = new WeakMap<object, Map<BoardId, Tool>>();
	return (desk) => {
		const ofBoards = tools.get(desk.query) ?? new Map<BoardId, Tool>();
		tools.set(desk.query, ofBoards);
		const tool = ofBoards.get(desk.boardId) ?? make(desk);
		ofBoards.set(desk.boardId, tool);
		return tool;
	};
}
