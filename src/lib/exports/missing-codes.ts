/**
 * Why a cell has no value, as codes that can never be answers: the family −99…−95 that survey research uses (DDIwR has
 * −91 and on), never 9 or 99, which can be a score.
 */
import type { AnswerStatus } from '#lib/collection/unanswered.ts';

export const missingCodes = {
	/** Asked, and nobody has said why it is empty. */
	skipped: -99,
	/** "Vet ej", said or chosen. */
	'dont-know': -98,
	/** "Vill ej svara", said or chosen. */
	declined: -97,
	/** The form did not ask it with these answers. */
	'not-shown': -96,
	/** Staff left it out. */
	'not-asked': -95
} as const satisfies Record<Exclude<AnswerStatus, 'answered'>, number>;

export type MissingKind = keyof typeof missingCodes;

export const lowestMissing = -99;
export const highestMissing = -95;

const kindByCode: ReadonlyMap<number, MissingKind> = new Map(
	Object.entries(missingCodes).map(([kind, code]) => [code, kind as MissingKind])
);

/** Which kind of missing the number stands for; undefined for one that is a value. */
export function findMissingKind(value: number): MissingKind | undefined {
	return kindByCode.get(value);
}

/** Whether a variable's own values leave the codes free. One that can be −99 itself has empty cells instead. */
export function leavesCodesFree(values: readonly number[]): boolean {
	return values.every((value) => value < lowestMissing || value > highestMissing);
}
