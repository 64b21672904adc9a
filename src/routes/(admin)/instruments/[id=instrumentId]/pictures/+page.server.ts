import { fail, redirect } from '@sveltejs/kit';
import type { Instrument } from '#lib/instruments/instrument.ts';
import { findInstrument, type Catalogue } from '#lib/instruments/server/catalogue.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { m } from '#lib/paraglide/messages.js';
import { pictureLimits } from '#lib/pictures/picture-file.ts';
import { listAlike, listPicturePlaces, needsPicturePermission } from '#lib/pictures/picture-places.ts';
import { placePictures } from '#lib/pictures/server/commands/place-pictures.ts';
import { removePicture } from '#lib/pictures/server/commands/remove-picture.ts';
import { listPictures } from '#lib/pictures/server/reads/list-pictures.ts';
import { Problem } from '#lib/shared/problem.ts';
import { run } from '#lib/shared/server/command.ts';
import { parseForm, readFields } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { listPictureFields, pictureFormSchema, readPictures, toFieldId } from './picture-form.ts';
import { toPicturedQuestions } from './pictures-view.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { context, locale } = locals;
	const instrument = getInstrument(context.catalogue, params.id);
	const placed = await fetch(context, listPictures, { instrumentId: instrument.id });
	const { searchParams: query } = url;
	const done = query.has('removed')
		? m.pictures_removed()
		: query.has('saved')
			? query.has('trimmed')
				? m.pictures_saved_trimmed()
				: m.pictures_saved()
			: null;
	return {
		way: [
			{ href: '/instruments', label: m.staff_instruments_title() },
			{ href: `/instruments/${params.id}`, label: textIn(instrument.shortTitle, locale) ?? instrument.id }
		],
		owner: needsPicturePermission(instrument) ? instrument.rights.holder : null,
		limits: { kilobytes: pictureLimits.bytes / 1024, side: pictureLimits.side },
		questions: toPicturedQuestions(instrument, placed, locale),
		done,
		opened: query.get('saved') ?? query.get('removed')
	};
};

export const actions: Actions = {
	save: async ({ locals, params, request }) => {
		const { context } = locals;
		const instrument = getInstrument(context.catalogue, params.id);
		const { questionnaire } = instrument;
		const data = await request.formData();
		const values = readFields(data);
		const name = values['question'] ?? '';
		const place = listPicturePlaces(questionnaire).find(({ question }) => question.name === name);
		if (!place) throw new Problem('not-found');
		const form = parseForm(pictureFormSchema(needsPicturePermission(instrument)), data);
		const sent = await readPictures(data, listPictureFields(place));
		const isEmpty = sent.pictures.length === 0 && Object.keys(sent.errors).length === 0;
		const missing = isEmpty ? { own: m.pictures_missing() } : {};
		const errors = { ...missing, ...sent.errors, ...(form.ok ? {} : form.problem.errors) };
		if (!form.ok || Object.keys(errors).length > 0) {
			const byId = Object.entries(errors).map(([field, text]) => [toFieldId(name, field), text]);
			return fail(422, { values, errors: Object.fromEntries(byId) as Record<string, string> });
		}
		const elsewhere = values['alike'] ? listAlike(questionnaire, name).filter((one) => one !== name) : [];
		const copies = sent.pictures
			.filter(({ option }) => option !== null)
			.flatMap((picture) => elsewhere.map((question) => ({ ...picture, question })));
		const pictures = [...sent.pictures, ...copies];
		await run(context, placePictures, { instrumentId: instrument.id, pictures, ...form.value });
		const trimmed = sent.pictures.some(({ file }) => file.isTrimmed) ? '&trimmed' : '';
		redirect(303, `/instruments/${instrument.id}/pictures?saved=${name}${trimmed}`);
	},
	remove: async ({ locals, params, request }) => {
		const { question = '', option = '' } = readFields(await request.formData());
		const place = { instrumentId: params.id, question, option: option === '' ? null : option };
		await run(locals.context, removePicture, place);
		redirect(303, `/instruments/${params.id}/pictures?removed=${encodeURIComponent(question)}`);
	}
};

function getInstrument(catalogue: Catalogue, id: string): Instrument {
	const instrument = findInstrument(catalogue, id);
	if (!instrument) throw new Problem('not-found');
	return instrument;
}
