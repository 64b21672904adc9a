import { quickExitAddress, quickExitCookie, quickExitMinutes } from '#lib/collection/quick-exit.ts';
import { forgetDraft } from '#lib/collection/server/commands/forget-draft.ts';
import { Problem } from '#lib/shared/problem.ts';
import { run } from '#lib/shared/server/command.ts';
import { contextOfHolder } from '../open-link.server.ts';
import type { RequestEvent, RequestHandler } from './$types';

/**
 * The pages of a link are left in a hurry. Whatever becomes of what was answered, the way is always out: a page that leads
 * on by itself, since the browser lets a form lead nowhere else (`form-action`).
 */
export const POST: RequestHandler = async (event) => {
	await forgetAnswers(event);
	event.cookies.set(quickExitCookie, '1', {
		path: `/s/${event.params.board}/${event.params.token}`,
		maxAge: quickExitMinutes * 60,
		sameSite: 'lax',
		httpOnly: true,
		secure: event.url.protocol === 'https:'
	});
	return new Response(`<!doctype html><title>…</title><a href="${quickExitAddress}">…</a>`, {
		headers: {
			'content-type': 'text/html; charset=utf-8',
			'clear-site-data': '"cache"',
			refresh: `0; url=${quickExitAddress}`
		}
	});
};

async function forgetAnswers(event: RequestEvent): Promise<void> {
	try {
		const { context } = await contextOfHolder(event);
		await run(context, forgetDraft, { token: event.params.token });
	} catch (problem) {
		if (!(problem instanceof Problem)) throw problem;
	}
}
