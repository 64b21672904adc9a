import { isEasyRead, plainLanguage } from '#lib/shared/easy-read.ts';
import type { InstrumentFile } from './instrument-file.ts';
import type { Complaint } from './lint-finding.ts';
import { listQuestions } from './list-questions.ts';
import type { LocalText, Option, Question, Questionnaire } from './questionnaire.ts';
import { listSourceIds } from './source-ids.ts';

/**
 * What an easy-to-read track must be (Verva, 24-timmarswebben, guideline 4.3.1): made by whoever owns the words, whole
 * (`text-language-missing` sees to that), one sentence on each line, without negations, and with few answers in words. What is
 * pointed at is the question; the track lies in `survey.json`.
 */
export function lintEasyRead(file: InstrumentFile, questionnaire: Questionnaire): Complaint[] {
	const tags = questionnaire.languages.filter(isEasyRead);
	if (tags.length === 0) {
		const message = 'Formuläret har ingen lättläst text. Ta bort easyRead, eller skriv texterna under sv-simple.';
		return file.easyRead ? [{ path: ['easyRead'], rule: 'easy-read-empty', message }] : [];
	}
	if (!file.easyRead) {
		const message = 'Formuläret har en lättläst text. Skriv i easyRead vem som har skrivit den.';
		return [{ path: [], rule: 'easy-read-unsaid', message }];
	}
	return [
		...lintOwner(file, file.easyRead.source),
		...tags.flatMap((tag) => lintTrack(questionnaire, tag))
	];
}

/** Nobody but the owner writes another text for a form that is standardised or may not be changed. */
function lintOwner({ standardised, rights, sources }: InstrumentFile, source: string): Complaint[] {
	if (!standardised && rights.mayEdit) return [];
	const [first] = listSourceIds(source);
	if (sources.find(({ id }) => id === first)?.evidence === 'V1') return [];
	const message =
		'Bara den som äger ett standardiserat formulär gör en lättläst text av det. Ange ägarens utgåva som källa (V1), eller ta bort texten.';
	return [{ path: ['easyRead', 'source'], rule: 'easy-read-not-owners', message }];
}

function lintTrack(questionnaire: Questionnaire, tag: string): Complaint[] {
	const base = plainLanguage(tag);
	if (!questionnaire.languages.includes(base)) {
		const message = `Den lättlästa texten ”${tag}” står bredvid en vanlig på ”${base}”, som saknas.`;
		return [{ path: ['easyRead'], rule: 'easy-read-alone', message }];
	}
	return listQuestions(questionnaire).flatMap((question) => [
		...lintSentences(question, question.title, tag),
		...lintSentences(question, question.help, tag),
		...lintAnswers(question)
	]);
}

const negations = /(?:^|[^\p{L}])(?:inte|ej|icke|aldrig|ingen|inget|inga|utan|varken|not|never|no)(?!\p{L})/iu;
/** A sentence that ends before its line does. */
const severalOnOneLine = /[.!?][ \t]+\S/u;

function lintSentences(question: Question, text: LocalText | null, tag: string): Complaint[] {
	const words = text?.[tag] ?? '';
	const found: Complaint[] = [];
	const complain = (rule: string, message: string) =>
		found.push({ path: ['easyRead'], rule, message: `Frågan ”${question.name}”: ${message}` });
	if (severalOnOneLine.test(words)) complain('easy-read-line', 'skriv en mening på varje rad (\\n mellan dem).');
	if (negations.test(words)) complain('easy-read-negation', `skriv frågan utan nekande ord: ”${words}”.`);
	return found;
}

/** At most five steps to choose among, each with words; a list to pick several from is no scale. */
function lintAnswers(question: Question): Complaint[] {
	if (question.kind !== 'radiogroup' && question.kind !== 'rating') return [];
	const answers = question.options.filter(({ role }) => role === 'answer');
	if (answers.length <= 5 && answers.every(hasWords)) return [];
	const message = `Frågan ”${question.name}”: en lättläst fråga har högst fem svar, alla med ord.`;
	return [{ path: ['easyRead'], rule: 'easy-read-answers', message }];
}

const hasWords = ({ label }: Option): boolean => label !== null;
