import { replaceProviders, insertSurvey } from '../queries.ts';
import type { SurveyPlan } from '../../survey.ts';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { listSharedLanguages, mostForms, type AskedInstrument } from '#lib/instruments/sitting.ts';
import type { ProviderId, SurveyId, SurveyLinkId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';
import type { Work } from '#lib/shared/server/work.ts';

export interface AskedProvider {
	readonly providerId: ProviderId;
	readonly invited: number | null;
	/** What its link takes, where somebody has said; left out, what follows from how many are asked. */
	readonly mostAnswers?: number | null;
}

export interface DraftSurveyInput extends SurveyPlan {
	/** Each once; the last size given counts. */
	readonly providers: readonly AskedProvider[];
}

/**
 * Begins a survey that nobody can answer yet. Refuses an instrument that does not exist (`not-found`), the same one twice and
 * more than one sitting holds, a closing day before the opening day, and languages that not all the questions are in
 * (`invalid-input`).
 */
export const draftSurvey = command({
	name: 'draftSurvey',
	permission: 'survey:write',
	audit: 'always',
	subject: (_input: DraftSurveyInput, id: SurveyId) => ({ type: 'survey', id }),
	async run(work, { providers, ...plan }: DraftSurveyInput): Promise<SurveyId> {
		const id = work.newId() as SurveyId;
		const { instrumentIds: _asked, ...rest } = plan;
		await insertSurvey(work, {
			id,
			...rest,
			instruments: checkPlan(work, plan),
			state: 'draft',
			informationId: null,
			targetGroup: null
		});
		await replaceProviders(work, id, toLinks(work, id, providers));
		return id;
	}
});

/** Whether the plan holds together; gives the newest version of each instrument. */
export function checkPlan(work: Work, plan: SurveyPlan): readonly AskedInstrument[] {
	const forms = plan.instrumentIds.flatMap((id) => findInstrument(work.catalogue, id) ?? []);
	if (forms.length !== plan.instrumentIds.length) throw new Problem('not-found');
	const isEachOnce = new Set(plan.instrumentIds).size === forms.length;
	if (forms.length === 0 || forms.length > mostForms || !isEachOnce) {
		throw new Problem('invalid-input', { field: 'instrumentIds' });
	}
	// What is kept in cases is follow-up of them (6 § lag 2001:454), whatever it is called.
	if (plan.anonymity === 'confidential' && plan.purpose !== 'follow-up') {
		throw new Problem('invalid-input', { field: 'purpose' });
	}
	if (plan.closesOn < plan.opensOn) throw new Problem('invalid-input', { field: 'closesOn' });
	const known = listSharedLanguages(forms);
	const isOffered = plan.languages.length > 0 && plan.languages.every((language) => known.includes(language));
	if (!isOffered) throw new Problem('invalid-input', { field: 'languages' });
	return forms.map(({ id, version }) => ({ id, version }));
}

/** Rows for the providers, each once, without links. */
export function toLinks(work: Work, surveyId: SurveyId, providers: readonly AskedProvider[]) {
	const byProvider = new Map(providers.map((provider) => [provider.providerId, provider]));
	return [...byProvider.values()].map(({ providerId, invited, mostAnswers = null }) => ({
		id: work.newId() as SurveyLinkId,
		surveyId,
		providerId,
		tokenHash: null,
		invited,
		mostAnswers
	}));
}
