/** Påhittade svar på SKL:s generella variabler och brukarfrågor, by their printed codes. */
import type { Answers } from '../../../src/lib/instruments/questionnaire.ts';
import type { YearsCase, YearsEnding } from './made-up-cases.ts';

/** What the professional filled in when it ended. Personnummer is in no demo. */
export function toGeneralVariables(made: YearsCase, ending: YearsEnding): Answers {
	const { person, problems, openedOn, closedOn, interventions } = made;
	const [main] = interventions;
	const kinds = [...new Set(interventions.map(({ kind }) => kind))].toSorted((a, b) => a - b);
	const { sex, birthYear, origin, household, earlierContact } = person;
	return {
		gv_1: openedOn,
		gv_2: problems,
		...(sex === null ? {} : { gv_4: sex === 'female' ? 1 : 2 }),
		...(birthYear === null ? {} : { gv_5: Number(openedOn.slice(0, 4)) - birthYear }),
		gv_6: origin,
		gv_7: household,
		gv_8: earlierContact,
		gv_9: problems,
		gv_10: main.decidedOn,
		gv_11: main.startedOn,
		gv_12: kinds,
		gv_13: ending.on,
		gv_14: ending.cooperation,
		gv_15: ending.jointPlan,
		gv_16: ending.parallel,
		gv_17: ending.goal,
		...(closedOn === null ? {} : { gv_18: closedOn }),
		gv_19: ending.asPlanned,
		gv_20: ending.reason
	};
}

/** What the client answered. The importance of the help is asked only of those who got better. */
export function toOpinionAnswers({ change, others }: NonNullable<YearsEnding['opinion']>): Answers {
	const [satisfied = 6, met = 6, heard = 5] = others;
	const isBetter = change === 1 || change === 2;
	return {
		b1a: change,
		...(isBetter ? { b2: Math.min(4, Math.max(1, met + change - 1)) } : {}),
		b3: satisfied,
		b4: met,
		b5: heard
	};
}
