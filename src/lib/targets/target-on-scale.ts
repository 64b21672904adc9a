import type { ScaleEnds } from './item-distribution.ts';

/** Whether a target can be reached and missed at all: it lies on the question's scale, in whole thousandths. */
export function isTargetOnScale(thousandths: number, scale: ScaleEnds): boolean {
	return (
		Number.isSafeInteger(thousandths) &&
		thousandths >= 1000 * scale.lowest &&
		thousandths <= 1000 * scale.highest
	);
}
