/** One survey in words: what it is, what is left to do, and how many have answered, in steps. */
import { getLocale } from '#lib/paraglide/runtime.js';
import { m } from '#lib/paraglide/messages.js';
import type { Shown } from '#lib/outcomes/disclosure/shown.ts';
import type { ProviderId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { countText } from '#lib/shared/ui/count-text.ts';
import type { BoxFacts } from '#lib/surveys/answer-box.ts';
import type { Check, CheckItem } from '#lib/surveys/check-survey.ts';
import { generalOfMode, subjectOfSurvey } from '#lib/surveys/information-subject.ts';
import { limitOf } from '#lib/surveys/link-limit.ts';
import type { Survey, SurveyMode, SurveyProvider } from '#lib/surveys/survey.ts';
import type { WrittenView } from '#lib/surveys/ui/survey-view.ts';
import { purposeLabel } from '../../../labels.ts';
import { languageName } from '../../../language-name.ts';

const modeWords: Record<SurveyMode, () => string> = {
	'open-anonymous': m.surveys_mode_open,
	codes: m.surveys_mode_codes,
	confidential: m.confidential_mode
};

/** Which version of the text about how answers are handled, and whether it is the survey's own. */
export interface ToldVersion {
	readonly version: number;
	readonly isOwn: boolean;
}

/** What is decided, in order. */
export function toFacts(
	survey: Survey,
	forms: readonly string[],
	{ told, isLeftInHurry }: { readonly told: ToldVersion | null; readonly isLeftInHurry: boolean }
) {
	const { purpose, anonymity, languages, opensOn, closesOn, instruments } = survey;
	const locale = getLocale();
	const list = new Intl.ListFormat(locale);
	return [
		{ term: m.surveys_fact_purpose(), value: purposeLabel(purpose) },
		{ term: m.surveys_fact_mode(), value: modeWords[anonymity]() },
		{
			term: m.surveys_fact_instrument(),
			value: list.format(forms.map((name, at) => `${name} ${instruments[at]?.version ?? ''}`))
		},
		{
			term: m.surveys_fact_languages(),
			value: list.format(languages.map((tag) => languageName(tag, locale)))
		},
		{ term: m.surveys_fact_period(), value: m.staff_surveys_period({ from: opensOn, to: closesOn }) },
		{ term: m.quick_exit_setting(), value: isLeftInHurry ? m.quick_exit_shown() : m.quick_exit_not_shown() },
		{ term: m.surveys_fact_information(), value: informationWords(survey, told) }
	];
}

function informationWords({ state }: Survey, told: ToldVersion | null): string {
	if (told?.isOwn) return m.surveys_fact_information_own({ version: told.version });
	if (state === 'draft') return m.surveys_fact_information_draft();
	return told
		? m.surveys_fact_information_version({ version: told.version })
		: m.surveys_fact_information_none();
}

const checkWords: Record<CheckItem, () => string> = {
	instrument: m.surveys_check_instrument,
	information: m.surveys_check_information,
	purpose: m.surveys_check_purpose,
	assessment: m.surveys_check_assessment,
	providers: m.surveys_check_providers,
	period: m.surveys_check_period,
	key: m.surveys_check_key,
	languages: m.surveys_check_languages,
	'group-sizes': m.surveys_check_group_sizes,
	'small-groups': m.surveys_check_small_groups,
	'target-group': m.confidential_check_group,
	promise: m.confidential_survey_check_promise
};

type Why = (inputs: { names: string; smallest: number }) => string;
const whyWords: Record<CheckItem, Why> = {
	instrument: () => m.surveys_check_instrument_why(),
	information: () => m.surveys_check_information_why(),
	purpose: () => m.surveys_check_purpose_why(),
	assessment: () => m.surveys_check_assessment_why(),
	providers: () => m.surveys_check_providers_why(),
	period: () => m.surveys_check_period_why(),
	key: () => m.surveys_check_key_why(),
	languages: ({ names }) => m.surveys_check_languages_why({ names }),
	'group-sizes': ({ names }) => m.surveys_check_group_sizes_why({ names }),
	'small-groups': ({ names, smallest }) => m.surveys_check_small_groups_why({ names, smallest }),
	'target-group': () => m.confidential_check_group_why(),
	promise: () => m.confidential_survey_check_promise_why()
};

/** Where what is missing is mended; null where it is done on the page itself or by somebody else. */
const mendedAt: Partial<Record<CheckItem, string>> = {
	instrument: '/instruments',
	assessment: '/information'
};

export interface CheckView {
	readonly item: string;
	readonly state: Check['state'];
	readonly title: string;
	/** What is missing, and where it is mended; null when it is done. */
	readonly why: string | null;
	readonly href: string | null;
}

/** `here` is the survey's own page, and whom it asks is chosen beneath it; a confidential one is told of as cases are. */
export function toCheckViews(
	checks: readonly Check[],
	smallest: number,
	{ id, anonymity }: Pick<Survey, 'id' | 'anonymity'>
): CheckView[] {
	const places: Partial<Record<CheckItem, string>> = {
		...mendedAt,
		'target-group': `/surveys/${id}/invited`,
		promise: `/information/${subjectOfSurvey(id)}`,
		information: `/information/${generalOfMode(anonymity)}`
	};
	const locale = getLocale();
	return checks.map(({ item, state, names }) => {
		const words = item === 'languages' ? names.map((tag) => languageName(tag, locale)) : names;
		return {
			item,
			state,
			title: checkWords[item](),
			why:
				state === 'done'
					? null
					: whyWords[item]({ names: new Intl.ListFormat(locale).format(words), smallest }),
			href: state === 'done' ? null : (places[item] ?? null)
		};
	});
}

export interface ProviderRow {
	readonly id: string;
	readonly name: string;
	readonly invited: string;
	readonly answers: string;
	readonly rate: string;
	readonly codes: string;
	/** How many answers its shared link takes. */
	readonly limit: string;
}

export function toProviderRows(
	{ providers }: Survey,
	counts: ReadonlyMap<ProviderId, Shown<number>>,
	codes: ReadonlyMap<ProviderId, number>
): ProviderRow[] {
	return providers.map((provider) => {
		const count = counts.get(provider.providerId);
		return {
			id: provider.providerId,
			name: provider.name,
			invited: provider.invited === null ? m.surveys_invited_unknown() : countText(provider.invited),
			answers:
				count?.kind === 'shown'
					? m.staff_surveys_at_least({ count: countText(count.value) })
					: m.staff_surveys_few(),
			rate: rateWords(provider, count),
			codes: countText(codes.get(provider.providerId) ?? 0),
			limit: limitWords(provider, count)
		};
	});
}

/** Whether the link takes no more, by the count as it is shown: limits are whole steps of it. */
const isFull = (provider: SurveyProvider, count: Shown<number> | undefined): boolean =>
	count?.kind === 'shown' && count.value >= limitOf(provider);

function limitWords(provider: SurveyProvider, count: Shown<number> | undefined): string {
	const limit = limitOf(provider);
	return isFull(provider, count) ? m.surveys_limit_reached({ count: countText(limit) }) : countText(limit);
}

/** The providers whose shared links take no more answers, named; null where there are none. */
export function nameFull(
	{ providers, state, anonymity }: Pick<Survey, 'providers' | 'state' | 'anonymity'>,
	counts: ReadonlyMap<ProviderId, Shown<number>>
): string | null {
	if (state !== 'open' || anonymity !== 'open-anonymous') return null;
	const full = providers.filter((provider) => isFull(provider, counts.get(provider.providerId)));
	return full.length === 0 ? null : new Intl.ListFormat(getLocale()).format(full.map(({ name }) => name));
}

/** From the count as it is shown: it moves in the same steps, and says no more. */
function rateWords({ invited }: SurveyProvider, count: Shown<number> | undefined): string {
	if (!invited || count?.kind !== 'shown') return m.surveys_rate_hidden();
	const percent = Math.min(100, Math.floor((100 * count.value) / invited));
	return m.surveys_rate_at_least({ percent });
}

/** What has become of its boxes, a sentence each. */
export function toBoxLines(boxes: readonly BoxFacts[]): string[] {
	return boxes.flatMap(({ emptiedOn, hadTooFew, hadUnreadable }) =>
		emptiedOn === null
			? []
			: [
					[
						m.surveys_box_emptied({ date: emptiedOn }),
						...(hadTooFew ? [m.surveys_box_too_few()] : []),
						...(hadUnreadable ? [m.surveys_box_unreadable()] : [])
					].join(' ')
				]
	);
}

/** A year later: what a copy is suggested. */
export function suggestCopy({ title, opensOn, closesOn }: Survey, today: LocalDate) {
	const yearsOn = Math.max(1, Number(today.slice(0, 4)) - Number(opensOn.slice(0, 4)));
	const later = (day: LocalDate) => {
		const moved = `${Number(day.slice(0, 4)) + yearsOn}${day.slice(4)}`;
		return moved.endsWith('-02-29') ? `${moved.slice(0, 8)}28` : moved;
	};
	const renamed = title.replace(/\b(20\d\d)\b/, (year) => String(Number(year) + yearsOn));
	return { title: renamed, opensOn: later(opensOn), closesOn: later(closesOn) };
}

interface WrittenGroup {
	readonly instrumentId: string;
	readonly question: string;
	readonly providerId: ProviderId | null;
	readonly texts: readonly string[] | null;
}

/** What has been written, named: a provider where it has a group of its own, the others together. */
export function toWrittenViews(
	groups: readonly WrittenGroup[],
	{ providers }: Survey,
	nameQuestion: (asked: Pick<WrittenGroup, 'instrumentId' | 'question'>) => string
): WrittenView[] {
	return groups.map((group) => {
		const { providerId, texts } = group;
		const provider = providers.find((one) => one.providerId === providerId);
		const isAlone = groups.filter((other) => isSameQuestion(other, group)).length === 1;
		const others = isAlone ? m.free_text_about_all() : m.free_text_about_others();
		return { question: nameQuestion(group), about: provider?.name ?? others, texts };
	});
}

const isSameQuestion = (one: WrittenGroup, other: WrittenGroup): boolean =>
	one.question === other.question && one.instrumentId === other.instrumentId;
