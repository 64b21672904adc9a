/** One question of a confidential survey as a table: a row for each provider, a column for each option. */
import type { LanguageTag, Option } from '#lib/instruments/questionnaire.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import type { ShownGroup } from '#lib/outcomes/disclosure/disclose-counts.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ShownItem } from '#lib/reports/survey-answers.ts';
import type { Survey } from '#lib/surveys/survey.ts';

export interface ItemView {
	readonly id: string;
	readonly title: string;
	readonly isSeveral: boolean;
	readonly options: readonly { readonly key: string; readonly label: string }[];
	readonly rows: readonly Readonly<Record<string, string>>[];
}

export function toItemView(
	{ item, shown }: ShownItem,
	{ providers }: Pick<Survey, 'providers'>,
	language: LanguageTag
): ItemView {
	const title = textIn(item.title, language) ?? item.name;
	const row = textIn(item.row, language);
	const nameOf = (value: string): string =>
		providers.find(({ providerId }) => providerId === value)?.name ??
		(providers.length === 1 ? (providers[0]?.name ?? '') : m.confidential_response_all());
	return {
		id: item.name,
		title: row ? `${title} – ${row}` : title,
		isSeveral: item.isSeveral,
		options: item.options.map((option, at) => ({ key: `option-${at}`, label: wordsOf(option, language) })),
		rows: [...shown.groups, shown.all].map((group) => toRow(group, nameOf(group.value)))
	};
}

function wordsOf({ label, code }: Option, language: LanguageTag): string {
	return textIn(label, language) ?? String(code);
}

function toRow({ value, people, cells }: ShownGroup, name: string): Record<string, string> {
	return {
		id: value,
		name,
		people: people.kind === 'shown' ? String(people.value) : people.symbol,
		...Object.fromEntries(
			cells.map((cell, at) => {
				if (cell.kind === 'hidden') return [`option-${at}`, cell.symbol];
				const { count, share } = cell.value;
				const words = share === null ? String(count) : `${count} (${Math.round(100 * share)} %)`;
				return [`option-${at}`, words];
			})
		)
	};
}
