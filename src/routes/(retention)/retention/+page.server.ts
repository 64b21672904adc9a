import { fail, redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { holdReasons } from '#lib/retention/proposal.ts';
import { approveRetention } from '#lib/retention/server/commands/approve-retention.ts';
import { executeRetention } from '#lib/retention/server/commands/execute-retention.ts';
import { liftHold } from '#lib/retention/server/commands/lift-hold.ts';
import { proposeRetention } from '#lib/retention/server/commands/propose-retention.ts';
import { withdrawApproval } from '#lib/retention/server/commands/withdraw-approval.ts';
import { retentionOverview } from '#lib/retention/server/reads/retention-overview.ts';
import { parseId, type ClientId, type RetentionProposalId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { run } from '#lib/shared/server/command.ts';
import { readFields } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { readDecisions } from './decision-form.ts';
import {
	isKeptByPlace,
	sayProposal,
	toApprovedView,
	toCertificateRow,
	toFacts,
	toHoldView,
	toRecordView
} from './proposal-view.ts';
import { holdWords } from './retention-words.ts';
import type { Actions, PageServerLoad } from './$types';

const signInAgain = '/sign-in?again=1&next=/retention';

export const load: PageServerLoad = async ({ locals, url }) => {
	const overview = await fetch(locals.context, retentionOverview, {});
	const { proposal, settings, holds, certificates } = overview;
	return {
		facts: toFacts(overview),
		needsPlace: settings === null,
		isKeptByPlace: isKeptByPlace(overview),
		proposal:
			proposal?.state === 'proposed'
				? {
						id: proposal.id,
						title: m.retention_proposal_title({ day: proposal.proposedOn }),
						sentences: sayProposal(proposal),
						records: proposal.items.map(toRecordView)
					}
				: null,
		approved: proposal?.state === 'approved' ? { id: proposal.id, view: toApprovedView(proposal) } : null,
		reasons: holdReasons.map((value) => ({ value, label: holdWords[value]() })),
		holds: holds.map(toHoldView),
		certificates: certificates.map(toCertificateRow),
		signInAgain,
		said: sayDone(url.searchParams.get('done'))
	};
};

export const actions: Actions = {
	approve: async ({ locals, request }) => {
		const fields = readFields(await request.formData());
		const proposalId = readProposal(fields);
		const { proposal } = await fetch(locals.context, retentionOverview, {});
		if (proposal?.id !== proposalId || proposal.state !== 'proposed')
			redirect(303, '/retention?done=changed');
		const { decisions, errors } = readDecisions(fields, proposal.items);
		if (Object.keys(errors).length > 0) return fail(422, { values: fields, errors, isStale: false });
		try {
			await run(locals.context, approveRetention, { proposalId, decisions });
		} catch (error) {
			if (!(error instanceof Problem)) throw error;
			// The choices are kept on the page: whoever has gone through two hundred lines does not do it twice.
			if (error.code === 'fresh-sign-in-required') {
				return fail(403, { values: fields, errors, isStale: true });
			}
			if (error.code === 'changed-meanwhile') redirect(303, '/retention?done=changed');
			throw error;
		}
		redirect(303, '/retention');
	},
	withdraw: async ({ locals, request }) => {
		const proposalId = readProposal(readFields(await request.formData()));
		await run(locals.context, withdrawApproval, { proposalId });
		redirect(303, '/retention?done=withdrawn');
	},
	execute: async ({ locals, request }) => {
		const { context } = locals;
		const proposalId = readProposal(readFields(await request.formData()));
		try {
			// The files are cleared at night: nobody can answer anything while tables are written anew.
			const { id } = await run(context, executeRetention, { proposalId });
			// The next ones in turn, where there were more than fit in one proposal.
			await run(context, proposeRetention, {});
			redirect(303, `/retention/certificates/${id}?done`);
		} catch (error) {
			if (error instanceof Problem && error.code === 'fresh-sign-in-required') redirect(303, signInAgain);
			throw error;
		}
	},
	lift: async ({ locals, request }) => {
		const clientId = parseId<ClientId>(readFields(await request.formData())['client'] ?? '');
		if (!clientId) throw new Problem('not-found');
		await run(locals.context, liftHold, { clientId });
		await run(locals.context, proposeRetention, {});
		redirect(303, '/retention?done=lifted');
	}
};

function readProposal(fields: Readonly<Record<string, string>>): RetentionProposalId {
	const id = parseId<RetentionProposalId>(fields['proposal'] ?? '');
	if (!id) throw new Problem('not-found');
	return id;
}

function sayDone(what: string | null): string | null {
	if (what === 'withdrawn') return m.retention_withdrawn();
	if (what === 'lifted') return m.retention_lifted();
	if (what === 'changed') return m.retention_changed_text();
	return null;
}
