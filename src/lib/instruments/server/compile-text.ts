import type { LocalText } from '../questionnaire.ts';
import type { CompileContext, Path } from './compile-context.ts';
import { report } from './compile-context.ts';
import type { OpenObject } from './open-object.ts';
import { isRecord, pathOf, readRaw } from './open-object.ts';

/** `sv`, `en`, `pt-br`: how SurveyJS writes languages. */
export const languagePattern = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

/** A property's text in its languages, or null when there is none. Kept for the check that languages are whole. */
export function readText(object: OpenObject, name: string, context: CompileContext): LocalText | null {
	const path = pathOf(object, name);
	const text = compileText(readRaw(object, name), path, context);
	if (text) context.texts.push({ path, languages: Object.keys(text) });
	return text;
}

/**
 * A SurveyJS string: plain text in the default language, or an object by language where `default` is the default
 * language. Refuses variables in texts (`{name}`), which would be shown as they are written.
 */
export function compileText(value: unknown, path: Path, context: CompileContext): LocalText | null {
	if (value === undefined || value === null || value === '') return null;
	if (typeof value === 'string') return toText([[context.defaultLanguage, value, path]], context);
	if (!isRecord(value)) {
		report(context, path, 'text-invalid', 'Texten ska vara en text, eller en text för varje språk.');
		return null;
	}
	const entries = Object.entries(value).flatMap(([key, text]): [string, string, Path][] => {
		const place = [...path, key];
		const language = key === 'default' ? context.defaultLanguage : key;
		if (typeof text !== 'string') {
			report(context, place, 'text-invalid', 'Här ska det stå en text.');
			return [];
		}
		if (!languagePattern.test(language)) {
			report(
				context,
				place,
				'language-unknown',
				`”${key}” är inte ett språk. Skriv till exempel sv eller en.`
			);
			return [];
		}
		return text === '' ? [] : [[language, text, place]];
	});
	return toText(entries, context);
}

function toText(
	entries: readonly (readonly [language: string, text: string, path: Path])[],
	context: CompileContext
): LocalText | null {
	const byLanguage: Record<string, string> = {};
	for (const [language, text, path] of entries) {
		if (/\{[^{}]+\}/.test(text)) {
			report(
				context,
				path,
				'text-variable-unsupported',
				'Texter med inbyggda svar, som {namn}, stöds inte. Skriv texten utan klamrar.'
			);
		}
		if (byLanguage[language] !== undefined && byLanguage[language] !== text) {
			report(
				context,
				path,
				'text-default-ambiguous',
				`Texten finns två gånger på ”${language}”: under default och under språkets namn. Ta bort den ena.`
			);
		}
		byLanguage[language] = text;
	}
	return Object.keys(byLanguage).length > 0 ? byLanguage : null;
}

/** Replaces `{0}` in SurveyJS's own error texts before they are compiled. */
export function fillPlaceholder(value: unknown, filling: string): unknown {
	if (typeof value === 'string') return value.replace('{0}', filling);
	if (!isRecord(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([language, text]) => [language, fillPlaceholder(text, filling)])
	);
}

/**
 * The languages every text inside the pages exists in. Reports each text that lacks a language the others have,
 * and a default language that no text has.
 */
export function checkLanguages(context: CompileContext): readonly string[] {
	const { defaultLanguage, texts } = context;
	const all = [...new Set(texts.flatMap((text) => text.languages))];
	if (all.length === 0) return [defaultLanguage];
	for (const { path, languages } of texts) {
		const missing = all.filter((language) => !languages.includes(language));
		if (missing.length > 0) {
			report(
				context,
				path,
				'text-language-missing',
				`Texten finns inte på ${missing.join(', ')}, som andra texter i formuläret finns på. Översätt den.`
			);
		}
	}
	if (!all.includes(defaultLanguage)) {
		report(
			context,
			['locale'],
			'language-default-missing',
			`Inga texter finns på ”${defaultLanguage}”. Skriv formulärets språk i "locale", till exempel "${all[0]}".`
		);
	}
	return [defaultLanguage, ...all.filter((language) => language !== defaultLanguage)];
}
