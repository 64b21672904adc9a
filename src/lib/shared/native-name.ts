import { isEasyRead, plainLanguage } from './easy-read.ts';
import { isClientLanguage, type ClientLanguage } from './client-language.ts';

/** Written out: not every browser knows what all of these languages call themselves. */
const names: Readonly<Record<ClientLanguage, string>> = {
	sv: 'Svenska',
	en: 'English',
	ar: 'العربية',
	fa: 'فارسی',
	so: 'Soomaali',
	ti: 'ትግርኛ',
	uk: 'Українська',
	fi: 'Suomi'
};

/** What an easy-to-read track is called in its own language. */
const easyNames: Readonly<Record<string, string>> = { sv: 'Lättläst', en: 'Easy read', fi: 'Selkokieli' };

/** The language's name in itself, with a capital: `Svenska`, `English`; an easy-to-read track has a name of its own. */
export function nativeName(tag: string): string {
	if (isEasyRead(tag)) return easyNames[plainLanguage(tag)] ?? `${nativeName(plainLanguage(tag))} (simple)`;
	if (isClientLanguage(tag)) return names[tag];
	const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
	return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}
