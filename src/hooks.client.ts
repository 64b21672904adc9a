import type { HandleClientError } from '@sveltejs/kit/hooks';
import { baseLocale, isLocale, overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { isClientLanguage, overwriteGetClientLanguage } from '#lib/shared/client-language.ts';

// The server has chosen the language and written it on <html>; a change of language is a new page.
overwriteGetLocale(() => {
	const { lang } = document.documentElement;
	return isLocale(lang) ? lang : baseLocale;
});
overwriteGetClientLanguage(() => {
	const { lang } = document.documentElement;
	return isClientLanguage(lang) ? lang : baseLocale;
});

export const handleError: HandleClientError = ({ error }) => {
	const status =
		typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500;
	const message =
		typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : '';
	return { status, message, code: status === 404 ? 'not-found' : 'unexpected' };
};
