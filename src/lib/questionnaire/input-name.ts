/**
 * The names of form fields. Question names hold neither `.` nor `-` (the compiler sees to it), so a field's name
 * says what it is about: `audit_1`, `matrix.row`, `audit_1-Comment`.
 */
export function toInputName(question: string, row: string | null = null): string {
	return row === null ? question : `${question}.${row}`;
}

/** The name of the free text beside an answer, in forms and in stored answers alike (SurveyJS `commentSuffix`). */
export function toCommentName(question: string): string {
	return `${question}-Comment`;
}

/** A code as a form sends it. The compiler sees to it that no two codes of a question look the same. */
export function toInputValue(code: string | number | boolean): string {
	return String(code);
}
