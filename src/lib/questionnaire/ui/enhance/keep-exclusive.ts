const alone = new Set(['none', 'refused', 'dont-know']);

/**
 * "None of these", "don't know" and "won't say" stand alone: choosing one takes the others away, and the other way
 * round. Without JavaScript the server asks which was meant.
 */
export function keepExclusive({ target: changed }: Event): void {
	if (!(changed instanceof HTMLInputElement) || changed.type !== 'checkbox' || !changed.checked) return;
	const standsAlone = (input: HTMLInputElement): boolean => alone.has(input.dataset['role'] ?? '');
	for (const input of changed.closest('fieldset')?.querySelectorAll<HTMLInputElement>('[data-role]') ?? []) {
		if (input !== changed && (standsAlone(changed) || standsAlone(input))) input.checked = false;
	}
}
