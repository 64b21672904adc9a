import type { Instrument } from '#lib/instruments/instrument.ts';
import { listItemPlaces } from '#lib/instruments/item-options.ts';
import type { ItemPlace } from '#lib/instruments/item-options.ts';
import { findDuplicates } from '#lib/instruments/find-duplicates.ts';
import { toFindings } from '#lib/instruments/lint-finding.ts';
import type { Complaint, LintFinding } from '#lib/instruments/lint-finding.ts';
import { lintSourceField } from '#lib/instruments/lint-sources.ts';
import { listQuestions } from '#lib/instruments/list-questions.ts';
import type { Answers, AnswerValue, Code } from '#lib/instruments/questionnaire.ts';
import type { ExpectedScale, ReferenceCase } from '#lib/instruments/reference-cases-file.ts';
import type { ScaleScore } from './score.ts';
import { scoreInstrument } from './score-instrument.ts';

/** A difference that is no more than what a written decimal leaves out. */
const tolerance = 1e-9;

/**
 * Scores every reference case and reports where the outcome is not the expected one, and which scales lack a case
 * that is complete or a case where an answer is missing.
 */
export function checkReferenceCases(
	instrument: Instrument,
	cases: readonly ReferenceCase[],
	file: string
): LintFinding[] {
	const checked = cases.map((referenceCase, index) => checkCase(instrument, referenceCase, index));
	const outcomes = checked.flatMap(({ outcome }) => outcome);
	return toFindings(file, [
		...findDuplicates(cases.map(({ name }) => name)).map(({ index, value }) => ({
			path: ['cases', index, 'name'],
			rule: 'reference-case-duplicate',
			message: `Två fall heter "${value}". Byt namn på det ena.`
		})),
		...checked.flatMap(({ complaints }) => complaints),
		...instrument.scales.flatMap(({ name }) => lintCoverage(name, outcomes))
	]);
}

interface Outcome {
	readonly scale: string;
	readonly result: ScaleScore;
}

function checkCase(
	instrument: Instrument,
	referenceCase: ReferenceCase,
	index: number
): { complaints: Complaint[]; outcome: Outcome[] } {
	const path = ['cases', index];
	const places = listItemPlaces(instrument.questionnaire);
	const declared = new Set(instrument.sources.map(({ id }) => id));
	const complaints = [
		...lintSourceField(referenceCase.source, declared, [...path, 'source']),
		...lintAnswers(instrument, referenceCase, path)
	];
	const answers = referenceCase.answers ?? toAnswers(instrument, referenceCase.codes ?? [], places);
	const { sex, ageInYears } = referenceCase;
	const { scales } = scoreInstrument(instrument, answers, { sex, ageInYears });
	const outcome: Outcome[] = [];
	for (const [scale, expected] of Object.entries(referenceCase.expected)) {
		const result = scales[scale];
		const scalePath = [...path, 'expected', scale];
		if (!result) {
			const message = `Skalan "${scale}" finns inte i instrument.json. Rätta namnet.`;
			complaints.push({ path: scalePath, rule: 'reference-case-scale-unknown', message });
			continue;
		}
		outcome.push({ scale, result });
		complaints.push(...compare(expected, result, scalePath));
	}
	return { complaints, outcome };
}

function lintAnswers(
	instrument: Instrument,
	{ answers, codes }: ReferenceCase,
	path: (string | number)[]
): Complaint[] {
	if (codes && codes.length !== instrument.items.length) {
		const message = `Fallet har ${codes.length} koder men formuläret har ${instrument.items.length} frågor i items. Skriv null för en obesvarad.`;
		return [{ path: [...path, 'codes'], rule: 'reference-case-length', message }];
	}
	const names = new Set(
		listQuestions(instrument.questionnaire).flatMap(({ name }) => [name, `${name}-Comment`])
	);
	return Object.keys(answers ?? {})
		.filter((name) => !names.has(name))
		.map((name) => ({
			path: [...path, 'answers', name],
			rule: 'reference-case-question-unknown',
			message: `Frågan "${name}" finns inte i survey.json. Rätta namnet.`
		}));
}

function toAnswers(
	instrument: Instrument,
	codes: readonly (Code | null)[],
	places: ReadonlyMap<string, ItemPlace>
): Answers {
	const answers: Record<string, AnswerValue> = {};
	instrument.items.forEach((item, index) => {
		const code = codes[index] ?? null;
		const place = places.get(item.name);
		if (code === null || !place) return;
		if (place.row === null) answers[place.question] = code;
		else
			answers[place.question] = {
				...(answers[place.question] as Record<string, Code> | undefined),
				[place.row]: code
			};
	});
	return answers;
}

function compare(expected: ExpectedScale, result: ScaleScore, path: (string | number)[]): Complaint[] {
	return Object.entries(expected)
		.filter(([, value]) => value !== undefined)
		.flatMap(([field, value]): Complaint[] => {
			const actual = field === 'bands' ? toBandTexts(result.bands) : result[field as keyof ScaleScore];
			const wanted = field === 'bands' ? toBandTexts(expected.bands ?? []) : value;
			if (isSame(wanted, actual)) return [];
			const message = `Väntat ${toText(wanted)}, men poängsättningen ger ${toText(actual)}. Rätta fallet eller reglerna.`;
			return [{ path: [...path, field], rule: 'reference-case-mismatch', message }];
		});
}

function toBandTexts(bands: readonly { set: string; label: string }[]): string {
	return bands
		.map(({ set, label }) => `${set}: ${label}`)
		.sort()
		.join(' + ');
}

function isSame(wanted: unknown, actual: unknown): boolean {
	if (typeof wanted !== 'number' || typeof actual !== 'number') return wanted === actual;
	return Math.abs(wanted - actual) <= tolerance * Math.max(1, Math.abs(wanted));
}

function toText(value: unknown): string {
	return value === '' ? 'inget intervall' : String(value);
}

/** A rule that only complete forms have tried says nothing of what happens when an answer is missing. */
function lintCoverage(scale: string, outcomes: readonly Outcome[]): Complaint[] {
	const results = outcomes.filter((outcome) => outcome.scale === scale).map(({ result }) => result);
	const path = ['cases'];
	const found: Complaint[] = [];
	if (!results.some(({ score, isProrated }) => score !== null && !isProrated)) {
		const message = `Skalan "${scale}" saknar ett fall där alla frågor är besvarade. Lägg till ett med källa.`;
		found.push({ path, rule: 'reference-case-complete-missing', message });
	}
	if (!results.some((result) => result.answered < result.itemCount && result.reason !== 'invalid-answer')) {
		const message = `Skalan "${scale}" saknar ett fall där ett svar saknas. Lägg till ett med källa.`;
		found.push({ path, rule: 'reference-case-missing-missing', message });
	}
	return found;
}
