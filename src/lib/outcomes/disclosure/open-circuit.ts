/** Hides what else has to be hidden so that one number can be another: complementary suppression, cheapest first. */
import type { TableNetwork } from './table-network.ts';

interface Wish {
	readonly number: number;
	readonly direction: 'up' | 'down';
	readonly amount: number;
}

interface Step {
	readonly number: number;
	readonly backward: boolean;
}

/**
 * Hides numbers until the wished-for one can move so far, and returns whether that was possible. Goes the cheapest way
 * round, again and again until the amount has gone through: small counts before large, cells before totals, and never a
 * cell with nobody, which the reader may know is always empty. (The network heuristic for cell suppression: Kelly, Golden
 * & Assad 1992; Castro 2002.) The grand total is never hidden: then the whole table is.
 */
export function openCircuit(network: TableNetwork, { number, direction, amount }: Wish): boolean {
	const arc = network.arcs[number];
	if (!arc) return false;
	const [start, end] = direction === 'up' ? [arc.to, arc.from] : [arc.from, arc.to];
	const moved = new Array<number>(network.arcs.length).fill(0);
	for (let left = amount; left > 0;) {
		const path = findCheapestPath(network, number, start, end, moved);
		if (path === null) return false;
		let room = left;
		for (const step of path) if (step.backward) room = Math.min(room, countAt(network, step.number, moved));
		for (const step of path) {
			moved[step.number] = (moved[step.number] ?? 0) + (step.backward ? -room : room);
			const used = network.arcs[step.number];
			if (used) used.hidden = true;
		}
		left -= room;
	}
	return true;
}

function countAt({ arcs }: TableNetwork, number: number, moved: readonly number[]): number {
	return (arcs[number]?.count ?? 0) + (moved[number] ?? 0);
}

/** What it costs the reader to lose a number: a hidden one nothing, a cell its people, a total more than all cells. */
function costOf({ arcs }: TableNetwork, number: number): number {
	const arc = arcs[number];
	if (!arc || arc.place.kind === 'total') return Infinity;
	if (arc.hidden) return 0;
	if (arc.count === 0) return Infinity;
	const everybody = arcs.at(-1)?.count ?? 0;
	return arc.place.kind === 'cell' ? arc.count : everybody + arc.count;
}

/** Dijkstra's way over the few nodes of a table; equal costs in the order of the numbers, so always the same way. */
function findCheapestPath(
	network: TableNetwork,
	avoid: number,
	start: number,
	end: number,
	moved: readonly number[]
): Step[] | null {
	const cost = new Array<number>(network.nodes).fill(Infinity);
	const cameBy = new Array<Step | undefined>(network.nodes);
	const done = new Set<number>();
	cost[start] = 0;
	for (;;) {
		const node = nearest(cost, done);
		if (node === null) return null;
		if (node === end) return walkBack(network, cameBy, start, end);
		done.add(node);
		for (const number of network.arcsAt[node] ?? []) {
			const arc = network.arcs[number];
			if (!arc || number === avoid) continue;
			const backward = arc.to === node;
			if (backward && countAt(network, number, moved) === 0) continue;
			const next = backward ? arc.from : arc.to;
			const through = (cost[node] ?? Infinity) + costOf(network, number);
			if (through >= (cost[next] ?? Infinity)) continue;
			cost[next] = through;
			cameBy[next] = { number, backward };
		}
	}
}

function nearest(cost: readonly number[], done: ReadonlySet<number>): number | null {
	let best: number | null = null;
	for (const [node, value] of cost.entries()) {
		if (value < Infinity && !done.has(node) && (best === null || value < (cost[best] ?? Infinity)))
			best = node;
	}
	return best;
}

function walkBack(
	{ arcs }: TableNetwork,
	cameBy: readonly (Step | undefined)[],
	start: number,
	end: number
): Step[] {
	const path: Step[] = [];
	for (let node = end; node !== start;) {
		const step = cameBy[node];
		const arc = step && arcs[step.number];
		if (!step || !arc) break;
		path.push(step);
		node = step.backward ? arc.to : arc.from;
	}
	return path;
}
