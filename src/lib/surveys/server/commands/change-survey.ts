import { getSurvey, replaceProviders, updateSize, updateSurvey } from '../queries.ts';
import { checkPlan, toLinks, type AskedProvider } from './draft-survey.ts';
import type { Survey, SurveyPlan, TargetGroup } from '../../survey.ts';
import { updateLinksOfSurvey } from '#lib/collection/server/survey/queries.ts';
import { decideChange, stateOn, type Changeable } from '../../survey-state.ts';
import { checkLimit } from '../../link-limit.ts';
import type { ProviderId, SurveyId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface ChangeSurveyInput {
	readonly surveyId: SurveyId;
	/** Only what is to be changed. */
	readonly plan?: Partial<SurveyPlan>;
	/** All of them, in place of those there are. */
	readonly providers?: readonly AskedProvider[];
	/** How many these ask; the others keep theirs. */
	readonly invited?: readonly AskedProvider[];
	/** How many answers these providers' links take; null is what follows from how many are asked. */
	readonly limits?: readonly { readonly providerId: ProviderId; readonly mostAnswers: number | null }[];
	/** Whom a confidential one asks. */
	readonly targetGroup?: TargetGroup;
}

/**
 * Changes what may be changed where the survey has come (`changeable`). Refuses the rest (`survey-fixed`), a new closing day
 * that has passed, and all that a draft is refused for (`invalid-input`, `not-found`).
 */
export const changeSurvey = command({
	name: 'changeSurvey',
	permission: 'survey:write',
	audit: 'always',
	subject: ({ surveyId }: ChangeSurveyInput) => ({ type: 'survey', id: surveyId }),
	async run(work, input: ChangeSurveyInput): Promise<void> {
		const { surveyId, plan = {}, providers, invited = [], limits = [] } = input;
		const survey = await getSurvey(work, surveyId);
		const state = stateOn(survey, work.today);
		const before = planOf(survey);
		const changed: Changeable[] = [
			...(Object.keys(plan) as (keyof SurveyPlan)[]).filter((name) => !isSame(plan[name], before[name])),
			...(providers ? (['providers'] as const) : []),
			...(invited.length > 0 ? (['invited'] as const) : []),
			...(limits.length > 0 ? (['mostAnswers'] as const) : []),
			...(input.targetGroup ? (['targetGroup'] as const) : [])
		];
		const decided = decideChange(state, changed);
		if (!decided.ok) throw new Problem('survey-fixed', { field: decided.problem.fixed });
		const whole = { ...before, ...plan };
		const instruments = checkPlan(work, whole);
		if (state === 'open' && whole.closesOn < work.today) {
			throw new Problem('invalid-input', { field: 'closesOn' });
		}
		const isConfidential = whole.anonymity === 'confidential';
		const targetGroup = isConfidential ? (input.targetGroup ?? survey.targetGroup) : null;
		if (input.targetGroup && (!isConfidential || input.targetGroup.to < input.targetGroup.from)) {
			throw new Problem('invalid-input', { field: 'to' });
		}
		const { instrumentIds: _asked, ...rest } = whole;
		const change = { ...rest, targetGroup };
		// The versions that people have begun to answer stay.
		await updateSurvey(work, surveyId, state === 'draft' ? { ...change, instruments } : change);
		if (isConfidential && state === 'open' && whole.closesOn !== survey.closesOn) {
			await updateLinksOfSurvey(work, surveyId, whole.closesOn);
		}
		if (providers) await replaceProviders(work, surveyId, toLinks(work, surveyId, providers));
		for (const one of invited) {
			const { providerId, invited: size } = one;
			const isKnown = await updateSize(work, { surveyId, providerId }, { invited: size });
			if (!isKnown) throw new Problem('not-found');
		}
		for (const { providerId, mostAnswers } of limits) {
			if (mostAnswers !== null && !checkLimit(mostAnswers).ok) {
				throw new Problem('invalid-input', { field: 'mostAnswers' });
			}
			if (!(await updateSize(work, { surveyId, providerId }, { mostAnswers })))
				throw new Problem('not-found');
		}
	}
});

/** What was decided when it was planned. */
function planOf(survey: Survey): SurveyPlan {
	const { title, purpose, anonymity, instruments, languages, opensOn, closesOn, quickExit } = survey;
	const instrumentIds = instruments.map(({ id }) => id);
	return { title, purpose, anonymity, instrumentIds, languages, opensOn, closesOn, quickExit };
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
