/** Every text that a client meets, in every language of theirs, and whether anybody has read it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { foreignLanguages, overwriteGetClientLanguage } from '#lib/shared/client-language.ts';
import * as words from '#lib/shared/client-words.ts';
import {
	bringForeignWords,
	bringSentWords,
	findReview,
	isUnreviewed,
	type ClientTexts,
	type SentTexts
} from '#lib/shared/foreign-words.ts';
import * as sentWords from '#lib/shared/sent-words.ts';
import { bringSentLanguages } from '#lib/shared/server/bring-sent-languages.ts';
import { bringClientLanguages } from '#lib/shared/ui/bring-client-languages.ts';
import { listSourceFiles, root } from './source-files.ts';

const folder = join(root, 'client-languages');
const readTexts = (language: string): ClientTexts =>
	JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8')) as ClientTexts;
const readSent = (language: string): SentTexts =>
	JSON.parse(readFileSync(join(folder, 'sent', `${language}.json`), 'utf8')) as SentTexts;
const languages = foreignLanguages.map((language) => ({ language, ...readTexts(language) }));

const swedish = new Map(
	readdirSync(join(root, 'messages/sv')).flatMap((file) =>
		Object.entries(
			JSON.parse(readFileSync(join(root, 'messages/sv', file), 'utf8')) as Record<string, string>
		)
	)
);
const keys = Object.keys(words).sort();
const sentKeys = Object.keys(sentWords).sort();
/** What pages say and what is printed and sent: two files in each language. */
const shelves = foreignLanguages.flatMap((language) => [
	{ shelf: language, language, texts: readTexts(language).texts, keys },
	{ shelf: `sent/${language}`, language, texts: readSent(language), keys: sentKeys }
]);
const placeholdersOf = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

afterEach(() => {
	overwriteGetClientLanguage(() => 'sv');
	bringClientLanguages();
	bringSentLanguages();
});

describe('the languages of clients', () => {
	it('have a file each, one more for what is sent, and no file more', () => {
		const files = foreignLanguages.map((language) => `${language}.json`).sort();
		expect(readdirSync(folder).sort()).toEqual([...files, 'sent'].sort());
		expect(readdirSync(join(folder, 'sent')).sort()).toEqual(files);
	});

	it.each(shelves)('have every text in $shelf and none that nothing uses', ({ texts, keys }) => {
		expect(Object.keys(texts).sort()).toEqual(keys);
		expect(Object.entries(texts).filter(([, text]) => text.trim() === '')).toEqual([]);
	});

	it.each(shelves)('say the same things with the same parts in $shelf', ({ texts, keys }) => {
		const parts = (text: string | undefined): string[] => placeholdersOf(text ?? '');
		expect(keys.map((key) => [key, parts(texts[key])])).toEqual(
			keys.map((key) => [key, parts(swedish.get(key))])
		);
	});

	it.each(shelves)('are written in the letters of $shelf', ({ language, texts }) => {
		const letters = { ar: /\p{Script=Arabic}/u, fa: /\p{Script=Arabic}/u, ti: /\p{Script=Ethiopic}/u };
		const script = { ...letters, uk: /\p{Script=Cyrillic}/u, so: /[a-z]/i, fi: /[a-z]/i }[language];
		const bare = Object.entries(texts).filter(([, text]) => text.replace(/\{\w+\}|[–\s]/g, '') !== '');
		expect(bare.filter(([, text]) => !script.test(text)).map(([key]) => key)).toEqual([]);
	});

	it.each(languages)('tell who has read $language and when, or that nobody has', ({ language, review }) => {
		bringClientLanguages();
		expect((review.by === null) === (review.on === null)).toBe(true);
		if (review.on !== null) expect(review.on).toMatch(/^\d{4}-\d{2}-\d{2}$/);
		expect(isUnreviewed(language)).toBe(review.by === null);
	});

	it('are told as read once somebody has signed them', () => {
		const read = { review: { by: 'Testöversättaren', on: '2026-12-01' }, texts: {} };
		const unread = { review: { by: null, on: null }, texts: {} };
		bringForeignWords({ ar: read, fa: unread, so: unread, ti: unread, uk: unread, fi: unread });
		expect([isUnreviewed('ar'), isUnreviewed('fa'), isUnreviewed('sv')]).toEqual([false, true, false]);
		expect(findReview('ar')).toEqual({ by: 'Testöversättaren', on: '2026-12-01' });
	});
});

describe('a text for clients', () => {
	it('is said in the language of the page', () => {
		overwriteGetClientLanguage(() => 'fi');
		expect(words.respondent_place_question({ number: 3, total: 10 })).toBe('Kysymys 3/10');
		overwriteGetClientLanguage(() => 'en');
		expect(words.respondent_yes()).toBe('Yes');
	});

	it('is said in a language that is asked for, whatever the page is in', () => {
		expect(words.respondent_yes({}, { locale: 'uk' })).toBe('Так');
	});

	it('keeps a Swedish name in one piece inside a sentence from right to left', () => {
		overwriteGetClientLanguage(() => 'ar');
		expect(words.kiosk_about({ provider: 'Testhuset' })).toBe('عن \u2068Testhuset\u2069');
		expect(words.respondent_short_minutes({ minutes: 5 })).toBe('الوقت بالدقائق: حوالي 5');
	});

	it('is Swedish where nobody has brought the language', () => {
		overwriteGetClientLanguage(() => 'ar');
		const none = { review: { by: null, on: null }, texts: {} };
		bringForeignWords({ ar: none, fa: none, so: none, ti: none, uk: none, fi: none });
		expect(words.respondent_yes()).toBe('Ja');
	});
});

describe('a text that is sent or printed', () => {
	it('is said in the language of whoever reads it, with names in one piece from right to left', () => {
		bringSentLanguages();
		expect(sentWords.surveys_slip_code({}, { locale: 'uk' })).toBe('Ваш код');
		expect(sentWords.surveys_slip_code({}, { locale: 'en' })).toBe('Your code');
		const lead = sentWords.surveys_poster_lead({ provider: 'Huset (norr)' }, { locale: 'ar' });
		expect(lead).toContain('\u2068Huset (norr)\u2069');
	});

	it('keeps a blank that is left for later as it is written', () => {
		bringSentLanguages();
		const blanks = { namnd: '{namnd}', lank: '{lank}', sista_dag: '{sista_dag}' };
		expect(sentWords.sent_invitation_sms(blanks, { locale: 'fa' })).not.toMatch(/[\u2068\u2069]/);
	});

	it('is Swedish where nobody has brought the language', () => {
		bringSentWords({ ar: {}, fa: {}, so: {}, ti: {}, uk: {}, fi: {} });
		expect(sentWords.surveys_slip_code({}, { locale: 'ar' })).toBe('Din kod');
	});

	it('weighs nothing where it is not read: only the server has the files', () => {
		const importers = listSourceFiles('src').filter(({ imports }) =>
			imports.some(({ target }) => target.startsWith('client-languages/sent/'))
		);
		expect(importers.map(({ path }) => path)).toEqual(['src/lib/shared/server/bring-sent-languages.ts']);
	});
});

describe('pages for clients', () => {
	/** What only staff read there: behind the tablet's own door, why it does not ask, and the program's name. */
	const forStaff = /\/(?:StaffDoor|ManifestRefused)\.svelte |app_name$|kiosk_pair_link$/;

	it('say nothing that exists in Swedish and English alone', () => {
		const found = listClientFiles().flatMap(({ path, text }) => {
			const own = /import \{ m(?: as (\w+))? \} from '#lib\/paraglide\/messages\.js'/.exec(text);
			if (!own) return [];
			const used = [...text.matchAll(new RegExp(`\\b${own[1] ?? 'm'}\\.(\\w+)`, 'g'))];
			return used.map(([, key]) => `${path} ${key ?? ''}`).filter((line) => !forStaff.test(line));
		});
		expect(found).toEqual([]);
	});

	it('never say left or right in their styles: they turn round', () => {
		const sided =
			/(?:margin|padding|border|inset)-(?:left|right)|[\s;{](?:left|right):|(?:text-align|float): (?:left|right)/;
		expect(
			listClientFiles()
				.filter(({ path, text }) => path.endsWith('.svelte') && sided.test(text))
				.map(({ path }) => path)
		).toEqual([]);
	});
});

/** The pages of links and tablets, and every component they draw with. */
function listClientFiles(): { path: string; text: string }[] {
	const files = new Map(listSourceFiles('src').map((file) => [file.path, file]));
	const isPage = /^src\/routes\/\((?:respondent|kiosk|lent)\)\/(?!.*\/(?:pair|unlock)\/).*\.svelte$/;
	const waiting = [...files.keys()].filter((path) => isPage.test(path));
	const seen = new Set<string>();
	for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
		const file = files.get(path);
		if (!file || seen.has(path)) continue;
		seen.add(path);
		waiting.push(...file.imports.map(({ target }) => target).filter((target) => target.includes('/ui/')));
	}
	return [...seen].flatMap((path) => files.get(path) ?? []);
}
