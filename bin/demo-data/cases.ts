/**
 * Påhittade ärenden. No real person is meant: the numbers, dates and answers are made up to show what the program does:
 * an improvement, a decline, a missing answer, an unknown sex, a form with a risk answer, a case that waits.
 */
import type { Occasion } from '../../src/lib/cases/case.ts';
import type { Respondent } from '../../src/lib/instruments/instrument.ts';
import type { Answers } from '../../src/lib/instruments/questionnaire.ts';

export interface MadeUpResponse {
	readonly instrumentId: string;
	readonly occasion: Occasion;
	readonly respondent: Respondent;
	readonly on: string;
	readonly answers: Answers;
}

export interface MadeUpCase {
	readonly caseNumber: string;
	readonly clientNumber: string;
	readonly sex: 'female' | 'male' | null;
	readonly birthYear: number | null;
	/** Most have none: nothing in the program needs it. */
	readonly name?: string;
	readonly concern: string;
	readonly openedOn: string;
	readonly intervention: {
		readonly provider: string;
		readonly name: string;
		readonly decidedOn: string;
		readonly startedOn: string;
		readonly endedOn: string | null;
	};
	readonly responses: readonly MadeUpResponse[];
}

/** Codes in the form's order; a blank is a question without an answer. */
function answersOf(prefix: string, codes: readonly (number | null)[]): Answers {
	return Object.fromEntries(
		codes.flatMap((code, index) => (code === null ? [] : [[`${prefix}_${index + 1}`, code]]))
	);
}

const audit = (occasion: Occasion, on: string, codes: readonly (number | null)[]): MadeUpResponse => ({
	instrumentId: 'audit',
	occasion,
	respondent: 'client',
	on,
	answers: answersOf('audit', codes)
});

/** The client and a relative see the same support each in their own way; what they say is never put together. */
const supportAnswers = (
	respondent: 'client' | 'relative',
	on: string,
	codes: readonly (number | null)[]
): MadeUpResponse => ({
	instrumentId: 'simrishamn-lss',
	occasion: 'during',
	respondent,
	on,
	answers: answersOf('lss', codes)
});

/** The client's door in the demo leads to this one: AUDIT before is answered, after is waited for. */
export const doorCaseNumber = '2026-0142';

export const madeUpCases: readonly MadeUpCase[] = [
	{
		caseNumber: '2025-0098',
		clientNumber: 'K-1007',
		sex: 'female',
		birthYear: 1986,
		concern: 'Alkohol',
		openedOn: '2025-09-01',
		intervention: {
			provider: 'Öppenvården Linden (påhittad)',
			name: 'Återfallsprevention, grupp',
			decidedOn: '2025-09-12',
			startedOn: '2025-09-22',
			endedOn: '2026-09-30'
		},
		responses: [
			audit('before', '2025-09-15', [4, 2, 3, 2, 1, 1, 3, 2, 0, 4]),
			audit('after', '2026-10-05', [2, 1, 1, 0, 0, 0, 1, 0, 0, 2])
		]
	},
	{
		caseNumber: doorCaseNumber,
		clientNumber: 'K-1023',
		sex: 'male',
		birthYear: 1991,
		name: 'Påhittade Pär Exempelsson',
		concern: 'Alkohol',
		openedOn: '2026-05-04',
		intervention: {
			provider: 'Öppenvården Linden (påhittad)',
			name: 'Motiverande samtal',
			decidedOn: '2026-05-18',
			startedOn: '2026-05-25',
			endedOn: null
		},
		responses: [audit('before', '2026-05-11', [3, 3, 3, 1, 1, 0, 2, 1, 0, 2])]
	},
	{
		caseNumber: '2026-0031',
		clientNumber: 'K-1012',
		sex: 'male',
		birthYear: 2004,
		concern: 'Narkotika',
		openedOn: '2026-01-19',
		intervention: {
			provider: 'Ungdomsteamet Eken (påhittad)',
			name: 'Haschavvänjning',
			decidedOn: '2026-01-30',
			startedOn: '2026-02-09',
			endedOn: '2026-06-12'
		},
		responses: [
			{
				instrumentId: 'dudit',
				occasion: 'before',
				respondent: 'client',
				on: '2026-02-02',
				answers: answersOf('dudit', [3, 1, 2, 2, 2, 2, 1, 1, 2, 0, 4])
			},
			{
				instrumentId: 'dudit',
				occasion: 'after',
				respondent: 'client',
				on: '2026-06-15',
				answers: answersOf('dudit', [2, 0, 1, 1, 1, 1, 0, 0, 1, 0, 2])
			}
		]
	},
	{
		caseNumber: '2026-0057',
		clientNumber: 'K-1015',
		sex: null,
		birthYear: null,
		concern: 'Alkohol',
		openedOn: '2026-02-16',
		intervention: {
			provider: 'Öppenvården Linden (påhittad)',
			name: 'Rådgivande samtal',
			decidedOn: '2026-02-24',
			startedOn: '2026-03-02',
			endedOn: '2026-05-29'
		},
		responses: [
			audit('before', '2026-02-20', [2, 1, 1, 0, 0, 0, 1, 0, 0, 2]),
			audit('after', '2026-06-01', [3, 2, 2, 1, 0, 0, 2, 1, 0, 2])
		]
	},
	{
		caseNumber: '2026-0074',
		clientNumber: 'K-1018',
		sex: 'female',
		birthYear: 1979,
		concern: 'Alkohol',
		openedOn: '2026-03-09',
		intervention: {
			provider: 'Öppenvården Linden (påhittad)',
			name: 'Motiverande samtal',
			decidedOn: '2026-03-16',
			startedOn: '2026-03-23',
			endedOn: null
		},
		responses: [audit('before', '2026-03-18', [3, 2, 2, null, 1, 0, 2, null, 0, 2])]
	},
	{
		caseNumber: '2026-0103',
		clientNumber: 'K-1020',
		sex: 'female',
		birthYear: 1995,
		concern: 'Psykisk ohälsa',
		openedOn: '2026-04-13',
		intervention: {
			provider: 'Familjecentralen Asken (påhittad)',
			name: 'Samtalsstöd',
			decidedOn: '2026-04-20',
			startedOn: '2026-04-27',
			endedOn: '2026-09-18'
		},
		responses: [
			{
				instrumentId: 'phq-9',
				occasion: 'before',
				respondent: 'client',
				on: '2026-04-22',
				answers: { ...answersOf('phq9', [2, 3, 2, 3, 1, 2, 2, 0, 1]), phq9_10: 2 }
			},
			{
				instrumentId: 'phq-9',
				occasion: 'after',
				respondent: 'client',
				on: '2026-09-21',
				answers: { ...answersOf('phq9', [1, 1, 1, 2, 0, 1, 1, 0, 0]), phq9_10: 1 }
			},
			{
				instrumentId: 'gad-7',
				occasion: 'before',
				respondent: 'client',
				on: '2026-04-22',
				answers: answersOf('gad7', [2, 2, 3, 2, 1, 1, 2])
			}
		]
	},
	{
		caseNumber: '2026-0119',
		clientNumber: 'K-1024',
		sex: 'female',
		birthYear: 1988,
		concern: 'Funktionsnedsättning',
		openedOn: '2026-04-20',
		intervention: {
			provider: 'Utförare 3',
			name: 'Ledsagarservice enligt LSS',
			decidedOn: '2026-04-27',
			startedOn: '2026-05-04',
			endedOn: null
		},
		responses: [
			supportAnswers('client', '2026-10-12', [3, 2, 1, 1, 3]),
			supportAnswers('relative', '2026-10-19', [3, 1, 1, 2, null])
		]
	},
	{
		caseNumber: '2026-0188',
		clientNumber: 'K-1031',
		sex: 'female',
		birthYear: 1999,
		concern: 'Alkohol',
		openedOn: '2026-11-02',
		intervention: {
			provider: 'Öppenvården Linden (påhittad)',
			name: 'Motiverande samtal',
			decidedOn: '2026-11-16',
			startedOn: '2026-11-23',
			endedOn: null
		},
		responses: []
	}
];
