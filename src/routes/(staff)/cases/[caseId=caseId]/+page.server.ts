import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { closeCase } from '#lib/cases/server/commands/close-case.ts';
import { handOverCase } from '#lib/cases/server/commands/hand-over-case.ts';
import { protectCase } from '#lib/cases/server/commands/protect-case.ts';
import { caseAccess } from '#lib/cases/server/reads/case-access.ts';
import { caseOverview } from '#lib/cases/server/reads/case-overview.ts';
import type { AdministrationEvent } from '#lib/cases/ui/timeline.ts';
import { listGoals } from '#lib/cases/server/reads/list-goals.ts';
import { clientIdentity } from '#lib/cases/server/reads/client-identity.ts';
import type { Administration } from '#lib/collection/administration.ts';
import { recordInstrumentId } from '#lib/collection/record.ts';
import { caseRecord } from '#lib/collection/server/reads/case-record.ts';
import { renewLink } from '#lib/invitations/server/commands/renew-link.ts';
import { withdrawLink } from '#lib/collection/server/commands/withdraw-link.ts';
import { caseResponse } from '#lib/collection/server/reads/case-response.ts';
import { listAdministrations } from '#lib/collection/server/reads/list-administrations.ts';
import { listCaseScores } from '#lib/collection/server/reads/list-case-scores.ts';
import { findRisks } from '#lib/instruments/find-risks.ts';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { missedReasons } from '#lib/plans/occasion.ts';
import { casePlans } from '#lib/plans/server/reads/case-plans.ts';
import { reasonLabel } from '#lib/plans/ui/plan-words.ts';
import { m } from '#lib/paraglide/messages.js';
import { parseId, type AdministrationId, type CaseId } from '#lib/shared/ids.ts';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { run } from '#lib/shared/server/command.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { choice, chosenId, requiredDate, requiredText } from '#lib/shared/server/form-fields.ts';
import { parseForm } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { respondentAddress } from '../../../respondent-address.server.ts';
import { toComparisons, toLeftOut } from './comparison-view.ts';
import { toFollowedPlans } from './followed-plan-view.ts';
import { toGoalCards } from './goals/goals-view.ts';
import { toStepLinks } from './record/record-view.ts';
import { toRespondentViews } from './respondent-views.ts';
import { toIdentityFacts } from './identity-view.ts';
import { isExpiryAllowed, linkExpiry } from './link-expiry.ts';
import { planActions } from './plan-actions.server.ts';
import type { ScoredResponse } from './scored-response.ts';
import { toTeamView } from './team-view.ts';
import { toTimeline } from './timeline-view.ts';
import { toCaseHeader, toInterventionViews } from './case-header.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { context, locale } = locals;
	const { caseId } = params;
	const today = toLocalDate(context.now());
	const overview = await fetch(context, caseOverview, { caseId });
	const access = await fetch(context, caseAccess, { caseId });
	const administrations = await fetch(context, listAdministrations, { caseId });
	const scored = await fetchScored(context, caseId);
	const followed = await fetch(context, casePlans, { caseId });
	const goals = await fetch(context, listGoals, { caseId });
	const find = (id: string, version?: string) => findInstrument(context.catalogue, id, version);
	const nameOf = (id: string) => textIn(find(id)?.shortTitle ?? null, locale) ?? id;
	return {
		caseId,
		mayWrite: access.may.write,
		mayExtract: access.may.extract,
		team: toTeamView(access, locals.actor),
		header: toCaseHeader(overview.case),
		identity: toIdentityFacts(await fetch(context, clientIdentity, { caseId })),
		interventions: toInterventionViews(overview.interventions),
		timeline: toTimeline({
			administrations,
			interventions: overview.interventions,
			goals,
			restricted: listRestricted(scored),
			today,
			nameOf
		}).map((event) => (event.kind === 'administration' && !access.may.write ? toReadOnly(event) : event)),
		comparisons: toComparisons(scored.filter(isNoRecord), {
			findInstrument: find,
			client: overview.case.client,
			language: locale,
			interventions: overview.interventions
		}),
		views: toRespondentViews(scored, { findInstrument: find, language: locale }),
		goals: toGoalCards(goals),
		record: await describeRecord(locals, caseId),
		leftOut: toLeftOut(scored, { findInstrument: find, language: locale }),
		expiry: linkExpiry(today),
		today,
		plans: toFollowedPlans(followed, {
			today,
			here: `/cases/${caseId}`,
			mayWrite: access.may.write,
			nameOf
		}),
		reasons: missedReasons.map((value) => ({ value, label: reasonLabel(value) })),
		saved: savedSentence(url.searchParams.get('saved')),
		way: [{ href: '/cases', label: m.staff_cases_title() }]
	};
};

/** Whoever may only read is led to answers, and to nothing that goes on. */
function toReadOnly(event: AdministrationEvent): AdministrationEvent {
	return { ...event, openLink: null, href: event.state === 'answered' ? event.href : null };
}

/** The answers themselves are read only where one of them may have to be seen by somebody responsible. */
async function fetchScored(context: Context, caseId: CaseId): Promise<ScoredResponse[]> {
	const scored = await fetch(context, listCaseScores, { caseId });
	const withRisks = scored.map(async (entry): Promise<ScoredResponse> => {
		const { id: responseId, instrumentId, instrumentVersion } = entry.response;
		const instrument = findInstrument(context.catalogue, instrumentId, instrumentVersion);
		if (entry.isRestricted || !instrument || instrument.risks.length === 0) return entry;
		const { answers } = await fetch(context, caseResponse, { responseId });
		return { ...entry, risks: findRisks(instrument, answers) };
	});
	return Promise.all(withRisks);
}

function listRestricted(scored: readonly ScoredResponse[]): ReadonlySet<string> {
	return new Set(scored.flatMap(({ isRestricted, response }) => (isRestricted ? [response.id] : [])));
}

/** The general facts have a place of their own in the case. */
const isNoRecord = ({ response }: ScoredResponse): boolean => response.instrumentId !== recordInstrumentId;

async function describeRecord({ context, locale }: App.Locals, caseId: CaseId) {
	const instrument = findInstrument(context.catalogue, recordInstrumentId);
	if (!instrument) return null;
	const record = await fetch(context, caseRecord, { caseId });
	const here = `/cases/${caseId}/record`;
	const steps = toStepLinks(instrument.questionnaire, record, { here, current: null, language: locale });
	return { here, steps, isBegun: record.responseId !== null };
}

const administrationField = {
	administrationId: chosenId(parseId<AdministrationId>, m.staff_error_form)
};

export const actions: Actions = {
	recordDone: planActions.recordDone,
	recordMissed: planActions.recordMissed,
	reopen: planActions.reopen,
	endPlan: planActions.endPlan,
	moveIntervention: planActions.moveIntervention,
	renew: async ({ locals, params, request, url }) => {
		const { context, locale } = locals;
		const today = toLocalDate(context.now());
		const wrong = () => m.staff_send_expires_wrong({ last: linkExpiry(today).last });
		const schema = v.object({
			...administrationField,
			expiresOn: v.pipe(
				requiredDate(wrong),
				v.check((day) => isExpiryAllowed(day, today), wrong)
			)
		});
		const form = parseForm(schema, await request.formData());
		if (!form.ok) {
			const { values, errors } = form.problem;
			const text = errors.expiresOn ?? m.staff_error_form();
			return fail(422, { renewError: { administrationId: values.administrationId ?? '', text } });
		}
		const renewed = await getOfCase(context, params.caseId, form.value.administrationId);
		const linkBase = await respondentAddress(locals, url.origin, '');
		const { token } = await run(context, renewLink, { ...form.value, linkBase });
		const instrument = findInstrument(context.catalogue, renewed.instrumentId);
		return {
			link: {
				address: `${linkBase}${token}`,
				instrument: textIn(instrument?.shortTitle ?? null, locale) ?? renewed.instrumentId,
				expiresOn: form.value.expiresOn
			}
		};
	},
	withdraw: async ({ locals, params, request }) => {
		const form = parseForm(v.object(administrationField), await request.formData());
		if (!form.ok) return fail(422, { done: m.staff_error_form() });
		await getOfCase(locals.context, params.caseId, form.value.administrationId);
		await run(locals.context, withdrawLink, form.value);
		return { done: m.staff_timeline_withdrawn_notice() };
	},
	close: async ({ locals, params }) => {
		const closedOn = toLocalDate(locals.context.now());
		await run(locals.context, closeCase, { caseId: params.caseId, closedOn });
		return { done: m.staff_case_closed_notice() };
	},
	handOver: async ({ locals, params, request }) => {
		const schema = v.object({
			staffId: requiredText(m.case_team_colleague_wrong, 100, m.case_team_colleague_wrong),
			isShared: choice(['yes', 'no'], m.staff_error_form)
		});
		const form = parseForm(schema, await request.formData());
		if (!form.ok) return fail(422, { teamError: form.problem.errors['staffId'] ?? m.staff_error_form() });
		const isShared = form.value.isShared === 'yes';
		const { caseId } = params;
		const isDone = await isAccepted(run(locals.context, handOverCase, { ...form.value, caseId, isShared }));
		if (!isDone) return fail(422, { teamError: m.case_team_colleague_wrong() });
		if (!isShared) redirect(303, '/cases');
		return { done: m.case_team_shared_notice() };
	},
	protect: async ({ locals, params, request }) => {
		const schema = v.object({ isProtected: choice(['yes', 'no'], m.staff_error_form) });
		const form = parseForm(schema, await request.formData());
		if (!form.ok) return fail(422, { done: m.staff_error_form() });
		const { caseId } = params;
		const isProtected = form.value.isProtected === 'yes';
		if (!(await isAccepted(run(locals.context, protectCase, { caseId, isProtected })))) {
			return fail(422, { done: m.case_team_protect_refused() });
		}
		// A manager who is not named has just closed the case to themselves.
		redirect(
			303,
			isProtected && !(await isStillReached(locals.context, caseId)) ? '/cases' : `/cases/${caseId}`
		);
	}
};

/** The link of the very case that the address names; another case's is not found here, within reach or not. */
async function getOfCase(context: Context, caseId: CaseId, id: AdministrationId): Promise<Administration> {
	const found = (await fetch(context, listAdministrations, { caseId })).find((one) => one.id === id);
	if (!found) throw new Problem('not-found');
	return found;
}

/** False when what was written was refused. */
async function isAccepted(work: Promise<void>): Promise<boolean> {
	try {
		await work;
		return true;
	} catch (error) {
		if (error instanceof Problem && error.code === 'invalid-input') return false;
		throw error;
	}
}

async function isStillReached(context: Context, caseId: CaseId): Promise<boolean> {
	return fetch(context, caseAccess, { caseId }).then(
		() => true,
		() => false
	);
}

const savedNotices: Readonly<Record<string, () => string>> = {
	opened: m.case_work_opened,
	'goals-rated': m.goals_rated,
	record: m.record_saved,
	identity: m.identity_saved,
	'identity-removed': m.identity_removed,
	'plan-started': m.plans_case_started,
	'plan-ended': m.plans_case_plan_ended,
	recorded: m.plans_case_recorded,
	reopened: m.plans_case_reopened,
	'intervention-moved': m.plans_intervention_moved,
	'interview-paused': m.interview_paused,
	'interview-ended': m.interview_broken_off
};

function savedSentence(what: string | null): string | null {
	if (what !== null && Object.hasOwn(savedNotices, what)) return savedNotices[what]?.() ?? null;
	if (what === 'intervention') return m.staff_timeline_intervention_saved();
	return what === 'response' ? m.staff_timeline_response_saved() : null;
}
