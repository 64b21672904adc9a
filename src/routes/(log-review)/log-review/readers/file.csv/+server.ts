import { readersOfCase } from '#lib/audit/server/reads/readers-of-case.ts';
import { m } from '#lib/paraglide/messages.js';
import { Problem } from '#lib/shared/problem.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { toCsv } from '#lib/shared/to-csv.ts';
import { toFileResponse } from '../../../../file-response.server.ts';
import { parseReadersQuery } from '../readers-query.ts';
import { toListRows, toReaderRows } from '../readers-view.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
	const asked = parseReadersQuery(url.searchParams);
	if (!asked?.ok) throw new Problem('invalid-input');
	const readers = await fetch(locals.context, readersOfCase, asked.value);
	const rows = toReaderRows(readers).map(({ day, time, who, what, why }) => [day, time, who, what, why]);
	const lists = toListRows(readers).map(({ day, who, times }) => [
		day,
		'',
		who,
		`${m.audit_readers_lists_title()} (${times})`,
		''
	]);
	const heading = [
		m.audit_readers_day(),
		m.audit_readers_time(),
		m.audit_readers_who(),
		m.audit_readers_what(),
		m.audit_readers_why()
	];
	const stamp = [m.audit_readers_stamp({ stamp: readers.stamp })];
	return toFileResponse(
		toCsv([heading, ...rows, ...lists, stamp]),
		`${m.audit_readers_file_name()}-${readers.stamp.slice(0, 8)}.csv`
	);
};
