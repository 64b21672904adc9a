/** What is in a survey's box when it is opened, and what becomes of it. */
import type { Answers, LanguageTag } from '#lib/instruments/questionnaire.ts';
import type { ProviderId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { parseJson } from '#lib/shared/parse-json.ts';

/** Lost: its key is not where the keys are. Nothing more is put in it, and it is opened if the key is found. */
export type BoxState = 'open' | 'lost' | 'emptied';

/** How a box has gone, as may be told: not how many there were. */
export interface BoxFacts {
	readonly state: BoxState;
	readonly emptiedOn: LocalDate | null;
	/** Whether answers about some provider were too few to be taken out. */
	readonly hadTooFew: boolean;
	readonly hadUnreadable: boolean;
}

/** How many answered in each language; few are counted together under `other`. */
export type LanguageCounts = Readonly<Record<LanguageTag, number>>;

/** An answer as it is sealed: nothing of who, where or when. */
export interface BoxedAnswer {
	readonly language: LanguageTag;
	readonly answers: Answers;
}

/** Bytes for a form of codes alone, and for one where people may write. */
const codesSize = 4096;
const wordsSize = 16_384;
/** So many codes fit with room to spare, names included. */
const mostCodes = 100;

/** Bytes that all answers to a form are padded to. */
export function chooseBoxSize(questions: { readonly codes: number; readonly words: number }): AnswerBoxSize {
	return questions.words === 0 && questions.codes <= mostCodes ? codesSize : wordsSize;
}
export type AnswerBoxSize = typeof codesSize | typeof wordsSize;

/** The sealed text of an answer. */
export function writeBoxed({ language, answers }: BoxedAnswer): string {
	return JSON.stringify({ language, answers });
}

/** What was sealed, or null when it is something else: a device may have been made to seal anything. */
export function readBoxed(text: string): BoxedAnswer | null {
	const read = parseJson(text, wordsSize);
	if (!read.ok || typeof read.value !== 'object' || read.value === null) return null;
	const { language, answers } = read.value as Record<string, unknown>;
	if (typeof language !== 'string' || typeof answers !== 'object' || answers === null) return null;
	return { language, answers: answers as Answers };
}

/** Answers of one provider. */
export interface ProviderAnswers<Answer> {
	readonly providerId: ProviderId;
	readonly answers: readonly Answer[];
}

export interface Sorted<Answer> {
	readonly takenOut: readonly ProviderAnswers<Answer>[];
	/** Too few about their provider to be taken out. */
	readonly tooFew: readonly ProviderAnswers<Answer>[];
}

/** Those about a provider are taken out when they are at least the smallest group: fewer could be told apart by who came. */
export function sortBox<Answer>(
	opened: readonly { readonly providerId: ProviderId; readonly answer: Answer }[],
	smallestGroup: number
): Sorted<Answer> {
	const groups = [...Map.groupBy(opened, ({ providerId }) => providerId)].map(([providerId, own]) => ({
		providerId,
		answers: own.map(({ answer }) => answer)
	}));
	return {
		takenOut: groups.filter(({ answers }) => answers.length >= smallestGroup),
		tooFew: groups.filter(({ answers }) => answers.length < smallestGroup)
	};
}

/** Languages that at least the smallest group used; the rest together, and not said when they are few even so. */
export function countLanguages(languages: readonly LanguageTag[], smallestGroup: number): LanguageCounts {
	const counts = [...Map.groupBy(languages, (language) => language)].map(
		([language, own]) => [language, own.length] as const
	);
	const common = counts.filter(([, count]) => count >= smallestGroup);
	const rest = languages.length - common.reduce((sum, [, count]) => sum + count, 0);
	return Object.fromEntries(rest >= smallestGroup ? [...common, ['other', rest]] : common);
}
