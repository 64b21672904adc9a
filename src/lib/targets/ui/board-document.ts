/** Underlag för nämnd: one document with the figures, what they rest on, how they were made and what they do not say. */
import { caterpillarFigure } from '#lib/charts/caterpillar-figure.ts';
import { findDisclosureRule } from '#lib/outcomes/disclosure/disclosure-rules.ts';
import { m } from '#lib/paraglide/messages.js';
import type { NumberLanguage } from '#lib/shared/decimal.ts';
import type { DocumentBlock, DocumentTable, PrintedDocument } from '#lib/shared/document.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { AssessedGoal } from '../assess-targets.ts';
import type { BoardGoal, BoardView } from './board-view.ts';
import { evidenceWords, intervalTexts, meanText, targetText, tooFewWords } from './cell-words.ts';
import { toDistributionParts } from './distribution-parts.ts';
import { toGoalChart, type GoalResult } from './goal-chart.ts';
import { listGoalResults } from './goal-results.ts';
import { toGoalFunnel } from './goal-funnel.ts';
import { responseCell, responseText, shareText } from './response-words.ts';
import { writeMinutesText } from './minutes-text.ts';
import { describeOutcome } from './outcome-words.ts';

export interface DocumentInput {
	readonly view: BoardView;
	/** Earlier years with targets under the same act, in order; each judged against its own. */
	readonly earlier: readonly BoardView[];
	readonly boardName: string;
	/** Whether it holds one provider's own results only. */
	readonly isOwn: boolean;
	readonly madeOn: LocalDate;
	readonly madeAt: Date;
	readonly language: NumberLanguage;
}

const lawNames = { sol: m.board_law_sol, lss: m.board_law_lss };

export function toBoardDocument(input: DocumentInput): PrintedDocument {
	const { view, boardName, isOwn, madeAt, madeOn, language } = input;
	const title = isOwn
		? m.board_document_own_title({ year: view.year })
		: m.board_document_title({ year: view.year });
	return {
		title,
		language,
		author: boardName,
		footer: m.board_document_footer({ title, date: madeOn }),
		pageOf: (page, pages) => m.board_document_page({ page, pages }),
		madeAt,
		blocks: [{ kind: 'heading', level: 1, text: title }, ...listBlocks(input)]
	};
}

function listBlocks(input: DocumentInput): DocumentBlock[] {
	const { view, boardName, isOwn, madeOn, language } = input;
	const { table } = view;
	return [
		{
			kind: 'facts',
			facts: [
				{ term: m.board_document_board(), value: boardName },
				{ term: m.board_filter_law(), value: lawNames[view.law]() },
				{ term: m.board_filter_year(), value: String(view.year) },
				{ term: m.board_document_made(), value: madeOn }
			]
		},
		heading(2, m.board_document_summary_title()),
		{ kind: 'paragraph', text: describeOutcome(table, isOwn ? 'own' : 'board'), tone: 'strong' },
		heading(2, m.board_document_decisions_title()),
		toDecisionTable(view, language),
		heading(2, m.board_table_title()),
		toOverview(view, language),
		...[
			...new Set(
				view.goals.map(({ instrument, version }) =>
					m.board_source_note({ instrument, version, year: view.year })
				)
			)
		].map((text): DocumentBlock => ({ kind: 'paragraph', text, tone: 'note' })),
		...table.goals.flatMap((goal, index) => toGoalBlocks(input, goal, index)),
		...toTrendBlocks(input),
		...toMethodBlocks(view, language)
	];
}

function heading(level: 2 | 3, text: string): DocumentBlock {
	return { kind: 'heading', level, text };
}

function toDecisionTable({ year, table, goals }: BoardView, language: NumberLanguage): DocumentTable {
	return {
		kind: 'table',
		caption: m.board_document_decisions_caption({ year }),
		columns: [
			{ label: m.board_document_column_goal(), width: 3 },
			{ label: m.board_document_column_question(), width: 4 },
			{ label: m.board_document_column_points(), width: 2, align: 'end' },
			{ label: m.board_document_column_decision(), width: 3 }
		],
		rows: table.goals.map(({ target, scale }, index) => [
			goals[index]?.name ?? target.goal,
			goals[index]?.question ?? m.board_goal_no_wording(),
			m.board_document_points({
				target: targetText(target, language),
				lowest: scale.lowest,
				highest: scale.highest
			}),
			m.board_document_decided({ date: target.decidedOn, reference: target.decisionReference })
		])
	};
}

/** Tabell 6: the rule's answer for each provider and goal. What it rests on follows goal by goal. */
function toOverview({ year, table, goals }: BoardView, language: NumberLanguage): DocumentTable {
	return {
		kind: 'table',
		caption: m.board_document_overview_caption({ year }),
		columns: [
			{ label: m.board_column_provider(), width: 2 },
			...table.goals.map(({ target }, index) => ({ label: goals[index]?.name ?? target.goal, width: 1.4 }))
		],
		rows: table.rows.map(({ provider, cells }) => [
			provider.name,
			...table.goals.map(({ target }, index) => {
				const cell = cells[index];
				if (cell?.kind !== 'shown') return cell?.symbol ?? '..';
				const verdict = cell.value.isMet ? m.board_met() : m.board_not_met();
				return `${meanText(cell.value, target, language)} ${verdict}`;
			})
		])
	};
}

function toGoalBlocks({ view, language }: DocumentInput, goal: AssessedGoal, index: number): DocumentBlock[] {
	const wording = view.goals[index];
	if (!wording) return [];
	const results = listGoalResults(view.table.rows, index);
	const chart = toGoalChart(goal, results, language);
	const funnel = toGoalFunnel(wording.name, goal, results, language);
	return [
		heading(2, m.board_document_goal_title({ number: index + 1, goal: wording.name })),
		...toQuestion(wording),
		caterpillarFigure(chart.input, chart.summary),
		toEvidenceTable(goal, wording, results, language),
		...toDistribution(goal, wording),
		...(funnel
			? [
					{ kind: 'paragraph' as const, text: `${funnel.finding}.`, tone: 'strong' as const },
					{ kind: 'paragraph' as const, text: m.board_funnel_lead() }
				]
			: []),
		heading(3, m.board_texts_title()),
		...results.map(({ provider, cell, response }): DocumentBlock => {
			const { verdict, basis } = writeMinutesText({
				provider,
				goalName: wording.name,
				goal,
				cell,
				response,
				language
			});
			// Not every letter of a document has the sign for it.
			return { kind: 'paragraph', text: `${verdict} ${basis}`.trim().replace('≥', '>=') };
		})
	];
}

/** The rule and what it rests on, side by side. */
function toEvidenceTable(
	goal: AssessedGoal,
	{ name }: BoardGoal,
	results: readonly GoalResult[],
	language: NumberLanguage
): DocumentTable {
	return {
		kind: 'table',
		caption: m.board_document_evidence_caption({
			goal: name,
			year: goal.target.year,
			target: targetText(goal.target, language)
		}),
		columns: [
			{ label: m.board_column_provider(), width: 2.4 },
			{ label: m.board_trend_row_mean() },
			{ label: m.board_document_column_rule(), width: 1.2 },
			{ label: m.board_table_answers() },
			{ label: m.board_document_column_skipped(), width: 1.3 },
			{ label: m.board_table_response(), width: 1.8 },
			{ label: m.board_table_interval(), width: 1.8 },
			{ label: m.board_column_evidence(), width: 2.6 }
		],
		rows: results.map(({ provider, cell, response }) => {
			if (cell.kind === 'hidden') {
				const { symbol } = cell;
				return [provider, symbol, m.board_unjudged(), symbol, symbol, symbol, symbol, tooFewWords()];
			}
			const { value } = cell;
			const ends = intervalTexts(value.evidence, goal, language);
			return [
				provider,
				meanText(value, goal.target, language),
				value.isMet ? m.board_met() : m.board_not_met(),
				String(value.n),
				String(value.itemMissing),
				responseCell(response, language),
				ends ? m.board_interval(ends) : '–',
				evidenceWords(value.evidence)
			];
		})
	};
}

function toQuestion({ question, help }: BoardGoal): DocumentBlock[] {
	const text = question === null ? m.board_goal_no_wording() : m.board_quote({ text: question });
	return [
		{ kind: 'paragraph', text: `${m.board_goal_question()}: ${text}` },
		...(help
			? [{ kind: 'paragraph' as const, text: `${m.board_goal_help()}: ${m.board_quote({ text: help })}` }]
			: [])
	];
}

function toDistribution({ pooled }: AssessedGoal, { answers }: BoardGoal): DocumentBlock[] {
	if (pooled.kind !== 'shown') return [];
	const { value } = pooled;
	const parts = toDistributionParts(value, answers).map(({ name, text }) => `${name}: ${text}`);
	const note = m.board_distribution_note({
		answers: m.board_answers({ count: value.n }),
		needed: value.smallestGroup
	});
	return [{ kind: 'paragraph', text: `${m.board_distribution_title()}: ${parts.join(', ')}. ${note}` }];
}

/** Each year against the target it had. A provider or goal that is new has a dash before. */
function toTrendBlocks({ view, earlier, language }: DocumentInput): DocumentBlock[] {
	const years = [...earlier, view];
	if (years.length < 2) return [];
	const tables = view.table.goals.flatMap(({ target }, index): DocumentBlock[] => {
		const name = view.goals[index]?.name ?? target.goal;
		const columns = years.map(({ year, table }) => {
			const at = table.goals.findIndex(
				(goal) => goal.target.instrumentId === target.instrumentId && goal.target.item === target.item
			);
			return { year, goal: table.goals[at], rows: table.rows, at };
		});
		return [
			{
				kind: 'table',
				caption: m.board_document_trend_title({ goal: name }),
				columns: [
					{ label: m.board_column_provider(), width: 2 },
					...columns.map(({ year, goal }) => ({
						label: goal
							? m.board_document_trend_column({ year, target: targetText(goal.target, language) })
							: String(year),
						width: 1.6
					}))
				],
				rows: view.table.rows.map(({ provider }) => [
					provider.name,
					...columns.map(({ goal, rows, at }) => {
						const cell = rows.find((row) => row.provider.id === provider.id)?.cells[at];
						if (!goal || !cell) return '–';
						if (cell.kind === 'hidden') return cell.symbol;
						const verdict = cell.value.isMet ? m.board_met() : m.board_not_met();
						return `${meanText(cell.value, goal.target, language)} ${verdict}`;
					})
				])
			}
		];
	});
	return [
		heading(2, m.board_trend_title()),
		{ kind: 'paragraph', text: m.board_document_trend_lead() },
		...tables
	];
}

function toMethodBlocks({ table, goals }: BoardView, language: NumberLanguage): DocumentBlock[] {
	const cells = table.rows.flatMap((row) => row.cells);
	const hiddenCount = cells.filter(({ kind }) => kind === 'hidden').length;
	const skipped = cells.reduce((sum, cell) => sum + (cell.kind === 'shown' ? cell.value.itemMissing : 0), 0);
	const rules = table.goals.map(({ scale }) =>
		findDisclosureRule({ audience: 'board', isSensitive: scale.isSensitive })
	);
	const few = Math.max(5, ...rules.map((rule) => rule.smallestGroup));
	const known = Math.max(10, ...rules.map((rule) => rule.smallestKnownGroup));
	return [
		heading(2, m.board_document_method_title()),
		{
			kind: 'list',
			items: [
				m.board_document_method_rule(),
				m.board_document_method_interval({ known }),
				m.board_document_method_once({ few }),
				m.board_document_method_order()
			]
		},
		heading(2, m.board_document_loss_title()),
		{ kind: 'paragraph', text: m.board_document_loss({ skipped }) },
		...listResponses(table.goals, goals, language),
		...(hiddenCount > 0
			? [{ kind: 'paragraph' as const, text: m.board_document_hidden({ count: hiddenCount }) }]
			: []),
		heading(2, m.board_document_limits_title()),
		{
			kind: 'list',
			items: [m.board_document_limits_cause(), m.board_document_limits_mix(), m.board_document_limits_loss()]
		}
	];
}

/** Each form's response rate once, with the stricter one in the note. */
function listResponses(
	assessed: readonly AssessedGoal[],
	goals: readonly BoardGoal[],
	language: NumberLanguage
): DocumentBlock[] {
	const forms = [...new Set(assessed.map(({ target }) => target.instrumentId))];
	return forms.map((instrumentId): DocumentBlock => {
		const at = assessed.findIndex(
			({ target, response }) => target.instrumentId === instrumentId && Boolean(response)
		);
		const first = assessed.findIndex(({ target }) => target.instrumentId === instrumentId);
		const form = goals[first]?.instrument ?? instrumentId;
		const response = assessed[at]?.response;
		if (!response) return { kind: 'paragraph', text: m.board_document_response_unknown({ form }) };
		const { providers, rr1 } = response;
		const words = { form, providers, response: responseText(response, language) };
		const strict = rr1?.kind === 'shown' ? shareText(rr1.value, language) : (rr1?.symbol ?? '..');
		return { kind: 'paragraph', text: m.board_document_response({ ...words, strict }) };
	});
}
