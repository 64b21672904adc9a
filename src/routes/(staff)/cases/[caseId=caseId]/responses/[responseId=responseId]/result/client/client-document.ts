/** The client's own copy of the result, to take home. */
import type { AnsweredQuestion } from '#lib/cases/ui/record.ts';
import { scaleLineGeometry } from '#lib/charts/scale-line-geometry.ts';
import { m } from '#lib/paraglide/messages.js';
import type { DocumentBlock, DocumentFigure, FigureShape, PrintedDocument } from '#lib/shared/document.ts';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { answersTable } from '../../answers-table.ts';
import type { ClientScale } from './client-view.ts';

interface Shown {
	readonly boardName: string;
	readonly formName: string;
	readonly about: string;
	readonly scales: readonly ClientScale[];
	readonly questions: readonly AnsweredQuestion[];
	readonly language: string;
	readonly notices: readonly string[];
}

export function toClientDocument(
	shown: Shown,
	{ madeAt, language }: { readonly madeAt: Date; readonly language: string }
): PrintedDocument {
	const title = `${m.results_client_title()} – ${shown.formName}`;
	return {
		title,
		language,
		author: shown.boardName,
		footer: m.results_copy_footer({ board: shown.boardName, day: toLocalDate(madeAt) }),
		pageOf: (page, pages) => m.results_page_of({ page, pages }),
		madeAt,
		blocks: [
			{ kind: 'heading', level: 1, text: title },
			{ kind: 'paragraph', text: shown.about },
			...shown.scales.flatMap(toScaleBlocks),
			{ kind: 'paragraph', text: m.results_client_talk() },
			{ kind: 'heading', level: 2, text: m.results_client_answers() },
			answersTable(shown.questions, shown.language),
			...shown.notices.map((text): DocumentBlock => ({ kind: 'paragraph', text, tone: 'note' }))
		]
	};
}

function toScaleBlocks(scale: ClientScale): DocumentBlock[] {
	return [
		...(scale.title ? [{ kind: 'heading', level: 2, text: scale.title } as const] : []),
		{ kind: 'heading', level: scale.title ? 3 : 2, text: scale.points },
		toFigure(scale),
		...(scale.change ? [{ kind: 'paragraph', text: scale.change, tone: 'strong' } as const] : []),
		...scale.sentences.map((text): DocumentBlock => ({ kind: 'paragraph', text }))
	];
}

function toFigure(scale: ClientScale): DocumentFigure {
	const line = scaleLineGeometry(scale.line);
	const { y, left, right } = line;
	const upright = (x: number, half: number): FigureShape => ({
		kind: 'line',
		x1: x,
		x2: x,
		y1: y - half,
		y2: y + half,
		tone: 'line'
	});
	const words = (x: number, at: number, text: string, anchor: 'start' | 'middle' | 'end'): FigureShape => ({
		kind: 'text',
		x,
		y: at,
		text,
		size: 17,
		anchor,
		tone: 'soft'
	});
	return {
		kind: 'figure',
		alt: scale.summary,
		width: line.width,
		height: line.height,
		shapes: [
			{ kind: 'line', x1: left, x2: right, y1: y, y2: y, tone: 'line' },
			upright(left, 9),
			upright(right, 9),
			...line.limits.map((x) => upright(x, 6)),
			...(line.possible
				? ([
						{
							kind: 'rect',
							x: line.possible.x1,
							y: y - 5,
							width: line.possible.x2 - line.possible.x1,
							height: 10,
							tone: 'accent'
						}
					] as const)
				: []),
			...(line.before !== null && line.beforeLabel
				? [
						{ kind: 'dot', x: line.before, y, radius: 9, tone: 'soft' } as const,
						words(line.beforeLabel.x, line.beforeLabel.y, scale.beforeText, line.beforeLabel.anchor)
					]
				: []),
			...(line.now !== null && line.nowLabel
				? [
						{ kind: 'dot', x: line.now, y, radius: 12, tone: 'accent' } as const,
						words(line.nowLabel.x, line.nowLabel.y, scale.nowText, line.nowLabel.anchor)
					]
				: []),
			words(left, line.height - 6, scale.ends[0], 'start'),
			words(right, line.height - 6, scale.ends[1], 'end')
		]
	};
}
