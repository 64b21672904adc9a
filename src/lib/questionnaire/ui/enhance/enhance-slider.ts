/**
 * A slider and two buttons for a number box. The box is the answer and works alone; nothing is answered until somebody
 * has touched it, because a slider's resting place is not an answer.
 */
export function enhanceSliders(within: ParentNode): void {
	for (const slider of within.querySelectorAll<HTMLElement>('[data-slider]')) {
		if (slider.dataset['slider'] !== 'ready') enhanceSlider(slider);
	}
}

function enhanceSlider(slider: HTMLElement): void {
	const box = slider.querySelector<HTMLInputElement>('input[inputmode]');
	const range = slider.querySelector<HTMLInputElement>('input[type="range"]');
	const words = slider.querySelector<HTMLElement>('[data-words]');
	if (!box || !range || !words) return;
	const [min, max, step] = [Number(range.min), Number(range.max), Number(range.step)];
	const middle = range.valueAsNumber;
	const decimals = range.step.split('.')[1]?.length ?? 0;

	const read = (): number | null => {
		const number = Number(box.value.replace(',', '.'));
		return box.value.trim() === '' || !Number.isFinite(number) ? null : number;
	};
	const show = (): void => {
		const number = read();
		const text =
			number === null
				? (words.dataset['unset'] ?? '')
				: (words.dataset['set'] ?? '').replace('{value}', box.value);
		words.textContent = text;
		range.valueAsNumber = number ?? middle;
		range.setAttribute('aria-valuetext', number === null ? text : box.value);
		range.toggleAttribute('data-unset', number === null);
	};
	const set = (number: number): void => {
		box.value = Math.min(max, Math.max(min, number)).toFixed(decimals).replace('.', ',');
		show();
	};
	const stepBy = (steps: number): void => {
		const number = read();
		set(number === null ? middle : number + steps * step);
		box.dispatchEvent(new Event('change', { bubbles: true }));
	};

	box.addEventListener('input', show);
	range.addEventListener('input', () => set(range.valueAsNumber));
	// A tap on the resting place moves nothing, and is an answer all the same.
	range.addEventListener('click', () => set(range.valueAsNumber));
	for (const button of slider.querySelectorAll<HTMLElement>('[data-step]')) {
		button.addEventListener('click', () => stepBy(Number(button.dataset['step'])));
	}
	for (const part of slider.querySelectorAll<HTMLElement>('[hidden]')) part.hidden = false;
	slider.dataset['slider'] = 'ready';
	show();
}
