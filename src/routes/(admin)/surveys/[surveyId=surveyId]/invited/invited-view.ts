/** Whom a confidential survey asks, how, and what has become of them, in words. */
import { wayOrderNames, wayOrders, type WayOrder } from '#lib/invitations/choose-way.ts';
import type { Channel } from '#lib/invitations/channel.ts';
import type { Shown } from '#lib/outcomes/disclosure/shown.ts';
import { m } from '#lib/paraglide/messages.js';
import { surveyOutcomes, type ShownResponse } from '#lib/reports/survey-response.ts';
import type { Survey, TargetGroup } from '#lib/surveys/survey.ts';
import type { Choice } from '../../../../choices.ts';

const orderWords: Readonly<Record<WayOrder, () => string>> = {
	'email-first': m.confidential_order_email,
	'sms-first': m.confidential_order_sms,
	letter: m.confidential_order_letter
};

/** Only orders that begin with a channel that is set up, or with letters. */
export function wayChoices(set: readonly Channel[]): Choice[] {
	return wayOrderNames
		.filter((order) => {
			const [first] = wayOrders[order];
			return first === 'letter' || set.includes(first);
		})
		.map((order) => ({ value: order, label: orderWords[order]() }));
}

/** The group that has been chosen. */
export function groupFacts(
	{ unitId, interventions, from, to }: TargetGroup,
	{ providers }: Pick<Survey, 'providers'>,
	units: readonly { readonly id: string; readonly name: string }[]
) {
	const unit = units.find(({ id }) => id === unitId)?.name;
	return [
		{ term: m.confidential_group_unit(), value: unit ?? m.confidential_group_all_units() },
		{ term: m.staff_survey_new_providers(), value: providers.map(({ name }) => name).join(', ') },
		{
			term: m.confidential_group_which(),
			value: interventions === 'ended' ? m.confidential_group_ended() : m.confidential_group_under_way()
		},
		{ term: m.confidential_group_period(), value: m.staff_surveys_period({ from, to }) }
	];
}

/** A row of the table, everybody's last. */
export function toResponseRows(
	rows: readonly ShownResponse[],
	{ providers }: Pick<Survey, 'providers'>
): Record<string, string>[] {
	return rows.map(({ providerId, invited, counts, rate }) => ({
		id: providerId ?? 'all',
		name: providers.find((one) => one.providerId === providerId)?.name ?? m.confidential_response_all(),
		invited: toWords(invited),
		...Object.fromEntries(surveyOutcomes.map((outcome, at) => [outcome, toWords(counts[at])])),
		rate: rate.kind === 'shown' ? `${Math.round(100 * rate.value)} %` : rate.symbol
	}));
}

function toWords(count: Shown<number> | undefined): string {
	if (count === undefined) return '';
	return count.kind === 'shown' ? String(count.value) : count.symbol;
}

/** How many were invited just now, from the address that the form led to; null when it says nothing. */
export function readInvitedWords(query: URLSearchParams): string | null {
	const [email, sms, letter] = ['email', 'sms', 'letter'].map((way) => {
		const text = query.get(way) ?? '';
		return /^\d{1,6}$/.test(text) ? Number(text) : null;
	});
	if (email === null || sms === null || letter === null) return null;
	if (email === undefined || sms === undefined || letter === undefined) return null;
	return email + sms + letter === 0
		? m.confidential_invited_nobody()
		: m.confidential_invited_done({ email, sms, letter });
}
