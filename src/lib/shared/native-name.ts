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

/** The language's name in itself, with a capital: `Svenska`, `English`. */
export function nativeName(tag: string): string {
	if (isClientLanguage(tag)) return names[tag];
	const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
	return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}
