/** One key for each decision: the digit presses the button that carries it, while something in the group has the focus. */
import type { Action } from 'svelte/action';

export const decideByKey: Action<HTMLElement> = (group) => {
	function onkeydown(event: KeyboardEvent): void {
		if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
		const button = group.querySelector<HTMLButtonElement>(`[data-key='${CSS.escape(event.key)}']`);
		if (!button) return;
		event.preventDefault();
		button.click();
	}
	group.addEventListener('keydown', onkeydown);
	return { destroy: () => group.removeEventListener('keydown', onkeydown) };
};
