import { fail, redirect } from '@sveltejs/kit';
import { findInstrument, listInstruments } from '#lib/instruments/server/catalogue.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatDecimal } from '#lib/shared/decimal.ts';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { refuseField } from '#lib/shared/refused-form.ts';
import { run } from '#lib/shared/server/command.ts';
import { parseForm, readFields } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { decideTarget } from '#lib/targets/server/commands/decide-target.ts';
import { listTargets } from '#lib/targets/server/reads/list-targets.ts';
import type { Target } from '#lib/targets/target.ts';
import { listGoalChoices } from './goal-choices.ts';
import { targetFormSchema } from './target-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { context, locale } = locals;
	const today = toLocalDate(context.now());
	const year = readYear(url.searchParams.get('year')) ?? Number(today.slice(0, 4));
	const targets = await fetch(context, listTargets, { year });
	const saved = targets.find(({ item }) => item === url.searchParams.get('saved'));
	return {
		way: [{ href: '/targets', label: m.staff_nav_targets() }],
		today,
		year,
		goals: listGoalChoices(listInstruments(context.catalogue), locale).map(({ value, label }) => ({
			value,
			label
		})),
		targets: targets.map((target) => toRow(target, locale)),
		saved: saved
			? m.staff_target_saved({ goal: saved.goal, points: pointsOf(saved.thousandths, locale), year })
			: null
	};
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const { context, locale } = locals;
		const goals = listGoalChoices(listInstruments(context.catalogue), locale);
		const data = await request.formData();
		const form = parseForm(targetFormSchema(goals, toLocalDate(context.now())), data);
		if (!form.ok) return fail(422, form.problem);
		const { goal, words, points, ...rest } = form.value;
		const chosen = goals.find(({ value }) => value === goal);
		if (!chosen) throw new Problem('not-found');
		const { instrumentId, item, name } = chosen;
		try {
			await run(context, decideTarget, {
				...rest,
				instrumentId,
				item,
				goal: words ?? name,
				thousandths: points
			});
		} catch (error) {
			if (!(error instanceof Problem)) throw error;
			const refusal = explainRefusal(error, locals, readFields(data), { instrumentId, item, points });
			if (!refusal) throw error;
			return fail(error.status, refusal);
		}
		redirect(303, `/targets/decide?year=${rest.year}&saved=${item}`);
	}
};

function explainRefusal(
	{ code }: Problem,
	{ context, locale }: App.Locals,
	values: Record<string, string>,
	asked: { readonly instrumentId: string; readonly item: string; readonly points: number }
) {
	if (code === 'already-exists') return refuseField(values, 'decidedOn', m.staff_target_exists());
	if (code !== 'target-outside-scale') return null;
	const instrument = findInstrument(context.catalogue, asked.instrumentId);
	const scale = instrument?.items.find(({ name }) => name === asked.item);
	const sentence = m.staff_target_points_outside({
		lowest: scale?.lowest ?? '',
		highest: scale?.highest ?? '',
		points: pointsOf(asked.points, locale)
	});
	return refuseField(values, 'points', sentence);
}

function toRow(target: Target, language: 'sv' | 'en') {
	return {
		key: `${target.law} ${target.instrumentId} ${target.item}`,
		goal: target.goal,
		law: target.law === 'sol' ? m.staff_target_law_sol() : m.staff_target_law_lss(),
		points: pointsOf(target.thousandths, language),
		comparison:
			target.comparison === 'unrounded'
				? m.staff_target_comparison_unrounded()
				: m.staff_target_comparison_rounded(),
		decision: `${target.decisionReference}, ${target.decidedOn}`
	};
}

function pointsOf(thousandths: number, language: 'sv' | 'en'): string {
	return formatDecimal(
		{ numerator: thousandths, denominator: 1000 },
		thousandths % 10 === 0 ? 2 : 3,
		language
	);
}

function readYear(text: string | null): number | undefined {
	return text !== null && /^(19|20)\d{2}$/.test(text) ? Number(text) : undefined;
}
