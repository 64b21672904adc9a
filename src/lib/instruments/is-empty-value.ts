/**
 * Whether a value counts as no answer: nothing, '', NaN, [] and an object with only such values.
 * 0 and false are answers. Same as `Helpers.isValueEmpty` in survey-core 3.1.1.
 */
export function isEmptyValue(value: unknown): boolean {
	if (value === undefined || value === null || value === '') return true;
	if (typeof value === 'number') return Number.isNaN(value);
	if (typeof value !== 'object') return false;
	if (Array.isArray(value)) return value.length === 0;
	return Object.values(value).every(isEmptyValue);
}
