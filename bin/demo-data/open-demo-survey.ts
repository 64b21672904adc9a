/** Plans a made-up survey with one shared link per provider, and publishes it the same day. */
import { findInstrument } from '../../src/lib/instruments/server/catalogue.ts';
import { listSharedLanguages } from '../../src/lib/instruments/sitting.ts';
import type { ProviderId, SurveyId } from '../../src/lib/shared/ids.ts';
import { run } from '../../src/lib/shared/server/command.ts';
import type { Context } from '../../src/lib/shared/server/context.ts';
import { draftSurvey } from '../../src/lib/surveys/server/commands/draft-survey.ts';
import { publishSurvey, type PublishedSurvey } from '../../src/lib/surveys/server/commands/publish-survey.ts';
import type { SurveyPlan } from '../../src/lib/surveys/survey.ts';

export interface DemoSurvey extends Omit<SurveyPlan, 'anonymity' | 'languages' | 'quickExit'> {
	readonly providerIds: readonly ProviderId[];
	/** How many each of them asks, in the same order; where it is not said nobody knows. */
	readonly invited?: readonly number[];
}

/** Gives the links, which are told this once. */
export async function openDemoSurvey(
	context: Context,
	{ providerIds, invited = [], ...plan }: DemoSurvey
): Promise<PublishedSurvey & { readonly surveyId: SurveyId }> {
	const surveyId = await run(context, draftSurvey, {
		...plan,
		anonymity: 'open-anonymous',
		languages: listSharedLanguages(
			plan.instrumentIds.flatMap((id) => findInstrument(context.catalogue, id) ?? [])
		),
		quickExit: 'by-subject',
		providers: providerIds.map((providerId, index) => ({ providerId, invited: invited[index] ?? null }))
	});
	return { surveyId, ...(await run(context, publishSurvey, { surveyId })) };
}
