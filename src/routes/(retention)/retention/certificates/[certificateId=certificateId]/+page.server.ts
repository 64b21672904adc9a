import { m } from '#lib/paraglide/messages.js';
import { retentionCertificate } from '#lib/retention/server/reads/retention-certificate.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { findBoardOf } from '../../../../visitor.server.ts';
import { sayYears, tableWord } from '../../retention-words.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { certificateId } = params;
	const certificate = await fetch(locals.context, retentionCertificate, { certificateId });
	const board = await findBoardOf(locals);
	const { approved, approvedByName: name, executedOn, years, skipped, sweptOn } = certificate;
	return {
		way: [{ href: '/retention', label: m.retention_title() }],
		title: m.retention_certificate_title({ day: executedOn }),
		facts: [
			{ term: m.retention_certificate_board(), value: board?.name ?? '' },
			{ term: m.retention_certificate_day(), value: executedOn },
			{
				term: m.retention_certificate_decision(),
				value: m.retention_certificate_decision_value({ name, day: approved.on })
			},
			{ term: m.retention_certificate_rule(), value: certificate.law },
			{ term: m.retention_certificate_years(), value: sayYears(years) },
			{ term: m.retention_certificate_persons(), value: String(certificate.persons) },
			{ term: m.retention_certificate_skipped(), value: String(skipped) },
			{ term: m.retention_certificate_id(), value: certificate.id }
		],
		skipped: skipped > 0 ? m.retention_certificate_skipped_text() : null,
		rows: Object.entries(certificate.counts)
			.map(([table, count]) => ({ table, what: tableWord(table), count: String(count) }))
			.sort((one, other) => one.what.localeCompare(other.what, 'sv')),
		files: sweptOn ? m.retention_certificate_swept({ day: sweptOn }) : m.retention_certificate_unswept(),
		isSwept: sweptOn !== null,
		isDone: url.searchParams.has('done')
	};
};
