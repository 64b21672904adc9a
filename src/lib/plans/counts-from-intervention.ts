import type { Plan } from './plan.ts';

/** Whether the plan counts days from an intervention, so that it must be said which one. */
export function countsFromIntervention({ occasions }: Pick<Plan, 'occasions'>): boolean {
	return occasions.some(({ timing }) => timing.anchor.startsWith('intervention'));
}
