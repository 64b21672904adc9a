/**
 * An instrument as a FHIR R4 Questionnaire (hl7.org/fhir/R4/questionnaire.html): questions by their names as linkId, codes
 * as printed on the form, points as the ordinalValue extension, scales as a group of read-only decimals.
 */
import type { Instrument } from '#lib/instruments/instrument.ts';
import type { Element, LocalText, Option, Question } from '#lib/instruments/questionnaire.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { unreachable } from '#lib/shared/unreachable.ts';
import type { FileLanguage } from './export-order.ts';

export type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

export const ordinalValue = 'http://hl7.org/fhir/StructureDefinition/ordinalValue';

/** The instrument's name in FHIR: a URN, since no address is the municipality's to give. */
export function toCanonical({ id }: Pick<Instrument, 'id'>): string {
	return `urn:genklang:questionnaire:${id}`;
}

/** The link of a scale's score; never a question's, which have no full stop. */
export const scoresLink = 'scores';
export const scaleLink = (scale: string): string => `${scoresLink}.${scale}`;

export function toFhirQuestionnaire(instrument: Instrument, language: FileLanguage): Json {
	const { questionnaire } = instrument;
	const title = textIn(instrument.title, language) ?? instrument.id;
	const copyright = [instrument.rights.holder, instrument.rights.licence].filter(Boolean).join('. ');
	return {
		resourceType: 'Questionnaire',
		id: `${instrument.id}-${instrument.version}`,
		language,
		url: toCanonical(instrument),
		version: instrument.version,
		title,
		status: 'active',
		...(copyright ? { copyright } : {}),
		item: [
			...questionnaire.pages.map((page) => ({
				linkId: `page.${page.name}`,
				type: 'group',
				...withText(page.title, language),
				item: toItems(page.elements, instrument, language)
			})),
			...(instrument.scales.length > 0 ? [toScoreGroup(instrument, language)] : [])
		]
	};
}

function toItems(elements: readonly Element[], instrument: Instrument, language: FileLanguage): Json[] {
	return elements.map((element): Json => {
		if (element.kind !== 'panel') return toItem(element, instrument, language);
		const item = toItems(element.elements, instrument, language);
		return {
			linkId: `panel.${element.name}`,
			type: 'group',
			...withText(element.title, language),
			item
		};
	});
}

function toItem(question: Question, instrument: Instrument, language: FileLanguage): Json {
	const base = { linkId: question.name, ...withText(question.title, language) };
	switch (question.kind) {
		case 'radiogroup':
		case 'dropdown':
		case 'rating':
		case 'boolean':
			return { ...base, ...toChoice(question.name, question.options, instrument, language) };
		case 'checkbox':
			return {
				...base,
				...toChoice(question.name, question.options, instrument, language),
				repeats: true
			};
		case 'matrix':
			return {
				...base,
				type: 'group',
				item: question.rows.map((row) => {
					const linkId = `${question.name}.${row.name}`;
					const choice = toChoice(linkId, question.columns, instrument, language);
					return { linkId, ...withText(row.label, language), ...choice };
				})
			};
		case 'slider':
			return { ...base, type: 'decimal' };
		case 'text':
			return { ...base, type: textTypes[question.inputType] ?? 'string' };
		case 'comment':
			return { ...base, type: 'text' };
		default:
			return unreachable(question);
	}
}

const textTypes: Readonly<Record<string, string>> = { number: 'decimal', date: 'date' };

function toChoice(
	item: string,
	options: readonly Option[],
	instrument: Instrument,
	language: FileLanguage
): { readonly [key: string]: Json } {
	const scored = instrument.items.find(({ name }) => name === item);
	return {
		type: 'choice',
		answerOption: options.map(({ code, label }) => {
			const points = scored?.scoreByCode.get(code) ?? null;
			return {
				valueCoding: {
					...(points === null ? {} : { extension: [{ url: ordinalValue, valueDecimal: points }] }),
					code: String(code),
					...withDisplay(label, language)
				}
			};
		})
	};
}

function toScoreGroup(instrument: Instrument, language: FileLanguage): Json {
	return {
		linkId: scoresLink,
		type: 'group',
		readOnly: true,
		item: instrument.scales.map(({ name, title }) => ({
			linkId: scaleLink(name),
			type: 'decimal',
			readOnly: true,
			...withText(title, language)
		}))
	};
}

function withText(text: LocalText | null, language: FileLanguage): { readonly [key: string]: Json } {
	const found = textIn(text, language)?.trim();
	return found ? { text: found } : {};
}

export function withDisplay(
	text: LocalText | null,
	language: FileLanguage
): { readonly [key: string]: Json } {
	const found = textIn(text, language)?.trim();
	return found ? { display: found } : {};
}
