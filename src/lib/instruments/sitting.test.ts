import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepVisibleAnswers } from '#lib/questionnaire/visible-answers.ts';
import { listVisiblePages } from '#lib/questionnaire/visible-pages.ts';
import { readAnswers } from '#lib/questionnaire/read-answers.ts';
import { validateAll } from '#lib/questionnaire/validate.ts';
import { definitionsWithAnswers } from '#tests/build/random-definition.ts';
import type { Instrument } from './instrument.ts';
import { listQuestions } from './list-questions.ts';
import type { Answers } from './questionnaire.ts';
import { compileDefinition } from './server/compile-definition.ts';
import { loadInstrument } from './server/load-instrument.ts';
import { joinAnswers, joinInstruments, listSharedLanguages, splitSitting } from './sitting.ts';

const root = join(import.meta.dirname, '..', '..', '..');

function load(folder: string): Instrument {
	const loaded = loadInstrument(join(root, folder));
	if (!loaded.ok) throw new Error(JSON.stringify(loaded.problem));
	return loaded.value;
}

const audit = load('instruments/audit/1.0.0');
const simrishamn = load('instruments/simrishamn-sol/1.0.0');
const skl = load('instruments/skl-brukarfragor/1.0.0');
const threeLanguages = load('tests/fixtures/instruments/tre-sprak/1.0.0');

describe('several forms in one sitting', () => {
	it('are one form alone as it is, without new names', () => {
		expect(joinInstruments([audit])).toBe(audit);
		expect(splitSitting(1, { audit_1: 2 })).toEqual([{ audit_1: 2 }]);
		expect(joinAnswers([{ audit_1: 2 }])).toEqual({ audit_1: 2 });
	});

	it('ask the questions of the first, then those of the second, and say where each begins', () => {
		const { questionnaire, minutes } = joinInstruments([simrishamn, skl]);
		expect(listQuestions(questionnaire).map(({ title }) => title)).toEqual(
			[simrishamn, skl].flatMap((one) => listQuestions(one.questionnaire).map(({ title }) => title))
		);
		expect(questionnaire.forms?.map(({ heading }) => heading)).toEqual([
			simrishamn.questionnaire.title ?? simrishamn.title,
			skl.questionnaire.title ?? skl.title
		]);
		expect(minutes).toBe((simrishamn.minutes ?? 0) + (skl.minutes ?? 0));
	});

	it('have names of their own also when they are the same form twice', () => {
		const names = listQuestions(joinInstruments([skl, skl]).questionnaire).map(({ name }) => name);
		expect(new Set(names).size).toBe(2 * listQuestions(skl.questionnaire).length);
	});

	it('are in the languages that all of them are in', () => {
		expect(listSharedLanguages([threeLanguages, skl])).toEqual(
			threeLanguages.questionnaire.languages.filter((tag) => skl.questionnaire.languages.includes(tag))
		);
		const foreign = { ...audit, questionnaire: { ...audit.questionnaire, languages: ['xx'] } };
		expect(listSharedLanguages([skl, foreign])).toEqual([]);
	});

	it('are sensitive when one is, whatever is not said of the other', () => {
		const of = (sensitive: Instrument['sensitive']) => ({ ...skl, sensitive });
		expect(joinInstruments([of([]), of(['violence'])]).sensitive).toEqual(['violence']);
		expect(joinInstruments([of(null), of(['violence'])]).sensitive).toEqual(['violence']);
		expect(joinInstruments([of(null), of([])]).sensitive).toBeNull();
		expect(joinInstruments([of([]), of([])]).sensitive).toEqual([]);
	});

	it('take an unknown time when one of them does', () => {
		expect(joinInstruments([skl, { ...audit, minutes: null }]).minutes).toBeNull();
	});

	it('ask, demand and keep what each would by itself', () => {
		const compiled = definitionsWithAnswers({ looksBack: true }).map(({ survey, answers }) => {
			const file = { instrumentId: 'x', version: '1', file: 'x' };
			const { questionnaire } = compileDefinition(survey, file);
			if (!questionnaire) throw new Error('no questionnaire');
			return { form: { ...skl, questionnaire }, answers: answers as Answers };
		});
		fc.assert(
			fc.property(compiled, compiled, (...each) => {
				const answers = joinAnswers(each.map((one) => one.answers));
				const { questionnaire } = joinInstruments(each.map(({ form }) => form));
				const own = <Value>(ask: (one: (typeof each)[number], at: number) => readonly Value[]) =>
					each.flatMap((one, at) => ask(one, at));
				expect(listVisiblePages(questionnaire, answers).map(({ name }) => name)).toEqual(
					own((one, at) =>
						listVisiblePages(one.form.questionnaire, one.answers).map(({ name }) => `form${at + 1}_${name}`)
					)
				);
				expect(validateAll(questionnaire, answers).map(({ code, question }) => [code, question])).toEqual(
					own((one, at) =>
						validateAll(one.form.questionnaire, one.answers).map(({ code, question }) => [
							code,
							`form${at + 1}_${question}`
						])
					)
				);
				expect(splitSitting(2, keepVisibleAnswers(questionnaire, answers))).toEqual(
					each.map((one) => keepVisibleAnswers(one.form.questionnaire, one.answers))
				);
			}),
			{ seed: 20261130, numRuns: 150 }
		);
	}, 60_000);

	it('refuse a name that is in none of them', () => {
		const { questionnaire } = joinInstruments([simrishamn, skl]);
		expect(readAnswers(questionnaire, { sol_1: 3 }).ok).toBe(false);
		expect(readAnswers(questionnaire, joinAnswers([{ sol_1: 3 }, {}])).ok).toBe(true);
	});
});
