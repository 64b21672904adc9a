import * as v from 'valibot';
import { attainGoals, musDistance } from '../../src/lib/outcomes/goal-attainment.ts';
import { caseOf, notNegative, numbersOrNull, share } from './inputs.ts';
import { defineOutcome } from './outcome-function.ts';

const levels = { gas: { lowest: -3, highest: 2 }, mus_1_5: { lowest: 1, highest: 5 } } as const;

const schema = v.pipe(
	caseOf({
		level: numbersOrNull,
		weight: v.nullable(v.array(v.nullable(notNegative), 'ska vara null eller en lista med vikter')),
		scale: v.picklist(['gas', 'mus_1_5'], 'ska vara "gas" (−2 till 2) eller "mus_1_5" (1 till 5)'),
		rho: share
	}),
	v.check(
		({ level, weight }) => weight === null || weight.length === level.length,
		'"level" och "weight" ska ha lika många platser'
	),
	v.check(
		({ level, scale }) =>
			level.every((one) => one === null || (one >= levels[scale].lowest && one <= levels[scale].highest)),
		'"level" har en nivå som inte finns på skalan i "scale"'
	)
);

/** tests/vectors/d_gas.json. Levels −3 (worse than at the start) to 2 on GAS, 1–5 on MUS's form. */
export const gas = defineOutcome('måluppfyllelse för en person', schema, ({ level, weight, scale, rho }) => {
	const goals = level.map((one, index) => ({
		distance: one === null || scale === 'gas' ? one : musDistance(one),
		weight: weight === null ? 1 : (weight[index] ?? null)
	}));
	const of = attainGoals(goals, rho);
	return {
		n_goals_used: of.distances.length,
		x_recoded: of.distances,
		T: of.t,
		T_from_correlation_matrix: of.t,
		mean_x: of.meanDistance,
		n_goals_met: of.goalsMet,
		share_goals_met: of.shareMet
	};
});
