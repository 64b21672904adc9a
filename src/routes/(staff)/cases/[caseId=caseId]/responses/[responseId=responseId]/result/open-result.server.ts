/** What the result's pages need of one response: the case, the answers, all measurements it is one of, what must be seen. */
import { caseOverview, type CaseOverview } from '#lib/cases/server/reads/case-overview.ts';
import type { ComparisonView } from '#lib/cases/ui/comparison.ts';
import { caseResponse, type ScoredResponse } from '#lib/collection/server/reads/case-response.ts';
import { listCaseScores } from '#lib/collection/server/reads/list-case-scores.ts';
import { responseAlerts, type ResponseAlerts } from '#lib/collection/server/reads/response-alerts.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import type { CaseId, ResponseId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { findResult, toResultComparison, type Result } from '../../../comparison-view.ts';
import { findAnsweredInstrument } from '../worded-instrument.server.ts';

export interface OpenedResult extends ResponseAlerts {
	readonly overview: CaseOverview;
	readonly response: ScoredResponse;
	/** Null when the version that was answered is no longer loaded. */
	readonly instrument: Instrument | null;
	readonly instrumentName: string;
	/** Null, both of them, when the answers may not be used (GDPR art. 18). */
	readonly result: Result | null;
	readonly comparison: ComparisonView | null;
}

/** Refuses a response that is not the case's (`not-found`). */
export async function openResult(
	locals: App.Locals,
	{ caseId, responseId }: { readonly caseId: CaseId; readonly responseId: ResponseId }
): Promise<OpenedResult> {
	const { context, locale } = locals;
	const overview = await fetch(context, caseOverview, { caseId });
	const response = await fetch(context, caseResponse, { responseId });
	if (response.caseId !== caseId) throw new Problem('not-found');
	const scored = await fetch(context, listCaseScores, { caseId });
	const { alerts, routine } = await fetch(context, responseAlerts, { responseId });
	const instrument = await findAnsweredInstrument(locals, response);
	const result = findResult(scored, responseId);
	return {
		overview,
		response,
		instrument,
		instrumentName: textIn(instrument?.shortTitle ?? null, locale) ?? response.instrumentId,
		result,
		comparison:
			result &&
			toResultComparison(result, {
				findInstrument: (id, version) => findInstrument(context.catalogue, id, version) ?? null,
				client: overview.case.client,
				language: locale,
				interventions: overview.interventions
			}),
		alerts,
		routine
	};
}
