/** All questions of a form as the client would see them, the conditional ones too. */
import type { Instrument } from '#lib/instruments/instrument.ts';
import type { Element, Page } from '#lib/instruments/questionnaire.ts';
import type { PageView } from '#lib/questionnaire/page-view.ts';
import { viewPage } from '#lib/questionnaire/view-page.ts';

export interface Preview {
	readonly pages: readonly PageView[];
	readonly language: string;
	/** Names of the questions that are shown only with certain answers. */
	readonly conditional: readonly string[];
	/** The number printed on the form, by question. */
	readonly numbers: Readonly<Record<string, string>>;
}

export function toPreview(instrument: Instrument, language: string): Preview {
	const open = { ...instrument.questionnaire, pages: instrument.questionnaire.pages.map(withoutConditions) };
	const pages = open.pages.map(({ name }) => viewPage(open, {}, language, name));
	return {
		pages,
		language: pages[0]?.language ?? instrument.questionnaire.defaultLanguage,
		conditional: instrument.questionnaire.pages.flatMap((page) =>
			page.elements.flatMap((element) => listConditional(element, page.visibleIf !== null))
		),
		numbers: Object.fromEntries(instrument.items.map(({ name, number }) => [name, number]))
	};
}

function withoutConditions(page: Page): Page {
	return { ...page, visibleIf: null, enableIf: null, elements: page.elements.map(openElement) };
}

function openElement(element: Element): Element {
	const open = { ...element, visibleIf: null, enableIf: null };
	return open.kind === 'panel' ? { ...open, elements: open.elements.map(openElement) } : open;
}

function listConditional(element: Element, isInside: boolean): string[] {
	const isConditional = isInside || element.visibleIf !== null;
	if (element.kind === 'panel') {
		return element.elements.flatMap((inner) => listConditional(inner, isConditional));
	}
	return isConditional ? [element.name] : [];
}
