/** From a stored response to the record of it: the questions with the wording they had, and the answers given. */
import type { AnsweredQuestion, RecordedScore } from '#lib/cases/ui/record.ts';
import type { CaseResponse } from '#lib/collection/administration.ts';
import { listPaperRows, printedCode, type PaperRow } from '#lib/collection/paper.ts';
import { listAskedQuestions } from '#lib/collection/paper-gaps.ts';
import { findRisks } from '#lib/instruments/find-risks.ts';
import type { Instrument, Scale } from '#lib/instruments/instrument.ts';
import { listQuestions } from '#lib/instruments/list-questions.ts';
import type { Answers, Code, Option } from '#lib/instruments/questionnaire.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ScaleScore } from '#lib/scoring/score.ts';
import { bandWords } from '../../band-words.ts';
import { capitalise, pointsText } from '../../../../../number-words.ts';
import { scoreNotes, whyNoScore } from '../../score-words.ts';

/** Every question of the form with its answer, in the form's order and the language it was answered in. */
export function toAnsweredQuestions(
	instrument: Instrument,
	{ answers, language, unanswered }: Pick<CaseResponse, 'answers' | 'language' | 'unanswered'>
): AnsweredQuestion[] {
	const asked = listAskedQuestions(instrument.questionnaire, answers);
	const leads = listLeads(instrument, language);
	const risks = new Map(findRisks(instrument, answers).map((risk) => [risk.item, risk.text]));
	return listPaperRows(instrument)
		.filter((row) => row.number !== '' || answers[row.question] !== undefined)
		.map((row) => {
			const codes = codesOf(row, answers);
			return {
				key: row.name,
				lead: leads.get(row.name) ?? null,
				number: row.number,
				question: questionWords(row, instrument, language),
				answers: codes.map((code) => answerWords(code, row, language)),
				why:
					codes.length > 0 ? null : (unanswered[row.name] ?? (asked.has(row.question) ? null : 'not-shown')),
				attention: textIn(risks.get(row.name) ?? null, language)
			};
		});
}

/** What stands before a question: the form's instruction before the first, a page's words before its first. */
function listLeads({ questionnaire }: Instrument, language: string): ReadonlyMap<string, string> {
	const leads = new Map<string, string>();
	let before = textIn(questionnaire.description, language);
	let last = '';
	for (const page of questionnaire.pages) {
		const [question] = listQuestions({ ...questionnaire, pages: [page] });
		const first = question?.kind === 'matrix' ? `${question.name}.${question.rows[0]?.name}` : question?.name;
		const words = [before, textIn(page.title, language), textIn(page.description, language)];
		const lead = words.filter((text) => text !== null).join(' ');
		// Said once where page after page says the same (PHQ-9 has one question a page).
		if (first && lead !== '' && lead !== last) leads.set(first, lead);
		last = lead;
		before = null;
	}
	return leads;
}

/** The answers of a version that is no longer loaded: names and codes are all that is known. */
export function toBareAnswers(answers: Answers): AnsweredQuestion[] {
	return Object.entries(answers).map(([name, value]) => ({
		key: name,
		lead: null,
		number: name,
		question: null,
		answers: [{ text: typeof value === 'object' ? JSON.stringify(value) : String(value), code: null }],
		why: null,
		attention: null
	}));
}

/** A matrix row says both the matrix's question and its own words. */
function questionWords(row: PaperRow, { questionnaire }: Instrument, language: string): string | null {
	const own = textIn(row.label, language);
	if (row.matrixRow === null) return own ?? (row.number === '' ? m.staff_paper_field_comment_label() : null);
	const matrix = questionnaire.pages
		.flatMap((page) => page.elements)
		.find((element) => element.name === row.question);
	const shared = textIn(matrix?.title ?? null, language);
	return shared === null ? own : `${shared} ${own ?? ''}`.trim();
}

function codesOf(row: PaperRow, answers: Answers): readonly Code[] {
	const answer = answers[row.question];
	if (answer === undefined) return [];
	if (row.matrixRow !== null) {
		const code = (answer as Readonly<Record<string, Code>>)[row.matrixRow];
		return code === undefined ? [] : [code];
	}
	return Array.isArray(answer) ? (answer as readonly Code[]) : [answer as Code];
}

function answerWords(code: Code, row: PaperRow, language: string): { text: string; code: string | null } {
	const option: Option | undefined = row.options.find((candidate) => candidate.code === code);
	const printed = printedCode({ code });
	if (!option) return { text: printed, code: null };
	const label = textIn(option.label, language);
	return label === null || label === printed ? { text: printed, code: null } : { text: label, code: printed };
}

/** The scores with the verdicts of the limits used in results. */
export function toRecordedScores(
	scales: readonly Scale[],
	scores: Readonly<Record<string, ScaleScore>>,
	language: 'sv' | 'en'
): RecordedScore[] {
	return scales.flatMap((scale) => {
		const score = scores[scale.name];
		if (!score) return [];
		const outOf = m.staff_compare_out_of({ highest: pointsText(scale.highest) });
		const bands = score.bands.map((band) => {
			const set = scale.bandSets.find(({ id }) => id === band.set);
			return `${capitalise(bandWords(band, set))} · ${textIn(set?.title ?? null, language) ?? band.set}`;
		});
		const why = whyNoScore(score);
		return [
			{
				key: scale.name,
				scale: textIn(scale.title, language) ?? scale.name,
				score: score.score === null ? m.staff_compare_no_score() : `${pointsText(score.score)} ${outOf}`,
				bands,
				notes: [...(why === null ? [] : [why]), ...scoreNotes(score)]
			}
		];
	});
}
