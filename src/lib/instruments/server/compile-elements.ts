import type { Element, Page, Panel } from '../questionnaire.ts';
import type { RawElement } from './collect-names.ts';
import { listRawElements } from './collect-names.ts';
import type { CompileContext } from './compile-context.ts';
import { report } from './compile-context.ts';
import { readConditions } from './compile-condition.ts';
import { compileQuestion } from './compile-question.ts';
import { readText } from './compile-text.ts';
import { pageRules, panelRules, questionRulesByType } from './known-properties.ts';
import type { OpenObject } from './open-object.ts';
import { checkRecords, openObject, readRaw } from './open-object.ts';

/** A page with everything in it. */
export function compilePage(page: RawElement, index: number, context: CompileContext): Page {
	const object = openObject(page.raw, page.path, 'page', pageRules, context);
	return {
		name: String(readRaw(object, 'name') ?? `page${index + 1}`),
		title: readText(object, 'title', context),
		description: readText(object, 'description', context),
		...readConditions(object, context),
		requiredText: readText(object, 'requiredErrorText', context),
		elements: compileElements(page, object, context)
	};
}

function compilePanel(panel: RawElement, context: CompileContext): Panel {
	const object = openObject(panel.raw, panel.path, 'panel', panelRules, context);
	return {
		kind: 'panel',
		name: String(readRaw(object, 'name') ?? `panel_${panel.path.filter(Number.isInteger).join('_')}`),
		title: readText(object, 'title', context),
		description: readText(object, 'description', context),
		...readConditions(object, context),
		requiredText: readText(object, 'requiredErrorText', context),
		elements: compileElements(panel, object, context)
	};
}

function compileElements(
	container: RawElement,
	object: OpenObject,
	context: CompileContext
): readonly Element[] {
	checkRecords(object, 'elements', context);
	return listRawElements(container).flatMap((element): Element[] => {
		const { raw, path } = element;
		const type = String(raw['type'] ?? '');
		if (type === 'panel') return [compilePanel(element, context)];
		const rules = Object.hasOwn(questionRulesByType, type) ? questionRulesByType[type] : undefined;
		if (!rules) {
			const known = ['panel', ...Object.keys(questionRulesByType)].join(', ');
			report(
				context,
				[...path, 'type'],
				'element-unsupported',
				`Elementet ”${String(raw['name'] ?? '')}” är av typen ”${type}”, som inte stöds. De som stöds är ${known}.`
			);
			return [];
		}
		return [compileQuestion(type, openObject(raw, path, type, rules, context), context)];
	});
}
