import type { Instrument, RiskItem } from './instrument.ts';
import type { Answers, Code } from './questionnaire.ts';

/** The risk items whose answer is one that a responsible person must see (PHQ-9 item 9), in the instrument's order. */
export function findRisks({ risks }: Pick<Instrument, 'risks'>, answers: Answers): RiskItem[] {
	return risks.filter(({ item, codes }) => listCodes(item, answers).some((code) => codes.includes(code)));
}

/** The codes an item is answered with; an item is a question's name or `matrix.row`. */
function listCodes(item: string, answers: Answers): readonly Code[] {
	const whole = answers[item];
	if (whole !== undefined && typeof whole !== 'object') return [whole];
	if (Array.isArray(whole)) return whole as readonly Code[];
	const [question = '', row = ''] = item.split('.', 2);
	const matrix = answers[question];
	if (typeof matrix !== 'object' || Array.isArray(matrix)) return [];
	const code = (matrix as Readonly<Record<string, Code>>)[row];
	return code === undefined ? [] : [code];
}
