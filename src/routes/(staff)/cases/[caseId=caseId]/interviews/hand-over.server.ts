import { redirect, type Cookies } from '@sveltejs/kit';
import { lendSession } from '#lib/access/server/sign-in/lend-session.ts';
import { handOverInterview } from '#lib/collection/server/commands/hand-over-interview.ts';
import type { LanguageTag } from '#lib/instruments/questionnaire.ts';
import type { AdministrationId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { run } from '#lib/shared/server/command.ts';
import { keepSession } from '../../../../(sign-in)/attempt.server.ts';

/**
 * Locks the visitor's session to the interview and leads to the client's questions. Null where there is no session to
 * lock (a door of the demo) or the form may not be given so; then nothing has happened.
 */
export async function handOver(
	{ locals, cookies }: { readonly locals: App.Locals; readonly cookies: Cookies },
	{
		administrationId,
		language
	}: { readonly administrationId: AdministrationId; readonly language: LanguageTag }
): Promise<null> {
	const { context, signIn, visit } = locals;
	if (!visit.session) return null;
	try {
		await run(context, handOverInterview, { administrationId });
	} catch (error) {
		if (error instanceof Problem && (error.code === 'permit-required' || error.code === 'wording-missing'))
			return null;
		throw error;
	}
	const token = await lendSession(signIn, visit.session, administrationId);
	if (!token) return null;
	await keepSession(signIn, cookies, token);
	redirect(303, `/here?lang=${encodeURIComponent(language)}`);
}
