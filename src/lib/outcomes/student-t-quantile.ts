/**
 * Student's t: the point that the share (1 + confidence) / 2 lies below, for whole degrees of freedom. For whole degrees
 * the distribution is a finite sum (Abramowitz & Stegun 1964, 26.7.3–26.7.4), so no library and no approximation is
 * needed; the point is found by halving. Refuses (null) degrees below 1 or a confidence outside 0–1.
 */
export function studentTQuantile(confidence: number, degreesOfFreedom: number): number | null {
	if (!Number.isSafeInteger(degreesOfFreedom) || degreesOfFreedom < 1) return null;
	if (!(confidence > 0 && confidence < 1)) return null;
	let low = 0;
	let high = Math.PI / 2;
	for (let step = 0; step < 60; step += 1) {
		const middle = (low + high) / 2;
		if (shareWithin(middle, degreesOfFreedom) < confidence) low = middle;
		else high = middle;
	}
	return Math.sqrt(degreesOfFreedom) * Math.tan((low + high) / 2);
}

/** The share of the distribution between −t and t, where the angle is arctan(t / √df). */
function shareWithin(angle: number, degreesOfFreedom: number): number {
	const isOdd = degreesOfFreedom % 2 === 1;
	const squaredCosine = Math.cos(angle) ** 2;
	let term = isOdd ? Math.cos(angle) : 1;
	let sum = degreesOfFreedom === 1 ? 0 : term;
	for (let power = isOdd ? 3 : 2; power <= degreesOfFreedom - 2; power += 2) {
		term *= ((power - 1) / power) * squaredCosine;
		sum += term;
	}
	const share = Math.sin(angle) * sum;
	return isOdd ? (2 / Math.PI) * (angle + share) : share;
}
