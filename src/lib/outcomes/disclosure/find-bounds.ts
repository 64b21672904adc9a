/** The smallest and largest value that a hidden number can have, given everything that is published. */
import type { TableNetwork } from './table-network.ts';

export interface Bounds {
	readonly min: number;
	/** Infinity when nothing published holds it back. */
	readonly max: number;
}

/**
 * Exact bounds of one number, by the largest flow around it in each direction (Edmonds & Karp 1972). A published number is
 * its own bound.
 */
export function findBounds(network: TableNetwork, number: number): Bounds {
	const arc = network.arcs[number];
	if (!arc) throw new RangeError(`no number ${number} in the table`);
	if (!arc.hidden) return { min: arc.count, max: arc.count };
	return {
		min: arc.count - flowAround(network, number, 'down', arc.count),
		max: arc.count + flowAround(network, number, 'up', Infinity)
	};
}

/** How far the number can go up or down, at most `limit`. To go up, people must come back the other way round. */
function flowAround(network: TableNetwork, around: number, direction: 'up' | 'down', limit: number): number {
	const { arcs } = network;
	const arc = arcs[around];
	if (!arc) return 0;
	const [start, end] = direction === 'up' ? [arc.to, arc.from] : [arc.from, arc.to];
	const moved = new Array<number>(arcs.length).fill(0);
	let sent = 0;
	while (sent < limit) {
		const path = findPath(network, around, start, end, moved);
		if (path === null) return sent;
		let room = limit - sent;
		for (const step of path) if (step.backward) room = Math.min(room, countAt(network, step.number, moved));
		if (room === Infinity) return Infinity;
		for (const { number, backward } of path) moved[number] = (moved[number] ?? 0) + (backward ? -room : room);
		sent += room;
	}
	return sent;
}

interface Step {
	readonly number: number;
	/** Against the arc: fewer people go there. */
	readonly backward: boolean;
}

function countAt({ arcs }: TableNetwork, number: number, moved: readonly number[]): number {
	return (arcs[number]?.count ?? 0) + (moved[number] ?? 0);
}

/** The shortest way from node to node over hidden numbers; fewer people only where there are some. */
function findPath(
	network: TableNetwork,
	avoid: number,
	start: number,
	end: number,
	moved: readonly number[]
): Step[] | null {
	const cameBy: (Step | undefined)[] = [];
	const seen = new Set([start]);
	const queue = [start];
	for (let node = queue.shift(); node !== undefined && node !== end; node = queue.shift()) {
		for (const number of network.arcsAt[node] ?? []) {
			const arc = network.arcs[number];
			if (!arc?.hidden || number === avoid) continue;
			const backward = arc.to === node;
			const next = backward ? arc.from : arc.to;
			if (seen.has(next) || (backward && countAt(network, number, moved) === 0)) continue;
			seen.add(next);
			cameBy[next] = { number, backward };
			queue.push(next);
		}
	}
	return seen.has(end) ? walkBack(network, cameBy, start, end) : null;
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
