/**
 * Reads a question aloud with its answers, by a voice of the device and never by one that sends the text away. One question
 * at a time; the same button, Escape or another page stops it.
 */
import { pickVoice } from '../pick-voice.ts';

let reading: {
	readonly button: HTMLElement;
	readonly utterances: readonly SpeechSynthesisUtterance[];
} | null = null;

/** Starts, once for the document; `offerReading` shows the buttons on each new page. */
export function startReading(): void {
	if (!('speechSynthesis' in globalThis)) return;
	document.addEventListener('click', ({ target }) => {
		const button = target instanceof Element ? target.closest<HTMLElement>('[data-read-aloud]') : null;
		if (!button) return;
		const isStopping = reading?.button === button;
		stopReading();
		if (!isStopping) read(button);
	});
	document.addEventListener('keydown', ({ key }) => {
		if (key === 'Escape') stopReading();
	});
	addEventListener('pagehide', stopReading);
	// Many browsers find their voices after the page has been shown.
	speechSynthesis.addEventListener('voiceschanged', offerReading);
	offerReading();
}

/** Shows the buttons that there is a voice for, and the note about it, and hides the others. */
export function offerReading(): void {
	if (!('speechSynthesis' in globalThis)) return;
	if (reading && !reading.button.isConnected) stopReading();
	const voices = speechSynthesis.getVoices();
	for (const offer of document.querySelectorAll<HTMLElement>('[data-read-aloud]')) {
		offer.hidden = pickVoice(voices, offer.dataset['readAloud'] ?? '') === null;
	}
	const isOffered = document.querySelector('[data-read-aloud]:not([hidden])') !== null;
	for (const note of document.querySelectorAll<HTMLElement>('[data-read-aloud-note]'))
		note.hidden = !isOffered;
}

function read(button: HTMLElement): void {
	const voice = pickVoice(speechSynthesis.getVoices(), button.dataset['readAloud'] ?? '');
	const question = button.closest('[data-name]');
	if (!voice || !question) return;
	const parts = listSpoken(question);
	const utterances = parts.map((part) => {
		const utterance = new SpeechSynthesisUtterance(wordsOf(part));
		utterance.voice = voice;
		utterance.lang = voice.lang;
		utterance.onstart = () => markRead(part);
		return utterance;
	});
	const last = utterances.at(-1);
	if (!last) return;
	reading = { button, utterances };
	last.onend = () => {
		if (reading?.utterances === utterances) stopReading();
	};
	button.textContent = button.dataset['stop'] ?? '';
	button.toggleAttribute('data-reading', true);
	for (const utterance of utterances) speechSynthesis.speak(utterance);
}

function stopReading(): void {
	if (!reading) return;
	const { button } = reading;
	reading = null;
	speechSynthesis.cancel();
	markRead(null);
	button.textContent = button.dataset['start'] ?? '';
	button.removeAttribute('data-reading');
}

/** What is read of a question, in order: its words, its help, then each answer; nothing that cannot be seen. */
function listSpoken(question: Element): Element[] {
	const found = [
		...question.querySelectorAll('.title, .help p, legend .label, label, option[value]:not([value=""])')
	];
	return found.filter(
		(part) =>
			wordsOf(part) !== '' &&
			(part instanceof HTMLOptionElement || part.checkVisibility()) &&
			!found.some((other) => other !== part && other.contains(part))
	);
}

const wordsOf = (part: Element): string => (part.textContent ?? '').replaceAll(/\s+/g, ' ').trim();

/** Shows where the voice is, for those who follow along. */
function markRead(part: Element | null): void {
	document.querySelector('[data-being-read]')?.removeAttribute('data-being-read');
	part?.setAttribute('data-being-read', '');
}
