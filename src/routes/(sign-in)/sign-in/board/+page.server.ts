import { fail, redirect } from '@sveltejs/kit';
import { chooseBoard } from '#lib/access/server/sign-in/choose-board.ts';
import { m } from '#lib/paraglide/messages.js';
import { refuseField } from '#lib/shared/refused-form.ts';
import { pathOnwards, requireWhole } from '../../attempt.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const { boards, boardId } = requireWhole(locals, url);
	return { boardId, boards: boards.map((board) => ({ id: board.boardId, name: board.boardName })) };
};

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		const session = requireWhole(locals, url);
		const wanted = String((await request.formData()).get('board') ?? '');
		const chosen = await chooseBoard(locals.signIn, session, wanted);
		if (!chosen) return fail(422, refuseField({}, 'board', m.access_board_missing()));
		redirect(303, pathOnwards({ ...session, boardId: chosen }, url.searchParams.get('next')));
	}
};
