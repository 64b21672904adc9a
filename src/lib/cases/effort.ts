/**
 * What a piece of work cost in the product: seconds in front of it and keys pressed. Kept per case and never by whom, so
 * that a form that costs too much is seen and nobody is watched.
 */
export const effortKinds = [
	/** Opening a case. */
	'case-opening',
	/** Entering a form from paper. */
	'paper',
	/** Asking a form in a conversation. */
	'interview'
] as const;
export type EffortKind = (typeof effortKinds)[number];

export interface Effort {
	readonly kind: EffortKind;
	/** What was worked with; null for opening a case. */
	readonly instrumentId: string | null;
	/** Time at work: pauses longer than a minute are not in it. */
	readonly seconds: number;
	/** Keys and taps; null where they were not counted. */
	readonly keystrokes: number | null;
}

/** Longer than a working day is a page that was left open. */
const longestSeconds = 8 * 60 * 60;
const mostKeystrokes = 20_000;

/** What the browser has measured, or null when it has not or cannot be believed. Nothing is refused for its sake. */
export function readEffort(
	of: Pick<Effort, 'kind' | 'instrumentId'>,
	measured: { readonly seconds: unknown; readonly keystrokes: unknown }
): Effort | null {
	const seconds = toWhole(measured.seconds, longestSeconds);
	if (seconds === null || seconds === 0) return null;
	return { ...of, seconds, keystrokes: toWhole(measured.keystrokes, mostKeystrokes) };
}

function toWhole(value: unknown, most: number): number | null {
	const text = typeof value === 'number' ? String(value) : value;
	if (typeof text !== 'string' || !/^\d{1,6}$/.test(text)) return null;
	const whole = Number(text);
	return whole <= most ? whole : null;
}
