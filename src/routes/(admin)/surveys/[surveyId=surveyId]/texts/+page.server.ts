import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { m } from '#lib/paraglide/messages.js';
import { parseId, type AnonymousTextId } from '#lib/shared/ids.ts';
import { requireKnownQuery } from '#lib/shared/known-query.ts';
import { Problem } from '#lib/shared/problem.ts';
import { run } from '#lib/shared/server/command.ts';
import { chosenId } from '#lib/shared/server/form-fields.ts';
import { parseForm, readFields } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { textStates, type TextState } from '#lib/surveys/anonymous-text.ts';
import type { IdentifyingKind } from '#lib/surveys/free-text/find-identifying.ts';
import { redact, toParts } from '#lib/surveys/free-text/redact.ts';
import { reviewText } from '#lib/surveys/server/commands/review-text.ts';
import { textUnderReview } from '#lib/surveys/server/reads/text-under-review.ts';
import { nameQuestion } from '../name-question.server.ts';
import type { Actions, PageServerLoad } from './$types';

const kindWords: Record<IdentifyingKind, () => string> = {
	'personal-number': m.free_text_kind_personal_number,
	email: m.free_text_kind_email,
	phone: m.free_text_kind_phone,
	address: m.free_text_kind_address,
	name: m.free_text_kind_name
};

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { surveyId } = params;
	const { state, after } = readQuery(url.searchParams);
	const review = await fetch(locals.context, textUnderReview, { surveyId, state, after });
	const { text, counts } = review;
	const here = `/surveys/${surveyId}/texts`;
	return {
		way: [
			{ href: '/surveys', label: m.staff_surveys_title() },
			{ href: `/surveys/${surveyId}`, label: review.surveyTitle }
		],
		title: review.surveyTitle,
		back: `/surveys/${surveyId}`,
		state,
		counts,
		links: textStates.map((of) => ({
			of,
			href: of === 'unreviewed' ? here : `${here}?state=${of}`,
			count: counts[of]
		})),
		later: `${here}?state=${state}&after=${text?.id ?? ''}`,
		text: text && {
			id: text.id as string,
			question: nameQuestion(locals, review.instruments, text),
			parts: toParts(text.words, text.spots).map((part) => ({
				text: part.text,
				kind: part.kind && kindWords[part.kind]()
			})),
			words: text.words,
			without: redact(text.words, text.spots),
			spots: text.spots.length
		}
	};
};

function readQuery(query: URLSearchParams): { state: TextState; after: AnonymousTextId | null } {
	requireKnownQuery(query, ['state', 'after']);
	const state = textStates.find((one) => one === (query.get('state') ?? 'unreviewed'));
	const after = query.get('after');
	const id = after ? parseId<AnonymousTextId>(after) : null;
	if (!state || id === undefined) throw new Problem('invalid-input', { what: 'query' });
	return { state, after: id };
}

const schema = v.object({
	textId: chosenId(parseId<AnonymousTextId>, m.staff_error_form),
	decision: v.picklist(['show', 'show-without', 'withhold'], m.staff_error_form),
	words: v.optional(v.pipe(v.string(), v.maxLength(20_000, m.free_text_added)), '')
});

export const actions: Actions = {
	default: async ({ locals, params, request, url }) => {
		const data = await request.formData();
		const form = parseForm(schema, data);
		if (!form.ok) return fail(422, { refused: form.problem });
		const { textId, decision: kind, words } = form.value;
		const decision = kind === 'show-without' ? { kind, words: words.replaceAll('\r\n', '\n') } : { kind };
		try {
			await run(locals.context, reviewText, { surveyId: params.surveyId, textId, decision });
		} catch (error) {
			const isAdded = error instanceof Problem && error.details.field === 'words';
			if (!isAdded) throw error;
			return fail(422, { refused: { values: readFields(data), errors: { words: m.free_text_added() } } });
		}
		const state = url.searchParams.get('state');
		redirect(303, `/surveys/${params.surveyId}/texts${state ? `?state=${state}` : ''}`);
	}
};
