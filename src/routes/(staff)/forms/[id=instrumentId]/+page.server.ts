import { mayAdminister } from '#lib/instruments/rights.ts';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { listPermits } from '#lib/instruments/server/permits/list-permits.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { findMissingWording } from '#lib/instruments/wording.ts';
import { Problem } from '#lib/shared/problem.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { toPrintedForm } from './printed-form.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { context, locale } = locals;
	const bare = findInstrument(context.catalogue, params.id);
	if (!bare) throw new Problem('not-found');
	const given = mayAdminister(bare, 'paper', await fetch(context, listPermits, {}));
	const instrument = given.ok ? given.value : bare;
	const isWorded = findMissingWording(instrument).length === 0;
	return {
		title: textIn(instrument.title, locale) ?? instrument.id,
		version: instrument.version,
		notices: instrument.rights.notices.map((notice) => textIn(notice, locale) ?? ''),
		/** Null where the owner lets the words be shown only with a permit: then there is nothing to print. */
		form: isWorded ? toPrintedForm(instrument, locale) : null
	};
};
