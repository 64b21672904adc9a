import { m } from '#lib/paraglide/messages.js';
import { openReport } from '../open-report.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const opened = await openReport(locals, params.question, url.searchParams);
	return { ...opened, way: [{ href: '/reports', label: m.report_back() }] };
};
