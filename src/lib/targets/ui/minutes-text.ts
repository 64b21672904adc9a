/** A finished text for the board's minutes: the rule first, then what it rests on; neither softens the other. */
import { m } from '#lib/paraglide/messages.js';
import type { NumberLanguage } from '#lib/shared/decimal.ts';
import { countText } from '#lib/shared/ui/count-text.ts';
import type { CellAssessment, Evidence, JudgedCell } from '../assess-cell.ts';
import type { AssessedGoal } from '../assess-targets.ts';
import type { ResponseShare } from '../response-share.ts';
import { intervalTexts, meanText, targetText } from './cell-words.ts';
import { responseText } from './response-words.ts';

export interface MinutesText {
	readonly verdict: string;
	/** Empty when nothing is judged. */
	readonly basis: string;
}

interface Input {
	readonly provider: string;
	readonly goalName: string;
	readonly goal: Pick<AssessedGoal, 'target' | 'scale'>;
	readonly cell: CellAssessment;
	/** Null when it is not known how many were asked. */
	readonly response: ResponseShare | null;
	readonly language: NumberLanguage;
}

/** The verdict and its basis for one provider on one goal. */
export function writeMinutesText({
	provider,
	goalName,
	goal,
	cell: result,
	response,
	language
}: Input): MinutesText {
	if (result.kind === 'hidden') {
		return { verdict: m.board_text_too_few({ provider, goal: goalName }), basis: '' };
	}
	const cell = result.value;
	const mean = meanText(cell, goal.target, language);
	const words = { provider, goal: goalName, mean, target: targetText(goal.target, language) };
	const sentences = [
		basisSentence(cell, responseText(response, language)),
		evidenceSentence(cell.evidence, goal, language),
		...(cell.oneStepFlips ? [cell.isMet ? m.board_text_step_lower() : m.board_text_step_higher()] : [])
	];
	return {
		verdict: cell.isMet ? m.board_text_met(words) : m.board_text_not_met(words),
		basis: sentences.join(' ')
	};
}

function basisSentence({ n, itemMissing, withoutScore }: JudgedCell, response: string): string {
	const counts = { count: countText(n), skipped: countText(itemMissing), response };
	return withoutScore === 0
		? m.board_text_basis(counts)
		: m.board_text_basis_outside({ ...counts, outside: countText(withoutScore) });
}

function evidenceSentence(evidence: Evidence, goal: Input['goal'], language: NumberLanguage): string {
	if (evidence.kind === 'too-few-for-interval') return m.board_text_too_few_for_interval();
	const ends = intervalTexts(evidence, goal, language);
	if (evidence.kind === 'all-equal' || !ends) return m.board_text_all_equal();
	if (evidence.position === 'above') return m.board_text_above(ends);
	return evidence.position === 'below' ? m.board_text_below(ends) : m.board_text_not_separated(ends);
}
