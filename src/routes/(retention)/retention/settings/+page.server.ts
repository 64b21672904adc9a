import { fail, redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import {
	regimes,
	researchCounties,
	researchMunicipalities,
	retentionExceptions,
	retentionRules,
	type Regime
} from '#lib/retention/retention-rules.ts';
import { addRetentionOverride } from '#lib/retention/server/commands/add-retention-override.ts';
import { proposeRetention } from '#lib/retention/server/commands/propose-retention.ts';
import { removeRetentionOverride } from '#lib/retention/server/commands/remove-retention-override.ts';
import { setRetentionSettings } from '#lib/retention/server/commands/set-retention-settings.ts';
import { retentionPlan, type RetentionPlan } from '#lib/retention/server/reads/retention-plan.ts';
import { parseId, type RetentionOverrideId } from '#lib/shared/ids.ts';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { refuseField } from '#lib/shared/refused-form.ts';
import { run } from '#lib/shared/server/command.ts';
import { parseForm, readFields } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { certaintyWords, ruleWord, sayLimit } from '../retention-words.ts';
import { placeSchema, plannableRules, planSchema } from './settings-form.ts';
import type { Actions, PageServerLoad } from './$types';

const regimeWords: Readonly<Record<Regime, () => string>> = {
	sol: m.retention_regime_sol,
	'lss-private': m.retention_regime_lss_private
};

export const load: PageServerLoad = async ({ locals, url }) => {
	const { settings, overrides } = await fetch(locals.context, retentionPlan, {});
	return {
		way: [{ href: '/retention', label: m.retention_title() }],
		place: { municipalityCode: settings?.municipalityCode ?? '', regime: settings?.regime ?? '' },
		regimes: regimes.map((value) => ({ value, label: regimeWords[value]() })),
		rules: plannableRules.map(({ id }) => ({ value: id, label: ruleWord(id) })),
		overrides: overrides.map(toOverrideRow),
		table: retentionRules.map((rule) => ({
			id: rule.id,
			name: ruleWord(rule.id),
			limit: sayLimit(rule),
			law: rule.law,
			period: sayPeriod(rule),
			certainty: certaintyWords[rule.certainty]()
		})),
		exceptions: [
			m.retention_exceptions_counties({
				counties: Object.values(researchCounties).join(', '),
				municipalities: Object.values(researchMunicipalities).join(', ')
			}),
			m.retention_exceptions_birthdays(),
			m.retention_exceptions_law({ law: retentionExceptions['research-county'].law })
		],
		isSaved: url.searchParams.has('saved')
	};
};

export const actions: Actions = {
	settings: async ({ locals, request }) => {
		const form = parseForm(placeSchema, await request.formData());
		if (!form.ok) return fail(422, form.problem);
		await run(locals.context, setRetentionSettings, form.value);
		return lookAgain(locals);
	},
	add: async ({ locals, request }) => {
		const data = await request.formData();
		const form = parseForm(planSchema(toLocalDate(locals.context.now())), data);
		if (!form.ok) return fail(422, form.problem);
		try {
			await run(locals.context, addRetentionOverride, form.value);
		} catch (error) {
			if (!(error instanceof Problem) || error.code !== 'already-exists') throw error;
			return fail(409, refuseField(readFields(data), 'validFrom', m.retention_plan_exists()));
		}
		return lookAgain(locals);
	},
	remove: async ({ locals, request }) => {
		const overrideId = parseId<RetentionOverrideId>(readFields(await request.formData())['override'] ?? '');
		if (!overrideId) throw new Problem('not-found');
		await run(locals.context, removeRetentionOverride, { overrideId });
		return lookAgain(locals);
	}
};

/** What is proposed follows the rules at once, and not first the next night. */
async function lookAgain({ context }: App.Locals): Promise<never> {
	await run(context, proposeRetention, {});
	redirect(303, '/retention/settings?saved');
}

function toOverrideRow(override: RetentionPlan['overrides'][number]) {
	const { id, ruleId, years, reference } = override;
	return {
		id,
		rule: ruleWord(ruleId),
		years: years === null ? m.retention_plan_kept() : m.retention_plan_years_value({ years }),
		reference,
		period: sayPeriod(override)
	};
}

function sayPeriod({
	validFrom: from,
	validTo: to
}: {
	readonly validFrom: string | null;
	readonly validTo: string | null;
}) {
	if (from === null) return m.retention_period_never();
	return to === null ? m.retention_period_from({ from }) : m.retention_period_between({ from, to });
}
