/** Which language the questionnaire's own words are in, for the components that show them. */
import { createContext } from 'svelte';
import type { LanguageTag } from '#lib/instruments/questionnaire.ts';

export const [getLanguageOfWords, setLanguageOfWords] = createContext<() => LanguageTag>();
