import { isEmptyValue } from '../instruments/is-empty-value.ts';

/** Whether a stored value is an answer. Blank text is none; 0 and false are (survey-core `Base.isValueEmpty`). */
export function isAnswered(value: unknown): boolean {
	return typeof value === 'string' ? value.trim() !== '' : !isEmptyValue(value);
}
