/** How the answers to one question are distributed, as one line of shares: all providers' together, or one provider's own. */
import type { Chart } from '#lib/charts/chart.ts';
import { drawStacks, stepsFor } from '#lib/charts/stacks-drawing.ts';
import { m } from '#lib/paraglide/messages.js';
import type { PooledAnswers } from '../pool-answers.ts';
import type { BoardGoal } from './board-view.ts';
import { toDistributionParts } from './distribution-parts.ts';

/** `answers` are all providers' together, `own-answers` one provider's. */
export type AnswersKey = 'answers' | 'own-answers';

/** Null where nobody has answered. */
export function toAnswersChart(
	key: AnswersKey,
	pooled: PooledAnswers,
	wording: Pick<BoardGoal, 'answers' | 'instrument' | 'name' | 'version'>,
	year: number
): Chart | null {
	const parts = toDistributionParts(pooled, wording.answers);
	const [best] = parts;
	if (!best || pooled.n === 0) return null;
	const paints = stepsFor(parts.length);
	const answers = m.board_answers({ count: pooled.n });
	const words = { answers, needed: pooled.smallestGroup };
	return {
		key,
		// The best answer's share, also where it is small: the same answer is told of every provider and year.
		title: m.board_answers_chart_title({ answer: capitalised(best.name), share: best.text }),
		lead: key === 'answers' ? m.board_distribution_title() : m.board_answers_chart_own({ ...wording, year }),
		summary: parts.map(({ name, text }) => `${name}: ${text}`).join('. '),
		note: [
			key === 'answers' ? m.board_distribution_note(words) : m.board_result_answers_note(words),
			m.board_answers_chart_from({ ...wording, year })
		].join(' '),
		table: {
			head: [m.board_answers_chart_answer(), m.board_answers_chart_share()],
			rows: parts.map(({ name, text }) => [name, text])
		},
		draw: (size) =>
			drawStacks(
				{
					parts: parts.map(({ name }, index) => ({ name, paint: paints[index] ?? 'step-5' })),
					rows: [
						{
							key,
							label: '',
							countText: answers,
							shares: parts.map(({ count }) => count / pooled.n),
							shareTexts: parts.map(({ text }) => text),
							hiddenText: ''
						}
					],
					hiddenMark: ''
				},
				size
			)
	};
}

const capitalised = (text: string): string => text.slice(0, 1).toLocaleUpperCase('sv') + text.slice(1);
