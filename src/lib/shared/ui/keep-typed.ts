/**
 * Keeps what somebody has already filled in when the page's script arrives late: Svelte sets every control to what the
 * server said, which would empty a search that was typed meanwhile.
 */

/** What somebody fills in. */
export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Every control that is no longer as the server sent it, and how it stands. */
export function listTyped(root: ParentNode): readonly (() => void)[] {
	return [...root.querySelectorAll<Control>('input, textarea, select')].flatMap((control) =>
		isTouched(control) ? (rememberControl(control) ?? []) : []
	);
}

/** What sets the selected text back: whoever has marked a text to type over it would otherwise type beside it. */
export function keepSelection(root: Document): () => void {
	const control = root.activeElement;
	const isText = control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement;
	// Null where the kind of field knows no selection, such as a date.
	if (!isText || control.selectionStart === null) return () => {};
	const { selectionStart, selectionEnd, selectionDirection } = control;
	return () => {
		if (root.activeElement !== control) return;
		control.setSelectionRange(selectionStart, selectionEnd, selectionDirection ?? 'none');
	};
}

function isTouched(control: Control): boolean {
	if (control instanceof HTMLSelectElement) {
		const options = [...control.options];
		return options.some(({ defaultSelected }) => defaultSelected)
			? options.some(({ selected, defaultSelected }) => selected !== defaultSelected)
			: control.selectedIndex > 0;
	}
	return isTicked(control)
		? control.checked !== control.defaultChecked
		: control.value !== control.defaultValue;
}

const isTicked = (control: Control): control is HTMLInputElement =>
	control instanceof HTMLInputElement && ['radio', 'checkbox'].includes(control.type);

/** What sets a control back to how it stands now; null where it cannot be set. */
export function rememberControl(control: Control): (() => void) | null {
	if (control instanceof HTMLSelectElement) {
		const chosen = [...control.options].map(({ selected }) => selected);
		return () => restoreOptions(control, chosen);
	}
	if (isTicked(control)) {
		const { checked } = control;
		return () => restore(control, 'checked', checked);
	}
	const { value, type } = control;
	return type === 'hidden' || type === 'file' ? null : () => restore(control, 'value', value);
}

function restore<C extends Control, K extends keyof C>(control: C, key: K, value: C[K]): void {
	if (control[key] === value) return;
	control[key] = value;
	tell(control);
}

function restoreOptions(control: HTMLSelectElement, chosen: readonly boolean[]): void {
	const options = [...control.options];
	if (options.every(({ selected }, index) => selected === chosen[index])) return;
	for (const [index, option] of options.entries()) option.selected = chosen[index] ?? false;
	tell(control);
}

/** Whatever is bound to the control hears of it as if it had been typed now. */
function tell(control: Control): void {
	control.dispatchEvent(new Event('input', { bubbles: true }));
	control.dispatchEvent(new Event('change', { bubbles: true }));
}
