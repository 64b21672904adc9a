import { listProviders } from '#lib/cases/server/reads/list-providers.ts';
import { listInstruments } from '#lib/instruments/server/catalogue.ts';
import { listPermits } from '#lib/instruments/server/permits/list-permits.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { toSurveyChoices, type SurveyChoices } from './survey-choices.ts';

/** The board's providers, and the forms that it may give. */
export async function findSurveyChoices({ context, locale }: App.Locals): Promise<SurveyChoices> {
	const providers = await fetch(context, listProviders, {});
	const permits = await fetch(context, listPermits, {});
	return toSurveyChoices(listInstruments(context.catalogue), permits, providers, locale);
}
