import { lentInterview, type LentInterview } from '#lib/collection/server/reads/lent-interview.ts';
import type { Asker } from '#lib/collection/ui/journey-view.ts';
import type { LanguageTag } from '#lib/instruments/questionnaire.ts';
import type { StaffSession } from '#lib/access/staff-session.ts';
import { hasQuickExit } from '#lib/instruments/quick-exit.ts';
import { pickLanguage } from '#lib/questionnaire/ui/pick-language.ts';
import { Problem } from '#lib/shared/problem.ts';
import { fetch } from '#lib/shared/server/read.ts';
import type { RequestEvent } from './$types';

type LentEvent = Pick<RequestEvent, 'locals' | 'url'>;

export interface OpenLent {
	readonly interview: LentInterview;
	readonly asker: Asker;
	readonly session: StaffSession;
	/** Whether the questions may be shown: not when they have been sent, nor when nobody has touched the tablet for a while. */
	readonly isOpen: boolean;
	/** The questionnaire's language nearest to the one asked for. */
	readonly language: LanguageTag;
}

/** Shuts the tablet: what was answered belongs to the conversation, and staff decide on it. */
const quickExit = { action: '/here?/shut', address: null } as const;

const opened = new WeakMap<App.Locals, Promise<OpenLent>>();

/** What the session is lent for; looked up once per request. */
export function openLent(event: LentEvent): Promise<OpenLent> {
	const known = opened.get(event.locals);
	if (known) return known;
	const lent = findLent(event);
	opened.set(event.locals, lent);
	return lent;
}

async function findLent({ locals, url }: LentEvent): Promise<OpenLent> {
	const { session } = locals.visit;
	if (!session) throw new Problem('sign-in-required');
	const interview = await fetch(locals.context, lentInterview, {});
	const boardName = session.boards.find(({ boardId }) => boardId === session.boardId)?.boardName ?? '';
	const isHidden = hasQuickExit(interview.instrument, 'by-subject');
	return {
		interview,
		session,
		isOpen: interview.state === 'started' && !session.lentIsShut,
		asker: { kind: 'tablet', boardName, providerName: null, ...(isHidden && { quickExit }) },
		language: pickLanguage(interview.instrument.questionnaire, [
			url.searchParams.get('lang'),
			interview.draft.language
		])
	};
}
