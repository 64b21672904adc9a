import { unitNames } from '#lib/access/server/reads/unit-names.ts';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { m } from '#lib/paraglide/messages.js';
import type { PlanRow } from '#lib/plans/server/queries.ts';
import { listPlans } from '#lib/plans/server/reads/list-plans.ts';
import { nonResponse } from '#lib/plans/server/reads/non-response.ts';
import { discloseNonResponse } from '#lib/reports/non-response.ts';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { respondentLabel } from '../../labels.ts';
import { openEffort } from './effort.server.ts';
import { toGroupings, toMeasurementTable } from './non-response-view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { context, actor } = locals;
	const published = (await fetch(context, listPlans, {}))
		.filter(({ versions }) => versions.some(({ publishedOn }) => publishedOn !== null))
		.toSorted((one, other) => nameOf(one).localeCompare(nameOf(other), 'sv'));
	const asked = url.searchParams.get('plan');
	const row = published.find(({ id }) => id === asked) ?? published[0];
	const isForAll = actor.kind === 'staff' && actor.roles.includes('follow-up-administrator');
	return {
		lead: isForAll ? m.non_response_lead() : `${m.non_response_lead()} ${m.non_response_lead_own()}`,
		plans: published.map((plan) => ({
			value: plan.id as string,
			label: nameOf(plan),
			isChosen: plan.id === row?.id
		})),
		shown: row ? await openPlanFigures(locals, row, url) : null,
		effort: await openEffort(locals)
	};
};

const nameOf = ({ versions }: PlanRow): string => versions[0]?.plan.name ?? '';

interface Measured {
	readonly line: string;
	readonly rule: string;
}

async function openPlanFigures({ context, locale }: App.Locals, row: PlanRow, url: URL) {
	// Measurements of older versions are still made in the cases that follow them.
	const lines = row.versions.flatMap(({ plan }) => plan.lines);
	const rules = row.versions.flatMap(({ plan }) => plan.occasions);
	const wordsOf = ({ line: lineKey, rule: ruleKey }: Measured) => {
		const line = lines.find(({ key }) => key === lineKey);
		const id = line?.measure.kind === 'instrument' ? line.measure.instrumentId : null;
		const instrument = id === null ? null : findInstrument(context.catalogue, id);
		const measured =
			line?.measure.kind === 'outside'
				? line.measure.name
				: line?.measure.kind === 'goal-levels'
					? m.plans_line_goals()
					: (textIn(instrument?.shortTitle ?? null, locale) ?? lineKey);
		const who = line ? respondentLabel(line.respondent).toLocaleLowerCase('sv') : '';
		return {
			what: who === '' ? measured : `${measured}, ${who}`,
			when: rules.find(({ key }) => key === ruleKey)?.name ?? ruleKey
		};
	};
	const chosen = findChosen(url, row);
	const found = discloseNonResponse(await fetch(context, nonResponse, { planId: row.id, chosen }), chosen);
	const units = new Map((await fetch(context, unitNames, {})).map(({ id, name }) => [id as string, name]));
	const place = ({ line, rule }: Measured): number =>
		rules.findIndex(({ key }) => key === rule) * 1000 + lines.findIndex(({ key }) => key === line);
	return {
		name: nameOf(row),
		tables: found.measurements
			.toSorted((one, other) => place(one) - place(other))
			.map((table) =>
				toMeasurementTable(table, {
					nameOf: wordsOf,
					unitName: (id) =>
						id === '' ? m.non_response_no_unit() : (units.get(id) ?? m.non_response_unit_gone()),
					today: toLocalDate(context.now()),
					hrefOf: ({ line, rule }) => `/non-response?plan=${row.id}&line=${line}&rule=${rule}#who`,
					isChosen: ({ line, rule }) => line === chosen?.line && rule === chosen.rule
				})
			),
		who: chosen && {
			lead: m.non_response_who_lead(wordsOf(chosen)),
			groupings: toGroupings(found.groupings)
		}
	};
}

/** The measurement asked for, if the plan has it; otherwise the plan's last one. */
function findChosen(url: URL, { versions }: PlanRow): Measured | null {
	const measured = versions.flatMap(({ plan }) =>
		plan.occasions.flatMap(({ key: rule }) =>
			plan.lines.filter(({ at }) => at.includes(rule)).map(({ key: line }) => ({ line, rule }))
		)
	);
	const asked = measured.find(
		({ line, rule }) => line === url.searchParams.get('line') && rule === url.searchParams.get('rule')
	);
	return asked ?? measured.at(-1) ?? null;
}
