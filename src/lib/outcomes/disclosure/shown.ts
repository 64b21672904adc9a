/**
 * What came out of the disclosure control: a value that may be shown, or a sign that it is hidden. Every way out reads
 * this and nothing else. A hidden value carries nothing that it was hidden for: not the number, not the reason.
 */

/** Only the disclosure control can make a shown value (tests/structure/ways-out.test.ts). */
declare const passed: unique symbol;

export interface ShownValue<T> {
	readonly kind: 'shown';
	readonly value: T;
	readonly [passed]: true;
}

export interface HiddenValue {
	readonly kind: 'hidden';
	readonly symbol: HiddenSymbol;
}

export type Shown<T> = ShownValue<T> | HiddenValue;

/**
 * Kolada's three signs, which Swedish readers know: secrecy, not applicable, bortfall. A cell hidden to protect another
 * carries the same sign as the one it protects.
 */
export const hiddenSymbols = { secret: '..', 'not-applicable': '.', missing: '-' } as const;
export type HiddenSymbol = (typeof hiddenSymbols)[keyof typeof hiddenSymbols];

/** Says that the value has passed the control. For the files beside this one. */
export function show<T>(value: T): ShownValue<T> {
	return { kind: 'shown', value } as ShownValue<T>;
}

/** The sign for what is kept secret, whatever the reason. */
export const hidden: HiddenValue = { kind: 'hidden', symbol: hiddenSymbols.secret };

/** Works something out from a shown value; what is hidden stays hidden. */
export function mapShown<T, R>(value: Shown<T>, change: (value: T) => R): Shown<R> {
	return value.kind === 'shown' ? show(change(value.value)) : value;
}
