import type { Element, Page, Panel } from '../questionnaire.ts';
import type { CompileContext } from './compile-context.ts';
import { report } from './compile-context.ts';

/**
 * One page for each question (`questionsOnPageMode: "questionPerPage"`), named after it. The panels round a question
 * come along with their titles and conditions, and so do the page's, since the wording often depends on them.
 */
export function splitPages(pages: readonly Page[], context: CompileContext): readonly Page[] {
	return pages.flatMap((page) =>
		page.elements
			.flatMap((element) => splitElement(element, page, context))
			.map(([name, element]) => ({
				...page,
				name,
				elements: [element]
			}))
	);
}

function splitElement(
	element: Element,
	container: Page | Panel,
	context: CompileContext
): (readonly [name: string, element: Element])[] {
	if (container.isRequired || container.requiredIf) {
		report(
			context,
			[],
			'required-container-split',
			`”${container.name}” kräver ett svar bland flera frågor. Det går inte ihop med en fråga per sida.`
		);
	}
	if (element.kind !== 'panel') return [[element.name, element]];
	return element.elements.flatMap((inner) =>
		splitElement(inner, element, context).map(
			([name, part]) => [name, { ...element, elements: [part] }] as const
		)
	);
}
