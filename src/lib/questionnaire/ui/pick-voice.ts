/** What is known of a voice that the browser offers (Web Speech API, SpeechSynthesisVoice). */
export interface OfferedVoice {
	readonly lang: string;
	/** False: the text is sent to somebody who speaks it. */
	readonly localService: boolean;
	readonly default: boolean;
}

/**
 * A voice of the device itself for the language, the device's own choice first; null when there is none. Never one that sends
 * the text away: what is asked, and what there is to answer, stays with whoever reads it (security reference A15).
 */
export function pickVoice<Voice extends OfferedVoice>(
	voices: readonly Voice[],
	language: string
): Voice | null {
	const own = voices.filter(
		(voice) => voice.localService === true && baseOf(voice.lang) === baseOf(language)
	);
	return own.find((voice) => voice.default) ?? own[0] ?? null;
}

/** `sv` of `sv-SE`, of `sv-simple` and of Android's `sv_SE`. */
function baseOf(tag: string): string {
	return (tag.split(/[-_]/, 1)[0] ?? '').toLowerCase();
}
