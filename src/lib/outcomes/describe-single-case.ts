/**
 * One person measured many times (MOS; Socialstyrelsen, Systematisk uppföljning, example 6): what may be shown of each phase.
 * An A–B design for one person shows that something "följdes av" something else, never what caused it.
 */
import type { Scale } from '#lib/instruments/instrument.ts';
import { mean } from './moments.ts';
import { nonoverlap } from './nonoverlap.ts';
import { median } from './quantile.ts';
import { showingLimits } from './showing-limits.ts';
import { theilSenLine, type Line, type TimePoint } from './time-points.ts';

export interface Note {
	/** Day number from the first day. */
	readonly day: number;
	/** Null = not noted, which is not 0. */
	readonly value: number | null;
	readonly phase: string;
}

export interface CasePhase {
	readonly phase: string;
	readonly points: readonly TimePoint[];
	readonly notNoted: number;
	/** Null without points. */
	readonly mean: number | null;
	readonly median: number | null;
	/** Theil–Sen; null below five points (What Works Clearinghouse 4.0 asks for five in each phase). */
	readonly line: Line | null;
}

export interface PhaseChange {
	readonly from: string;
	readonly to: string;
	/** Difference of the phases' means and medians in the scale's own unit; null when a phase has no points. */
	readonly meanChange: number | null;
	readonly medianChange: number | null;
	/** Null below five points in either phase: then the points are shown alone. */
	readonly nap: number | null;
}

export interface SingleCase {
	/** In the order they began. */
	readonly phases: readonly CasePhase[];
	/** Each later phase beside the first. */
	readonly changes: readonly PhaseChange[];
}

/** Describes the phases and how each later one differs from the first. Days without a note are counted, never read as 0. */
export function describeSingleCase(notes: readonly Note[], direction: Scale['direction']): SingleCase {
	const inOrder = notes.toSorted((one, other) => one.day - other.day);
	const names = [...new Set(inOrder.map(({ phase }) => phase))];
	const phases = names.map((name) => describePhase(name, inOrder));
	const [first, ...later] = phases;
	return { phases, changes: first ? later.map((phase) => comparePhases(first, phase, direction)) : [] };
}

function describePhase(phase: string, notes: readonly Note[]): CasePhase {
	const own = notes.filter((note) => note.phase === phase);
	const points = own.flatMap(({ day, value }) => (value === null ? [] : [{ time: day, value }]));
	const values = points.map(({ value }) => value);
	return {
		phase,
		points,
		notNoted: own.length - points.length,
		mean: mean(values),
		median: median(values),
		line: points.length < showingLimits.pointsPerPhase ? null : theilSenLine(points)
	};
}

function comparePhases(from: CasePhase, to: CasePhase, direction: Scale['direction']): PhaseChange {
	const [earlier, later] = [from, to].map(({ points }) => points.map(({ value }) => value));
	const isLongEnough = Math.min(from.points.length, to.points.length) >= showingLimits.pointsPerPhase;
	return {
		from: from.phase,
		to: to.phase,
		meanChange: subtract(to.mean, from.mean),
		medianChange: subtract(to.median, from.median),
		nap: isLongEnough ? (nonoverlap(earlier ?? [], later ?? [], direction)?.nap ?? null) : null
	};
}

function subtract(from: number | null, what: number | null): number | null {
	return from === null || what === null ? null : from - what;
}
