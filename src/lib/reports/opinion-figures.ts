import { listQuestions } from '#lib/instruments/list-questions.ts';
import { codesOf } from './codes-of.ts';
import { countFigure } from './count-figure.ts';
import type { CountsFigure, FigureInput } from './report-figure.ts';

/** What the clients answered, a figure a question that somebody was asked. */
export function opinionFigures({ cases, by, rule, opinion }: FigureInput): readonly CountsFigure[] {
	const questions = opinion ? listQuestions(opinion.questionnaire) : [];
	const asked = questions.filter(({ name }) => cases.some((one) => codesOf(one.opinion, name).length > 0));
	const answered = cases.filter((one) => one.opinion !== null);
	return asked.map((question) => {
		const { name } = question;
		const codes = 'options' in question ? question.options.map(({ code }) => String(code)) : [];
		return countFigure({
			key: name,
			drawn: 'stack',
			names: { kind: 'question', instrumentId: opinion?.id ?? '', question: name },
			rows: answered,
			valuesOf: (one) => codesOf(one.opinion, name),
			order: codes,
			by,
			rule,
			unit: 'responses'
		});
	});
}
