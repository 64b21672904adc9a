/** How the answers to a confidential survey fall over the options of each question, by provider, as it may be shown. */
import { listQuestions } from '../instruments/list-questions.ts';
import type { Answers, LocalText, Option, Questionnaire } from '../instruments/questionnaire.ts';
import { discloseCounts, type ShownCounts } from '../outcomes/disclosure/disclose-counts.ts';
import type { DisclosureRule } from '../outcomes/disclosure/disclosure-rules.ts';
import type { Withheld } from '../outcomes/disclosure/withheld.ts';

export interface SurveyItem {
	/** A question, or `matrix.row`. */
	readonly name: string;
	readonly title: LocalText | null;
	/** The row's own words, where it is one. */
	readonly row: LocalText | null;
	readonly options: readonly Option[];
	/** Several may be chosen: the counts add up to more than the people. */
	readonly isSeveral: boolean;
}

export interface ShownItem {
	readonly item: SurveyItem;
	/** The groups' values are providers' ids; their counts are in the order of the options. */
	readonly shown: ShownCounts;
}

/** The questions that are answered by a code. What is written in words is read in the case and nowhere else. */
export function listSurveyItems(questionnaire: Questionnaire): readonly SurveyItem[] {
	return listQuestions(questionnaire).flatMap((question): SurveyItem[] => {
		const { name, title } = question;
		if (question.kind === 'matrix') {
			return question.rows.map((row) => ({
				name: `${name}.${row.name}`,
				title,
				row: row.label,
				options: question.columns,
				isSeveral: false
			}));
		}
		if (!('options' in question)) return [];
		return [{ name, title, row: null, options: question.options, isSeveral: question.kind === 'checkbox' }];
	});
}

/** Every item by the named providers, and all of them together. */
export function discloseSurveyAnswers(
	withheld: Withheld<readonly { readonly providerId: string; readonly answers: Answers }[]>,
	items: readonly SurveyItem[],
	providerIds: readonly string[],
	rule: DisclosureRule
): readonly ShownItem[] {
	const given = withheld.openForControl();
	const count = (item: SurveyItem, value: string, rows: typeof given) => {
		const chosen = rows.map(({ answers }) => codesIn(answers, item)).filter((codes) => codes.length > 0);
		return {
			value,
			people: chosen.length,
			counts: item.options.map(({ code }) => chosen.filter((codes) => codes.includes(String(code))).length)
		};
	};
	return items.map((item) => ({
		item,
		shown: discloseCounts(
			{
				all: count(item, 'all', given),
				groups:
					providerIds.length < 2
						? []
						: providerIds.map((id) =>
								count(
									item,
									id,
									given.filter(({ providerId }) => providerId === id)
								)
							),
				rest: null,
				isOverlapping: false
			},
			rule
		)
	}));
}

function codesIn(answers: Answers, { name }: SurveyItem): readonly string[] {
	const [question = '', row] = name.split('.');
	const value = answers[question];
	if (value === undefined || value === null) return [];
	if (typeof value !== 'object') return [String(value)];
	if (Array.isArray(value)) return value.map(String);
	const inRow = row === undefined ? undefined : (value as Readonly<Record<string, unknown>>)[row];
	return inRow === undefined ? [] : [String(inRow)];
}
