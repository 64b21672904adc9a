import { redirect } from '@sveltejs/kit';
import { isLocale, locales } from '#lib/paraglide/runtime.js';
import { nativeName } from '#lib/shared/native-name.ts';
import { openClientResult } from './open-client.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { caseNumber: _staffOnly, ...shown } = await openClientResult(locals, params);
	// Nothing is asked for the attention of staff on a page that the client reads.
	const questions = shown.questions.map((question) => ({ ...question, attention: null }));
	// The client's own language where the program has words in it, whichever staff work in.
	const isChosen = url.searchParams.has('lang');
	if (!isChosen && shown.language !== locals.locale && isLocale(shown.language))
		redirect(303, `${url.pathname}?lang=${shown.language}`);
	const here = `/cases/${params.caseId}/responses/${params.responseId}/result`;
	return {
		...shown,
		questions,
		backHref: here,
		copyHref: `${here}/client/copy.pdf?lang=${locals.locale}`,
		others: locales
			.filter((tag) => tag !== locals.locale)
			.map((tag) => ({ tag, name: nativeName(tag), href: `${here}/client?lang=${tag}` }))
	};
};
