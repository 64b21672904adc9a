import { describe, expect, it } from 'vitest';
import { pickVoice, type OfferedVoice } from './pick-voice.ts';

const voice = (lang: string, given: Partial<OfferedVoice> = {}): OfferedVoice => ({
	lang,
	localService: true,
	default: false,
	...given
});

describe('the voice that reads aloud', () => {
	it('is one of the device itself, in the language of the words', () => {
		const swedish = voice('sv-SE');
		expect(pickVoice([voice('en-US'), swedish], 'sv')).toBe(swedish);
		expect(pickVoice([voice('en-US'), swedish], 'sv-simple')).toBe(swedish);
		const android = voice('sv_SE');
		expect(pickVoice([android], 'sv')).toBe(android);
	});

	it('is never one that sends the text away, though it be the default or the only one', () => {
		const away = voice('sv-SE', { localService: false, default: true });
		const own = voice('sv-SE');
		expect(pickVoice([away, own], 'sv')).toBe(own);
		expect(pickVoice([away], 'sv')).toBeNull();
		expect(pickVoice([{ lang: 'sv-SE', default: true } as OfferedVoice], 'sv')).toBeNull();
	});

	it('is the one that the device has chosen, where there are several', () => {
		const chosen = voice('sv-SE', { default: true });
		expect(pickVoice([voice('sv-FI'), chosen], 'sv')).toBe(chosen);
	});

	it('is none where the language has none', () => {
		expect(pickVoice([voice('sv-SE')], 'so')).toBeNull();
		expect(pickVoice([], 'sv')).toBeNull();
	});
});
