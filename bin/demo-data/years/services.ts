/**
 * Åtta påhittade utförare and the kind of people they meet. Every number is made up, so that each view has something to
 * show: some get better and some worse, one service loses more than it follows up, and women and men do not do alike.
 */
import type { Occasion } from '../../../src/lib/cases/case.ts';
import type { Respondent } from '../../../src/lib/instruments/instrument.ts';
import { noTime, type Span } from '../../../src/lib/plans/span.ts';
import type { OccasionRule, Plan } from '../../../src/lib/plans/plan.ts';

export interface Service {
	readonly provider: string;
	/** Whose cases they are: the made-up manager's unit, or the other one. */
	readonly unit: 'children-and-young' | 'adults';
	readonly cases: number;
	readonly instruments: readonly string[];
	readonly respondent: Respondent;
	readonly interventions: readonly (readonly [name: string, weight: number])[];
	readonly concerns: readonly (readonly [words: string, weight: number])[];
	/** Codes of SKL's variables 2 and 9 (aktualiseringsorsak, problematik) and 12 (insatstyp). */
	readonly problems: readonly (readonly [code: number, weight: number])[];
	readonly kind: number;
	readonly ages: readonly [youngest: number, oldest: number];
	readonly shareWomen: number;
	readonly days: readonly [shortest: number, longest: number];
	/** How bad it is before, 0–1, and how much less bad afterwards; the spread of both is the same everywhere. */
	readonly before: number;
	readonly better: number;
	/** How many of those who have ended answer again. */
	readonly followedUp: number;
}

const linden = 'Öppenvården Linden (påhittad)';

export const services: readonly Service[] = [
	{
		provider: linden,
		unit: 'children-and-young',
		cases: 120,
		instruments: ['audit'],
		respondent: 'client',
		interventions: [
			['Återfallsprevention, grupp', 5],
			['Motiverande samtal', 4],
			['Rådgivande samtal', 2]
		],
		concerns: [['Alkohol', 1]],
		problems: [
			[8, 10],
			[6, 3],
			[10, 2],
			[2, 1]
		],
		kind: 29,
		ages: [19, 71],
		shareWomen: 0.4,
		days: [90, 240],
		before: 0.52,
		better: 0.17,
		followedUp: 0.78
	},
	{
		provider: 'Ungdomsteamet Eken (påhittad)',
		unit: 'children-and-young',
		cases: 80,
		instruments: ['dudit'],
		respondent: 'client',
		interventions: [
			['Haschavvänjning', 5],
			['Familjesamtal', 3]
		],
		concerns: [
			['Narkotika', 4],
			['Narkotika och skola', 2]
		],
		problems: [
			[8, 10],
			[12, 5],
			[9, 3]
		],
		kind: 29,
		ages: [15, 24],
		shareWomen: 0.3,
		days: [60, 180],
		before: 0.5,
		better: 0.15,
		followedUp: 0.66
	},
	{
		provider: 'Familjecentralen Asken (påhittad)',
		unit: 'children-and-young',
		cases: 80,
		instruments: ['phq-9', 'gad-7'],
		respondent: 'client',
		interventions: [
			['Samtalsstöd', 5],
			['Föräldrastöd, grupp', 3]
		],
		concerns: [
			['Psykisk ohälsa', 5],
			['Samspel i familjen', 2]
		],
		problems: [
			[6, 10],
			[1, 3],
			[10, 3]
		],
		kind: 28,
		ages: [20, 55],
		shareWomen: 0.68,
		days: [75, 200],
		before: 0.55,
		better: 0.2,
		followedUp: 0.74
	},
	{
		provider: 'Jourpatrullen (påhittad)',
		unit: 'children-and-young',
		cases: 60,
		instruments: ['jourpatrullen-barn'],
		respondent: 'child',
		interventions: [['Intensivt stöd i hemmet', 1]],
		concerns: [
			['Konflikter hemma', 4],
			['Skolfrånvaro', 2]
		],
		problems: [
			[1, 8],
			[12, 6],
			[2, 3]
		],
		kind: 28,
		ages: [9, 17],
		shareWomen: 0.5,
		days: [120, 210],
		before: 0.45,
		better: 0.14,
		followedUp: 0.82
	},
	{
		provider: 'Behandlingshemmet Granen (påhittad)',
		unit: 'children-and-young',
		cases: 60,
		instruments: ['audit', 'dudit'],
		respondent: 'client',
		interventions: [['Behandling på hem', 1]],
		concerns: [
			['Alkohol', 3],
			['Alkohol och narkotika', 3]
		],
		problems: [
			[8, 10],
			[11, 4],
			[9, 3],
			[4, 3]
		],
		kind: 12,
		ages: [20, 62],
		shareWomen: 0.33,
		days: [80, 190],
		before: 0.66,
		better: 0.2,
		followedUp: 0.52
	},
	{
		provider: 'Beroendeenheten Rönnen (påhittad)',
		unit: 'adults',
		cases: 90,
		instruments: ['audit'],
		respondent: 'client',
		interventions: [
			['Återfallsprevention, enskilt', 5],
			['Motiverande samtal', 3]
		],
		concerns: [
			['Alkohol', 4],
			['Alkohol och spel', 1]
		],
		problems: [
			[8, 10],
			[6, 4],
			[4, 2]
		],
		kind: 29,
		ages: [22, 68],
		shareWomen: 0.36,
		days: [90, 270],
		before: 0.56,
		better: 0.1,
		followedUp: 0.58
	},
	{
		provider: 'Boendestödet Hasseln (påhittad)',
		unit: 'adults',
		cases: 60,
		instruments: ['kasam-13'],
		respondent: 'client',
		interventions: [['Boendestöd', 1]],
		concerns: [
			['Psykisk funktionsnedsättning', 4],
			['Ensamhet', 2]
		],
		problems: [
			[7, 9],
			[6, 5],
			[10, 4],
			[11, 2]
		],
		kind: 6,
		ages: [21, 64],
		shareWomen: 0.52,
		days: [150, 420],
		before: 0.48,
		better: 0.08,
		followedUp: 0.7
	},
	{
		provider: 'Våldsteamet Alen (påhittad)',
		unit: 'adults',
		cases: 50,
		instruments: ['gad-7'],
		respondent: 'client',
		interventions: [['Stödsamtal efter våld', 1]],
		concerns: [['Utsatt för våld', 1]],
		problems: [
			[2, 10],
			[6, 5],
			[10, 3]
		],
		kind: 28,
		ages: [19, 60],
		shareWomen: 0.86,
		days: [60, 200],
		before: 0.62,
		better: 0.22,
		followedUp: 0.68
	}
];

/** The plan that the service's cases follow: its forms before, after and half a year later, and at the end two more. */
export function planOf({ provider, instruments, respondent }: Service): Plan {
	const line = (instrumentId: string, of: Respondent, at: readonly string[]) => ({
		key: instrumentId,
		measure: { kind: 'instrument' as const, instrumentId },
		respondent: of,
		isVoluntary: of !== 'staff',
		at
	});
	return {
		name: `Före, efter och efter ett halvår: ${provider}`,
		service: provider,
		purpose: 'Påhittad plan för demon: se om det blir bättre för klienterna, och följa upp vilka vi tappar.',
		occasions: [
			occasion('start', 'Vid start', 'before', 'intervention-start', noTime, 30, 30),
			occasion('end', 'Vid avslut', 'after', 'intervention-end', noTime, 21, 35),
			occasion('half-year', 'Ett halvår efter', 'follow-up', 'intervention-end', halfYear, 30, 45)
		],
		lines: [
			...instruments.map((id) => line(id, respondent, ['start', 'end', 'half-year'])),
			// SKL's questions are for the client; children are not asked them here.
			...(respondent === 'client' ? [line('skl-brukarfragor', respondent, ['end'])] : []),
			line('generella-variabler', 'staff', ['end'])
		]
	};
}

const halfYear: Span = { count: 6, unit: 'month' };

function occasion(
	key: string,
	name: string,
	phase: Occasion,
	anchor: 'intervention-start' | 'intervention-end',
	after: Span,
	daysBefore: number,
	daysAfter: number
): OccasionRule {
	return { key, name, phase, timing: { kind: 'once', anchor, after, daysBefore, daysAfter } };
}
