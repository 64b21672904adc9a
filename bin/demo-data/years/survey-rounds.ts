/**
 * Påhittade brukarundersökningar 2023–2025 enligt SoL och LSS, with the board's targets for each year. Eight providers, of
 * which some reach the targets, some do not and for most the answers cannot tell; one gets better year by year.
 */
import { addProvider } from '../../../src/lib/cases/server/commands/add-provider.ts';
import type { ProviderId, ResponseId } from '../../../src/lib/shared/ids.ts';
import { toQuarter, type LocalDate } from '../../../src/lib/shared/local-date.ts';
import { run } from '../../../src/lib/shared/server/command.ts';
import type { Context } from '../../../src/lib/shared/server/context.ts';
import { beginWork, openDesk } from '../../../src/lib/shared/server/work.ts';
import { findInstrument } from '../../../src/lib/instruments/server/catalogue.ts';
import { emptyDueBoxes } from '../../../src/lib/surveys/server/boxes/empty-boxes.ts';
import { insertReleased } from '../../../src/lib/surveys/server/boxes/queries.ts';
import { decideTarget } from '../../../src/lib/targets/server/commands/decide-target.ts';
import type { TargetLaw } from '../../../src/lib/targets/target.ts';
import { openDemoSurvey } from '../open-demo-survey.ts';
import { makeChance, type Chance } from './chance.ts';

interface Round {
	readonly law: TargetLaw;
	readonly instrumentId: string;
	/** Item, the board's goal and its target in thousandths. */
	readonly goals: readonly (readonly [item: string, goal: string, thousandths: number])[];
	/** Provider, forms a year, how good it is (0–1), and how much better each year. */
	readonly providers: readonly (readonly [name: string, forms: number, good: number, yearly: number])[];
}

const years = [2023, 2024, 2025] as const;

const rounds: readonly Round[] = [
	{
		law: 'sol',
		instrumentId: 'simrishamn-sol',
		goals: [
			['sol_1', 'Den enskilde ska uppleva ett gott bemötande.', 2800],
			['sol_2', 'Den enskilde ska uppleva att insatserna har god kvalitet.', 2700],
			['sol_3', 'Den enskilde ska uppleva att insatserna har god kontinuitet vad gäller personal.', 2400],
			['sol_4', 'Den enskilde ska uppleva maten som god.', 2400],
			['sol_5', 'Den enskilde ska uppleva delaktighet i insatsens utformande och genomförande.', 2500]
		],
		providers: [
			['Utförare 1', 31, 0.86, 0.01],
			['Utförare 2', 38, 0.82, 0.03],
			['Utförare 3', 36, 0.74, 0.04],
			['Utförare 4', 52, 0.84, -0.02],
			['Utförare 5', 24, 0.88, 0],
			['Utförare 6', 64, 0.8, 0.01],
			['Utförare 7', 17, 0.78, 0.02],
			['Utförare 8', 43, 0.9, 0]
		]
	},
	{
		law: 'lss',
		instrumentId: 'simrishamn-lss',
		goals: [
			['lss_1', 'Den enskilde ska uppleva ett gott bemötande.', 2800],
			['lss_2', 'Den enskilde ska uppleva att insatserna har god kvalitet.', 2600],
			['lss_3', 'Den enskilde ska uppleva att insatserna ger möjlighet till delaktighet i samhället.', 2400],
			['lss_4', 'Den enskilde ska uppleva delaktighet i insatsens utformande och genomförande.', 2400],
			['lss_5', 'Den enskilde ska känna sig trygg i sin bostad.', 2500]
		],
		providers: [
			['Utförare 3', 22, 0.82, 0.01],
			['Utförare 4', 26, 0.86, 0],
			['Utförare 5', 18, 0.8, 0.03],
			['Utförare 6', 30, 0.84, -0.01],
			['Utförare 7', 16, 0.88, 0],
			['Utförare 8', 21, 0.78, 0.02]
		]
	}
];

/** Opens, answers and closes each year's rounds, and decides the targets they are held against. Gives all providers. */
export async function addSurveyRounds(
	context: Context,
	known: ReadonlyMap<string, ProviderId>
): Promise<ReadonlyMap<string, ProviderId>> {
	const providers = new Map(known);
	for (const name of new Set(rounds.flatMap(({ providers: of }) => of.map(([one]) => one)))) {
		if (!providers.has(name)) providers.set(name, await run(context, addProvider, { name }));
	}
	const chance = makeChance(2023);
	for (const round of rounds) {
		for (const year of years) await addRound(context, providers, round, year, chance);
	}
	return providers;
}

async function addRound(
	context: Context,
	providers: ReadonlyMap<string, ProviderId>,
	round: Round,
	year: number,
	chance: Chance
): Promise<void> {
	const on = (day: string): Context => ({ ...context, now: () => new Date(`${day}T12:00:00+01:00`) });
	const { law, instrumentId, goals } = round;
	for (const [item, goal, thousandths] of goals) {
		await run(on(`${year}-01-18`), decideTarget, {
			year,
			law,
			instrumentId,
			item,
			goal,
			thousandths,
			comparison: 'unrounded',
			decidedOn: `${year}-01-18` as LocalDate,
			decisionReference: '§ 7 (påhittad)'
		});
	}
	const idOf = (name: string): ProviderId => {
		const id = providers.get(name);
		if (!id) throw new Error(`Utföraren ${name} saknas bland demodata.`);
		return id;
	};
	const { surveyId } = await openDemoSurvey(on(`${year}-04-03`), {
		title: `Vad tycker du om din hjälp? ${law === 'sol' ? 'SoL' : 'LSS'} ${year} (påhittade svar)`,
		purpose: 'anonymous-survey',
		instrumentIds: [instrumentId],
		providerIds: round.providers.map(([name]) => idOf(name)),
		invited: round.providers.map(([, forms], index) => inviteFor(forms, index)),
		opensOn: `${year}-04-03` as LocalDate,
		closesOn: `${year}-06-02` as LocalDate
	});
	const instrument = findInstrument(context.catalogue, instrumentId);
	if (!instrument) throw new Error(`Formuläret ${instrumentId} saknas bland demodata.`);
	const desk = await openDesk(context, 'survey:write');
	await desk.orm.transaction(async (tx) => {
		const { boardId, newId } = beginWork(context, 'survey:write', tx);
		const rows = round.providers.flatMap(([name, forms, good, yearly]) =>
			Array.from({ length: forms + chance.between(-mostMore, mostMore) }, () => ({
				id: newId() as ResponseId,
				surveyId,
				providerId: idOf(name),
				quarter: toQuarter(`${year}-05-02` as LocalDate),
				instrumentId,
				instrumentVersion: instrument.version,
				answers: answerForm(goals, good + yearly * (year - years[0]), chance)
			}))
		);
		await insertReleased({ tx, boardId }, rows);
	});
	// Nothing was put in the box: the rows are as they lie when one has been emptied.
	await emptyDueBoxes(on(`${year}-06-03`));
}

const mostMore = 3;
/** The made-up shares that answered, one provider after another. */
const answeredPercent = [68, 81, 57, 74, 62, 88, 49, 71];

/** So many asked that about the share in the list answered; never fewer than the forms. */
function inviteFor(forms: number, index: number): number {
	const percent = answeredPercent[index % answeredPercent.length] ?? 100;
	return Math.ceil((100 * (forms + mostMore)) / percent);
}

/** How much lower the later goals lie than how they are met, as in Tabell 6: food and being heard get fewer points. */
const itemDrop = [0.06, 0, -0.05, -0.07, -0.05];

function answerForm(goals: Round['goals'], good: number, chance: Chance): Record<string, number> {
	const own = chance.normal(good + 0.05, 0.1);
	return Object.fromEntries(
		goals.flatMap(([item], index) => {
			if (chance.happens(0.05)) return [];
			const felt = chance.normal(own + (itemDrop[index] ?? 0), 0.13);
			return [[item, Math.min(3, Math.max(0, Math.round(3 * felt)))]];
		})
	);
}
