import { m } from '#lib/paraglide/messages.js';
import { makeDocument } from './make-document.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { year, law, document } = await makeDocument(locals, url);
	const { title, blocks } = document;
	const query = `?year=${year}&law=${law}${locals.locale === 'sv' ? '' : `&lang=${locals.locale}`}`;
	return {
		way: [{ href: `/targets${query}`, label: m.board_result_way({ year }) }],
		title,
		blocks: blocks.slice(1),
		pdf: `/targets/document/file.pdf${query}`
	};
};
