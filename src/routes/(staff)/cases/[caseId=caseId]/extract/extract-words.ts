/** From an extract's rows to words: headings, names for ids and codes, questions for answers. */
import type { Actor } from '#lib/access/actor.ts';
import { listActions } from '#lib/audit/ui/action-words.ts';
import type { AnswerLayers } from '#lib/collection/answer-layers.ts';
import { wordsForEmpty, type AnsweredQuestion } from '#lib/cases/ui/record.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import type { Answers } from '#lib/instruments/questionnaire.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { m } from '#lib/paraglide/messages.js';
import { findColumnHeading, isTechnical, tableHeadings } from '#lib/rights/extract-headings.ts';
import type { ExtractEntry, ExtractValue, ExtractView } from '#lib/rights/extract-view.ts';
import type { ExtractRecipient, ExtractRow, ExtractVisit, RegisterExtract } from '#lib/rights/extract.ts';
import type { AppliedBand, InstrumentScores } from '#lib/scoring/score.ts';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { workWord } from '../../../../(log-review)/log-review/log-review-words.ts';
import { answerLayerWords } from '../../../../answer-layer-words.ts';
import { codeWord } from './code-words.ts';
import { pointsText } from '../../../../number-words.ts';
import { toAnsweredQuestions, toBareAnswers } from '../responses/[responseId=responseId]/record-view.ts';

interface Context {
	/** The version that was answered, with the wording that the board has; null when it is no longer loaded. */
	readonly findWorded: (id: string, version: string) => Instrument | null;
	readonly locale: 'sv' | 'en';
	readonly boardName: string;
	readonly actor: Actor;
}

const recipientWords: Record<ExtractRecipient, () => string> = {
	'the-person': m.rights_extract_recipient_the_person,
	'legal-representative': m.rights_extract_recipient_legal_representative,
	internal: m.rights_extract_recipient_internal
};
export const recipientLabel = (recipient: ExtractRecipient): string => recipientWords[recipient]();

const kindWords: Record<ExtractVisit['actorKind'], () => string> = {
	staff: m.rights_extract_kind_staff,
	respondent: m.rights_extract_kind_respondent,
	system: m.rights_extract_kind_system
};

/** The extract in words: ids and checksums left out, everything else there. */
export function toExtractView(extract: RegisterExtract, context: Context): ExtractView {
	const lookup = makeLookup(extract, context);
	return {
		title: m.rights_extract_of({ number: extract.clientNumber }),
		facts: [
			{ term: m.rights_extract_fact_made(), value: extract.madeOn },
			{ term: m.rights_extract_fact_recipient(), value: recipientLabel(extract.recipient) },
			{ term: m.rights_extract_fact_cases(), value: extract.caseNumbers.join(', ') },
			{ term: m.rights_extract_fact_stamp(), value: extract.stamp }
		],
		notes: [m.rights_extract_about({ board: context.boardName }), m.rights_extract_technical()],
		isPartBecause:
			extract.casesElsewhere === 0
				? null
				: m.rights_extract_elsewhere_text({ count: extract.casesElsewhere }),
		sections: extract.tables.map(({ name, rows }) => ({
			key: name,
			title: tableHeadings[name]?.() ?? name,
			entries: rows.map((row, index) => toEntry({ name, row, index, count: rows.length }, lookup))
		})),
		readers: extract.visits.map(({ day, caseNumber, actorKind, actions, workContext }, index) => ({
			key: String(index),
			day,
			caseNumber,
			who: kindWords[actorKind](),
			what: listActions(actions),
			why: workWord(workContext)
		}))
	};
}

interface Lookup extends Context {
	readonly names: Readonly<Record<string, string>>;
	/** The administration that a row belongs to, itself or through its response. */
	readonly administrationOf: (row: ExtractRow) => ExtractRow | undefined;
	readonly responseOf: (row: ExtractRow) => ExtractRow | undefined;
}

function makeLookup({ tables, names }: RegisterExtract, context: Context): Lookup {
	const byId = (name: string): ReadonlyMap<unknown, ExtractRow> =>
		new Map(tables.find((table) => table.name === name)?.rows.map((row) => [row['id'], row]));
	const [administrations, responses] = [byId('administrations'), byId('responses')];
	const responseOf = (row: ExtractRow) => responses.get(row['response_id'] ?? row['id']);
	const administrationOf = (row: ExtractRow) =>
		administrations.get(responseOf(row)?.['administration_id'] ?? row['id']);
	return { ...context, names, administrationOf, responseOf };
}

interface Place {
	readonly name: string;
	readonly row: ExtractRow;
	readonly index: number;
	readonly count: number;
}

function toEntry({ name, row, index, count }: Place, lookup: Lookup): ExtractEntry {
	const facts = Object.entries(row).flatMap(([column, value]) => {
		if (value === null || isTechnical(column)) return [];
		const term = findColumnHeading(name, column) ?? column;
		return [{ term, value: toValue(`${name}.${column}`, value, row, lookup) }];
	});
	const title = titleOf(name, row, lookup) ?? m.rights_extract_row({ number: index + 1, count });
	// What takes several lines stands last.
	const inOrder = [
		...facts.filter(({ value }) => typeof value === 'string'),
		...facts.filter(({ value }) => typeof value !== 'string')
	];
	return { key: String(row['id'] ?? index), title, facts: inOrder };
}

/** What the row is about, where that is known: the case, the intervention, the form and when it was given. */
function titleOf(name: string, row: ExtractRow, lookup: Lookup): string | null {
	if (name === 'clients') return String(row['client_number']);
	if (name === 'cases') return String(row['case_number']);
	if (name === 'interventions') return String(row['name']);
	const administration = lookup.administrationOf(row);
	if (!administration) return null;
	const instrument = instrumentOf(row, lookup);
	const parts = [
		textIn(instrument?.shortTitle ?? null, lookup.locale) ?? String(administration['instrument_id']),
		codeWord('occasion', String(administration['occasion']), lookup.locale).toLocaleLowerCase('sv')
	];
	const day = lookup.responseOf(row)?.['answered_on'];
	const scale = name === 'scores' ? `: ${scaleName(String(row['scale']), instrument, lookup)}` : '';
	return `${parts.join(', ')}${typeof day === 'string' ? ` ${day}` : ''}${scale}`;
}

function instrumentOf(row: ExtractRow, { administrationOf, findWorded }: Lookup): Instrument | null {
	const of = administrationOf(row);
	return of ? findWorded(String(of['instrument_id']), String(of['instrument_version'])) : null;
}

function scaleName(scale: string, instrument: Instrument | null, { locale }: Lookup): string {
	return textIn(instrument?.scales.find(({ name }) => name === scale)?.title ?? null, locale) ?? scale;
}

/** Columns that hold more than a text; whatever else there is, is shown as it stands. */
function toValue(column: string, value: unknown, row: ExtractRow, lookup: Lookup): ExtractValue {
	switch (column) {
		case 'responses.answers':
		case 'response_corrections.answers_before':
			return answerLines(value as Answers, row, lookup);
		case 'responses.answer_layers':
			return answerLayerWords(
				{ language: String(row['language']), answerLayers: value as AnswerLayers },
				lookup.locale
			);
		case 'response_corrections.scores_before':
			return (value as readonly InstrumentScores[]).flatMap((scored) => scoreLines(scored, row, lookup));
		case 'scores.bands':
		case 'scores.possible_bands':
			return (value as readonly AppliedBand[]).map(bandText).join('; ') || '–';
		case 'scores.scale':
			return scaleName(String(value), instrumentOf(row, lookup), lookup);
		case 'response_corrections.corrected_at':
			return toLocalDate(new Date(String(value)));
		case 'administrations.draft_answers':
			return m.rights_extract_withheld_draft();
		case 'administrations.instrument_id':
			return textIn(instrumentOf(row, lookup)?.title ?? null, lookup.locale) ?? String(value);
	}
	if (typeof value === 'boolean') return value ? m.rights_value_yes() : m.rights_value_no();
	// A year has no space in it.
	if (typeof value === 'number') return Number.isInteger(value) ? String(value) : pointsText(value);
	if (typeof value !== 'string') return JSON.stringify(value);
	return nameIn(value, lookup) ?? codeWord(column.split('.')[1] ?? '', value, lookup.locale);
}

/** Whoever makes the extract is named even where they have no account, as in the demo. */
function nameIn(id: string, { names, actor }: Lookup): string | undefined {
	return names[id] ?? (actor.kind === 'staff' && actor.staffId === id ? actor.name : undefined);
}

function answerLines(answers: Answers, row: ExtractRow, lookup: Lookup): ExtractValue {
	const instrument = instrumentOf(row, lookup);
	const language = String(lookup.responseOf(row)?.['language'] ?? lookup.locale);
	const questions = instrument
		? toAnsweredQuestions(instrument, { answers, language, unanswered: {} })
		: toBareAnswers(answers);
	return questions.map((question) => ({
		term: [question.number, question.question].filter(Boolean).join('. '),
		text: answerText(question)
	}));
}

function answerText(question: AnsweredQuestion): string {
	if (question.answers.length === 0) return wordsForEmpty(question);
	return question.answers
		.map(({ text, code }) => (code === null ? text : `${text} (${m.staff_response_code({ code })})`))
		.join(', ');
}

function scoreLines({ scales }: InstrumentScores, row: ExtractRow, lookup: Lookup) {
	return Object.entries(scales).map(([scale, { score }]) => ({
		term: scaleName(scale, instrumentOf(row, lookup), lookup),
		text: score === null ? m.staff_compare_no_score() : pointsText(score)
	}));
}

const bandText = ({ label, from, to }: AppliedBand): string =>
	m.rights_value_band({ label, from: pointsText(from), to: pointsText(to) });
