/** What a refused form shows again: the fields as written and one sentence per field that is wrong. */
export interface RefusedForm {
	readonly values: Readonly<Record<string, string>>;
	readonly errors: Readonly<Record<string, string>>;
}

/** One line of an error summary; `href` leads to the field, whose id is its name. */
export interface ErrorLine {
	readonly href: string;
	readonly text: string;
}

/** The lines of the error summary, in the form's order; none when there is nothing wrong. */
export function listErrors(form: Partial<RefusedForm> | null | undefined): ErrorLine[] {
	return Object.entries(form?.errors ?? {}).map(([name, text]) => ({ href: `#${name}`, text }));
}

/** The form again with one more thing wrong, found after the fields themselves were right. */
export function refuseField(
	values: Readonly<Record<string, string>>,
	name: string,
	text: string
): RefusedForm {
	return { values, errors: { [name]: text } };
}
