/** One administration as a fixed document for the personakt: who, when, with what, the exact words, answers and scores. */
import type { AnsweredQuestion, RecordedScore } from '#lib/cases/ui/record.ts';
import { m } from '#lib/paraglide/messages.js';
import type { DocumentBlock, DocumentFact, PrintedDocument } from '#lib/shared/document.ts';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { answersTable } from './answers-table.ts';

export interface ResponseRecord {
	readonly title: string;
	readonly boardName: string;
	readonly caseNumber: string;
	readonly instrumentName: string;
	readonly facts: readonly DocumentFact[];
	/** Corrections and restrictions, each a sentence. */
	readonly remarks: readonly string[];
	readonly scores: readonly RecordedScore[];
	readonly questions: readonly AnsweredQuestion[];
	/** The language of the questions. */
	readonly language: string;
	readonly notices: readonly string[];
	/** Who asked for the document. */
	readonly madeBy: string;
}

interface Making {
	readonly madeAt: Date;
	/** Of the document's own words. */
	readonly language: string;
	/** Said when the file's letters do not have all that was written. */
	readonly isLettersMissing: boolean;
}

export function toRecordDocument(record: ResponseRecord, making: Making): PrintedDocument {
	const day = toLocalDate(making.madeAt);
	const attentions = record.questions.flatMap(({ number, attention }) =>
		attention === null ? [] : m.results_record_attention({ number, text: attention })
	);
	return {
		title: m.results_record_document({ title: record.title, caseNumber: record.caseNumber }),
		language: making.language,
		author: record.boardName,
		footer: m.results_record_footer({
			instrument: record.instrumentName,
			caseNumber: record.caseNumber,
			day,
			name: record.madeBy
		}),
		pageOf: (page, pages) => m.results_page_of({ page, pages }),
		madeAt: making.madeAt,
		blocks: [
			{ kind: 'heading', level: 1, text: record.title },
			{ kind: 'facts', facts: record.facts },
			...[...record.remarks, ...attentions].map(strong),
			...(making.isLettersMissing ? [strong(m.results_record_letters())] : []),
			...toScores(record.scores),
			{ kind: 'heading', level: 2, text: m.staff_response_answers() },
			answersTable(record.questions, record.language),
			...record.notices.map((text): DocumentBlock => ({ kind: 'paragraph', text, tone: 'note' })),
			{ kind: 'paragraph', text: m.results_record_limits(), tone: 'note' }
		]
	};
}

const strong = (text: string): DocumentBlock => ({ kind: 'paragraph', text, tone: 'strong' });

function toScores(scores: readonly RecordedScore[]): DocumentBlock[] {
	if (scores.length === 0) return [];
	return [
		{ kind: 'heading', level: 2, text: m.staff_response_scores() },
		{
			kind: 'table',
			caption: m.results_record_scores({ count: scores.length }),
			columns: [
				{ label: m.staff_compare_scale(), width: 1.4 },
				{ label: m.staff_response_scores(), width: 0.8 },
				{ label: m.staff_instrument_bands(), width: 2.6 }
			],
			rows: scores.map(({ scale, score, bands, notes }) => [
				scale,
				score,
				[...notes, ...bands].join('\n') || '–'
			])
		}
	];
}
