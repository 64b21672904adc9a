import { fail, redirect } from '@sveltejs/kit';
import { changeKiosk } from '#lib/kiosk/server/commands/change-kiosk.ts';
import { renewPairingCode } from '#lib/kiosk/server/commands/renew-pairing-code.ts';
import { shutOutKiosk } from '#lib/kiosk/server/commands/shut-out-kiosk.ts';
import { listKiosks } from '#lib/kiosk/server/reads/list-kiosks.ts';
import { m } from '#lib/paraglide/messages.js';
import { Problem } from '#lib/shared/problem.ts';
import { run } from '#lib/shared/server/command.ts';
import { parseForm, readFields } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { changedKioskSchema, missingSurveys, readLinkIds } from '../kiosk-form.ts';
import { describeKiosk, toSurveyChoice } from '../kiosk-views.ts';
import { toShownCode } from '../shown-code.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

async function openKiosk({ locals, params }: Pick<RequestEvent, 'locals' | 'params'>) {
	const { kiosks, surveys } = await fetch(locals.context, listKiosks, {});
	const kiosk = kiosks.find(({ id }) => id === params.kioskId);
	if (!kiosk) throw new Problem('not-found');
	return { kiosk, surveys };
}

export const load: PageServerLoad = async (event) => {
	const { kiosk, surveys } = await openKiosk(event);
	const known = new Set(surveys.map(({ linkId }) => linkId));
	return {
		way: [{ href: '/kiosks', label: m.kiosk_list_title() }],
		name: kiosk.name,
		state: describeKiosk(kiosk),
		isPaired: kiosk.state.kind === 'paired',
		isSaved: event.url.searchParams.get('saved') === 'kiosk',
		chosen: kiosk.surveys.map(({ linkId }) => linkId),
		// Those it has are shown also when they have closed.
		surveys: [...kiosk.surveys.filter(({ linkId }) => !known.has(linkId)), ...surveys].map(toSurveyChoice)
	};
};

export const actions: Actions = {
	change: async ({ locals, params, request }) => {
		const data = await request.formData();
		const linkIds = readLinkIds(data);
		const form = parseForm(changedKioskSchema, data);
		if (!form.ok || linkIds.length === 0) {
			const errors = { ...(form.ok ? {} : form.problem.errors), ...missingSurveys(linkIds) };
			const { pin: _pin, ...values } = readFields(data);
			return fail(422, { refused: { values, errors }, linkIds });
		}
		const { kioskId } = params;
		await run(locals.context, changeKiosk, { kioskId, ...form.value, linkIds });
		redirect(303, `/kiosks/${kioskId}?saved=kiosk`);
	},
	renew: async (event) => {
		const { kioskId } = event.params;
		const { code } = await run(event.locals.context, renewPairingCode, { kioskId });
		const { kiosk } = await openKiosk(event);
		return { shown: await toShownCode(event.locals, event.url.origin, { name: kiosk.name, code }) };
	},
	shutOut: async ({ locals, params }) => {
		await run(locals.context, shutOutKiosk, { kioskId: params.kioskId });
		redirect(303, `/kiosks/${params.kioskId}?saved=kiosk`);
	}
};
