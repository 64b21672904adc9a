import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { mayAdminister } from '#lib/instruments/rights.ts';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { listPermits } from '#lib/instruments/server/permits/list-permits.ts';
import { m } from '#lib/paraglide/messages.js';
import { extractRecipients, type ExtractRecipient, type RegisterExtract } from '#lib/rights/extract.ts';
import type { ExtractView } from '#lib/rights/extract-view.ts';
import { registerExtract } from '#lib/rights/server/reads/register-extract.ts';
import type { CaseId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import type { RefusedForm } from '#lib/shared/refused-form.ts';
import type { Result } from '#lib/shared/result.ts';
import { choice } from '#lib/shared/server/form-fields.ts';
import { parseForm } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { describeVisitor } from '../../../../visitor.server.ts';
import { toExtractView } from './extract-words.ts';

/** Who is to have it, as asked in the address; null when nothing has been asked yet. */
export function parseRecipient(query: URLSearchParams): Result<ExtractRecipient, RefusedForm> | null {
	if (!query.has('recipient') && !query.has('asked')) return null;
	const data = new FormData();
	data.set('recipient', query.get('recipient') ?? '');
	const schema = v.object({ recipient: choice(extractRecipients, m.rights_extract_recipient_missing) });
	const form = parseForm(schema, data);
	return form.ok ? { ok: true, value: form.value.recipient } : form;
}

/** The extract and its words. Whoever has not just signed in is sent to do so, and comes back to the same address. */
export async function makeExtract(
	locals: App.Locals,
	{ caseId, recipient }: { readonly caseId: CaseId; readonly recipient: ExtractRecipient },
	url: URL
): Promise<{ readonly extract: RegisterExtract; readonly view: ExtractView }> {
	const { context, locale } = locals;
	const extract = await fetchFresh();
	const permits = await fetch(context, listPermits, {});
	const { boardName } = await describeVisitor(locals);
	const findWorded = (id: string, version: string) => {
		const bare = findInstrument(context.catalogue, id, version);
		const worded = bare && mayAdminister(bare, 'paper', permits);
		return worded?.ok ? worded.value : null;
	};
	return { extract, view: toExtractView(extract, { findWorded, locale, boardName, actor: locals.actor }) };

	async function fetchFresh(): Promise<RegisterExtract> {
		try {
			return await fetch(context, registerExtract, { caseId, recipient });
		} catch (error) {
			if (!(error instanceof Problem) || error.code !== 'fresh-sign-in-required') throw error;
			redirect(303, `/sign-in?again=1&next=${encodeURIComponent(url.pathname + url.search)}`);
		}
	}
}
