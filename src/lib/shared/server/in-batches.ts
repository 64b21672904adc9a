/**
 * Many small writes as few large ones: what comes while a batch is on its way to the disk goes together in the next. A
 * lone write waits for nobody. Nothing is told to be done before its own batch is.
 */
export interface BatchPlan<Item, Outcome> {
	/** The most that go together. */
	readonly limit: number;
	/** How many batches may be under way at the same time. */
	readonly atOnce: number;
	/** Two with the same key never go together. */
	readonly keyOf: (item: Item) => string;
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
			const key = plan.keyOf(parcel.item);
			if (batch.length === plan.limit || keys.has(key)) {
				left.push(parcel);
			} else {
				keys.add(key);
				batch.push(parcel);
			}
		}
		waiting = left;
		return batch;
	}

	async function carryOutNext(): Promise<void> {
		underWay += 1;
		while (waiting.length > 0) await deliver(take());
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
