import type { Instrument } from '#lib/instruments/instrument.ts';
import type { Option, Question } from '#lib/instruments/questionnaire.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { m } from '#lib/paraglide/messages.js';
import { listAlike, listPicturePlaces } from '#lib/pictures/picture-places.ts';
import type { ListedPicture } from '#lib/pictures/server/queries.ts';
import { toInputValue } from '#lib/questionnaire/input-name.ts';
import { optionWords } from '#lib/questionnaire/ui/option-words.ts';
import { listPictureFields, toFieldId } from './picture-form.ts';

export interface PictureView {
	/** What it is beside, in words. */
	readonly what: string;
	readonly option: string | null;
	readonly address: string;
	/** Whose it is and by what right. */
	readonly rights: readonly string[];
}

export interface PicturedQuestion {
	readonly name: string;
	readonly title: string;
	readonly count: string;
	readonly pictures: readonly PictureView[];
	readonly fields: readonly { readonly id: string; readonly name: string; readonly label: string }[];
	/** Whether its answers can have pictures. */
	readonly hasCards: boolean;
	/** How many questions have the same answers, itself among them. */
	readonly alike: number;
	/** What was written last, so that it need not be written anew for each question. */
	readonly written: { readonly holder: string; readonly licence: string; readonly permission: string };
}

/** Every question of the form, with the pictures that the board has for it. */
export function toPicturedQuestions(
	{ id, questionnaire }: Instrument,
	placed: readonly ListedPicture[],
	locale: string
): readonly PicturedQuestion[] {
	const latest = placed.toSorted((a, b) => (a.addedOn < b.addedOn ? 1 : -1))[0];
	return listPicturePlaces(questionnaire).map((place, index) => {
		const { question, options } = place;
		const own = placed.filter((picture) => picture.question === question.name);
		const labelOf = (option: string | null): string => {
			const found = options.find(({ code }) => toInputValue(code) === option);
			return found ? m.pictures_of_option({ label: labelOfOption(found, question, locale) }) : m.pictures_of_question();
		};
		const fields = listPictureFields(place);
		const shown = fields.flatMap(({ option }) => own.find((picture) => picture.option === option) ?? []);
		const last = own[0] ?? latest;
		return {
			name: question.name,
			title: textIn(question.title, locale) ?? m.staff_paper_field_label({ number: String(index + 1) }),
			count: m.pictures_count({ count: shown.length, places: fields.length }),
			pictures: shown.map(({ option, hash, holder, licence, permission }) => ({
				what: labelOf(option),
				option,
				address: `/instruments/${id}/pictures/${hash}`,
				rights: [`${holder} · ${licence}`, ...(permission ? [m.pictures_permission_line({ permission })] : [])]
			})),
			fields: fields.map(({ name, option }) => ({
				id: toFieldId(question.name, name),
				name,
				label: labelOf(option)
			})),
			hasCards: options.length > 0,
			alike: listAlike(questionnaire, question.name).length,
			written: {
				holder: last?.holder ?? '',
				licence: last?.licence ?? '',
				permission: last?.permission ?? ''
			}
		};
	});
}

function labelOfOption({ code, label, role }: Option, { kind }: Question, locale: string): string {
	const inputValue = toInputValue(code);
	return textIn(label, locale) ?? optionWords({ code, role, inputValue, label: null, isSelected: false }, kind);
}
