/** Listens to the keyboard during an interview, and says what was meant. Keys in text fields are left alone. */
import { readDigits, type KeyAction, type KeySettings } from '../../interview-keys.ts';

export interface KeyTalk {
	settings(): KeySettings;
	/** The digits that choose something at this question. */
	optionKeys(): readonly string[];
	onoption(key: string): void;
	onaction(action: KeyAction): void;
	onnext(): void;
	/** An arrow where nothing has the focus: into the answers. */
	onarrow(): void;
}

/** How long a second digit is waited for, where one can come. */
const patienceInMs = 600;

/** Starts listening; the function it gives stops it. */
export function listenToKeys(target: Document, talk: KeyTalk): () => void {
	let typed = '';
	let timer: ReturnType<typeof setTimeout> | undefined;
	const forget = (): void => {
		clearTimeout(timer);
		typed = '';
	};

	function takeDigit(digit: string): void {
		clearTimeout(timer);
		const keys = talk.optionKeys();
		let read = readDigits(keys, typed + digit);
		if (read.kind === 'none' && typed !== '') {
			// A digit that nothing goes on with begins anew.
			typed = '';
			read = readDigits(keys, digit);
		}
		if (read.kind === 'none') return forget();
		if (read.kind === 'chosen') {
			forget();
			return talk.onoption(read.key);
		}
		typed += digit;
		const { key } = read;
		timer = setTimeout(() => {
			forget();
			if (key !== null) talk.onoption(key);
		}, patienceInMs);
	}

	function onkeydown(event: KeyboardEvent): void {
		const { isOn, keys } = talk.settings();
		if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
		const place = placeOf(event.target);
		if (place === 'writing') return;
		if (event.key === 'Enter' && place === 'nowhere' && !event.repeat) {
			event.preventDefault();
			return talk.onnext();
		}
		if (event.key.startsWith('Arrow') && place === 'nowhere') {
			if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
			event.preventDefault();
			return talk.onarrow();
		}
		if (!isOn || event.repeat) return;
		if (/^\d$/.test(event.key)) {
			event.preventDefault();
			return takeDigit(event.key);
		}
		const pressed = event.key.toLocaleLowerCase('sv');
		const action = (Object.keys(keys) as KeyAction[]).find((one) => keys[one] === pressed);
		if (!action) return;
		event.preventDefault();
		forget();
		talk.onaction(action);
	}

	target.addEventListener('keydown', onkeydown);
	return () => {
		forget();
		target.removeEventListener('keydown', onkeydown);
	};
}

/** Where the focus is: in a field that takes letters, on a control that has its own Enter and arrows, or on nothing. */
function placeOf(target: EventTarget | null): 'writing' | 'control' | 'nowhere' {
	if (!(target instanceof HTMLElement)) return 'nowhere';
	if (target instanceof HTMLInputElement) {
		return target.type === 'radio' || target.type === 'checkbox' ? 'control' : 'writing';
	}
	if (
		target instanceof HTMLTextAreaElement ||
		target instanceof HTMLSelectElement ||
		target.isContentEditable
	) {
		return 'writing';
	}
	return target.closest('button, a[href], summary') ? 'control' : 'nowhere';
}
