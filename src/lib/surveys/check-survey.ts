/** What must be in place before a survey is published, and what is wise to look at: each with its reason. */
import type { LanguageTag } from '#lib/instruments/questionnaire.ts';
import { plainLanguage } from '#lib/shared/easy-read.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { OpeningProblem } from './assessment.ts';
import type { Survey } from './survey.ts';

export interface CheckFacts {
	readonly survey: Survey;
	readonly today: LocalDate;
	/** Why the instrument may not be given by link, or null. */
	readonly instrumentProblem: 'permit-required' | 'wording-missing' | 'instrument-unavailable' | null;
	/** What is missing of what the law asks for, or null. */
	readonly openingProblem: OpeningProblem | null;
	/** Languages that what people are told is written in. */
	readonly informationLanguages: readonly LanguageTag[];
	/** Whether there is a place outside the database for the survey's key. */
	readonly hasKeyPlace: boolean;
	/** Fewer answers than this about a provider are never shown. */
	readonly smallestGroup: number;
	/** Whether what people are told calls the answers anonymous. */
	readonly speaksOfAnonymity: boolean;
}

export const checkItems = [
	'instrument',
	'information',
	'purpose',
	'assessment',
	'providers',
	'period',
	'languages',
	'key',
	'group-sizes',
	'small-groups',
	'target-group',
	'promise'
] as const;
export type CheckItem = (typeof checkItems)[number];

/** 'advice' does not stop anything. */
export type CheckState = 'done' | 'stops' | 'advice';

export interface Check {
	readonly item: CheckItem;
	readonly state: CheckState;
	/** Names that the reason is about: providers, languages. */
	readonly names: readonly string[];
}

/** Every line of the checklist that is about the survey's mode, in order. */
export function checkSurvey(facts: CheckFacts): readonly Check[] {
	const { survey, openingProblem: problem } = facts;
	const unsized = survey.providers.filter(({ invited }) => invited === null).map(({ name }) => name);
	const small = survey.providers
		.filter(({ invited }) => invited !== null && invited < 2 * facts.smallestGroup)
		.map(({ name }) => name);
	const asked = [...new Set(survey.languages.map(plainLanguage))];
	const untold = asked.filter((language) => !facts.informationLanguages.includes(language));
	const must = (item: CheckItem, isDone: boolean, names: readonly string[] = []): Check => ({
		item,
		state: isDone ? 'done' : 'stops',
		names
	});
	const should = (item: CheckItem, names: readonly string[]): Check => ({
		item,
		state: names.length === 0 ? 'done' : 'advice',
		names
	});
	const isConfidential = survey.anonymity === 'confidential';
	return [
		must('instrument', facts.instrumentProblem === null),
		must('information', problem !== 'information-incomplete'),
		must('purpose', problem !== 'purpose-required'),
		must('assessment', problem !== 'assessment-required'),
		must('providers', survey.providers.length > 0),
		must('period', survey.closesOn >= facts.today && survey.closesOn >= survey.opensOn),
		...(isConfidential
			? [
					must('target-group', survey.targetGroup !== null),
					must('promise', !facts.speaksOfAnonymity),
					should('languages', untold)
				]
			: [
					must('key', facts.hasKeyPlace),
					should('languages', untold),
					should('group-sizes', unsized),
					should('small-groups', small)
				])
	];
}

/** Whether nothing stops it. */
export function mayPublish(checks: readonly Check[]): boolean {
	return checks.every(({ state }) => state !== 'stops');
}
