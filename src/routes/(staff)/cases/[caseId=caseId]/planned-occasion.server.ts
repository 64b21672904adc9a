/** The plan's occasion that an address names (`?occasion=…`), so that what is sent or entered is for it. */
import type { Occasion } from '#lib/cases/case.ts';
import type { Respondent } from '#lib/instruments/instrument.ts';
import { casePlans } from '#lib/plans/server/reads/case-plans.ts';
import { m } from '#lib/paraglide/messages.js';
import { parseId, type CaseId, type OccasionId } from '#lib/shared/ids.ts';
import { problemMessage } from '#lib/shared/problem-message.ts';
import { Problem } from '#lib/shared/problem.ts';
import { ok, refuse, type Result } from '#lib/shared/result.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { respondentLabel } from '../../../labels.ts';

export interface PlannedHere {
	readonly id: OccasionId;
	readonly phase: Occasion;
	readonly respondent: Respondent;
	/** "Gäller: Vid start, klienten". */
	readonly label: string;
}

/** The occasion, null when none is named; the Problem that the case has no such occasion. */
export async function findPlanned(context: Context, caseId: CaseId, url: URL): Promise<PlannedHere | null> {
	const text = url.searchParams.get('occasion');
	if (text === null) return null;
	const id = parseId<OccasionId>(text);
	for (const { plan, occasions } of await fetch(context, casePlans, { caseId })) {
		const occasion = occasions.find((other) => other.id === id);
		if (!occasion) continue;
		const { phase, respondent, rule } = occasion;
		const name = plan.occasions.find(({ key }) => key === rule)?.name ?? rule;
		const who = respondentLabel(respondent).toLocaleLowerCase('sv');
		return { id: occasion.id, phase, respondent, label: m.plans_for_occasion({ name, who }) };
	}
	throw new Problem('not-found');
}

/** What was made, or the sentence that it is too soon by the case's plan. */
export async function tryNotTooSoon<T>(work: Promise<T>): Promise<Result<T, string>> {
	try {
		return ok(await work);
	} catch (error) {
		if (!(error instanceof Problem) || error.code !== 'too-soon') throw error;
		return refuse(problemMessage(error.code, error.details));
	}
}
