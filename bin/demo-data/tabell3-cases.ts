/** Påhittade ärenden for the six made-up children behind Tabell 3: half a year between the forms, as in the source. */
import type { MadeUpCase, MadeUpResponse } from './cases.ts';
import { tabell3Answers, tabell3Children } from './tabell3.ts';

const birthYears = [2009, 2012, 2010, 2014, 2011, 2013];

const form = (
	occasion: 'before' | 'after',
	on: string,
	answers: MadeUpResponse['answers']
): MadeUpResponse => ({
	instrumentId: 'jourpatrullen-barn',
	occasion,
	respondent: 'child',
	on,
	answers
});

export const tabell3Cases: readonly MadeUpCase[] = tabell3Children.map((child, index) => ({
	caseNumber: `2025-02${10 + index}`,
	clientNumber: `K-20${10 + index}`,
	sex: index % 2 === 0 ? 'female' : 'male',
	birthYear: birthYears[index] ?? null,
	concern: 'Konflikter hemma',
	openedOn: '2025-10-06',
	intervention: {
		provider: 'Jourpatrullen (påhittad)',
		name: 'Intensivt stöd i hemmet',
		decidedOn: '2025-10-08',
		startedOn: '2025-10-13',
		endedOn: '2026-04-10'
	},
	responses: [
		form('before', '2025-10-14', tabell3Answers(child.before)),
		form('after', '2026-04-14', tabell3Answers(child.after))
	]
}));
