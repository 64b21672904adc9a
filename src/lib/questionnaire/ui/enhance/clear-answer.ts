/** Takes a chosen answer away at once. Without JavaScript the button asks the server to do it. */
export function clearAnswers(event: Event): void {
	const button = event.target instanceof Element ? event.target.closest('[data-clear]') : null;
	const group = button?.closest('fieldset');
	if (!group) return;
	event.preventDefault();
	for (const input of group.querySelectorAll<HTMLInputElement>('input:checked')) {
		input.checked = false;
		input.dispatchEvent(new Event('change', { bubbles: true }));
	}
	group.querySelector('input')?.focus();
}
