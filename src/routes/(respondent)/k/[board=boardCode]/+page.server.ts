import { fail, redirect } from '@sveltejs/kit';
import { listLanguageChoices } from '#lib/collection/ui/language-choice.ts';
import { findLink } from '#lib/collection/server/reads/find-link.ts';
import * as m from '#lib/shared/client-words.ts';
import { Problem } from '#lib/shared/problem.ts';
import { refuseField } from '#lib/shared/refused-form.ts';
import { findBoardByCode, type Board } from '#lib/shared/server/boards.ts';
import { readFields } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { parseCode } from '#lib/surveys/survey-code.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { name } = await getBoard(locals, params.board);
	return { boardName: name, languages: listLanguageChoices([], url.searchParams.get('lang')) };
};

export const actions: Actions = {
	default: async ({ locals, params, request, url }) => {
		const board = await getBoard(locals, params.board);
		const values = readFields(await request.formData());
		const code = parseCode(values['code'] ?? '');
		if (!code) return fail(422, { refused: refuseField(values, 'code', m.surveys_code_wrong()) });
		const context = { ...locals.context, actor: { kind: 'respondent' as const, boardId: board.id } };
		try {
			await fetch(context, findLink, { token: code });
		} catch (problem) {
			if (!(problem instanceof Problem) || problem.code !== 'link-unknown') throw problem;
			return fail(422, { refused: refuseField(values, 'code', m.surveys_code_unknown()) });
		}
		const language = url.searchParams.get('lang');
		redirect(303, `/s/${board.code}/${code}${language ? `?lang=${encodeURIComponent(language)}` : ''}`);
	}
};

async function getBoard({ context }: App.Locals, code: string): Promise<Board> {
	const board = await findBoardByCode(context.database, code);
	if (!board) throw new Problem('link-unknown');
	return board;
}
