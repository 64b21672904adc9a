import { expect, it } from 'vitest';
import { answerLayerWords } from './answer-layer-words.ts';

const layer = (language: string, hasPictures = false) => ({ language, hasPictures });

it.each([
	['only the language where all answers were given in it', {}, 'Svenska'],
	[
		'those in another language or in easy words',
		{ a: layer('en'), b: layer('sv-simple'), c: layer('sv-simple') },
		'Svenska · Engelska: 1 svar · Lättläst svenska: 2 svar'
	],
	[
		'those with pictures, in whatever language',
		{ a: layer('sv', true), b: layer('en', true) },
		'Svenska · Engelska: 1 svar · med bilder: 2 svar'
	]
])('says %s', (_what, answerLayers, words) => {
	expect(answerLayerWords({ language: 'sv', answerLayers }, 'sv')).toBe(words);
});
