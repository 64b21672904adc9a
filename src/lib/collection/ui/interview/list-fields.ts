/**
 * What a form says in the fields with these names, as the browser would send it. A `FormData` of the whole form says the same
 * and makes the browser work out how the page looks, in the middle of an answer.
 */
export function listFields(form: HTMLFormElement, names: readonly string[]): (readonly [string, string])[] {
	return [...form.elements].flatMap((field) => {
		const isWritten =
			field instanceof HTMLTextAreaElement ||
			field instanceof HTMLSelectElement ||
			(field instanceof HTMLInputElement && (!/^(radio|checkbox)$/.test(field.type) || field.checked));
		if (!isWritten || !names.includes(field.name) || field.matches(':disabled')) return [];
		return [[field.name, field.value] as const];
	});
}
