import { redirect } from '@sveltejs/kit';
import type { LinkTarget } from '#lib/collection/link-target.ts';
import { quickExitAddress, quickExitCookie } from '#lib/collection/quick-exit.ts';
import { findLink } from '#lib/collection/server/reads/find-link.ts';
import type { Asker } from '#lib/collection/ui/journey-view.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import type { Answers, LanguageTag } from '#lib/instruments/questionnaire.ts';
import { hasQuickExit } from '#lib/instruments/quick-exit.ts';
import { instrumentForLink } from '#lib/instruments/server/permits/instrument-for-link.ts';
import { pickLanguage } from '#lib/questionnaire/ui/pick-language.ts';
import { Problem } from '#lib/shared/problem.ts';
import { findBoardByCode, type Board } from '#lib/shared/server/boards.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { fetch } from '#lib/shared/server/read.ts';
import type { RequestEvent } from './$types';

type LinkEvent = Pick<RequestEvent, 'cookies' | 'locals' | 'url'> & {
	readonly params: RequestEvent['params'] & { readonly step?: string | undefined };
};

export interface OpenLink {
	/** Acting as whoever holds the link. */
	readonly context: Context;
	readonly target: LinkTarget;
	readonly asker: Asker;
	readonly instrument: Instrument;
	/** The questionnaire's language nearest to the one asked for. */
	readonly language: LanguageTag;
	/** What the server keeps; empty for a survey, where nothing is kept. */
	readonly kept: Answers;
}

const opened = new WeakMap<App.Locals, Promise<OpenLink>>();

/** What the address opens; looked up once per request. Throws the Problem that the respondent's error page explains. */
export function openLink(event: LinkEvent): Promise<OpenLink> {
	const known = opened.get(event.locals);
	if (known) return known;
	const link = findOpenLink(event);
	opened.set(event.locals, link);
	return link;
}

/** The way out in a hurry, for links that have one. */
function findQuickExit({ params }: LinkEvent, target: LinkTarget, instrument: Instrument) {
	if (!hasQuickExit(instrument, target.quickExit)) return undefined;
	return { action: `/s/${params.board}/${params.token}/leave`, address: quickExitAddress };
}

/** The context of whoever holds the link; the board comes from the address. */
export async function contextOfHolder({
	locals,
	params
}: Pick<LinkEvent, 'locals' | 'params'>): Promise<{ context: Context; board: Board }> {
	const board = await findBoardByCode(locals.context.database, params.board);
	if (!board) throw new Problem('link-unknown');
	return { board, context: { ...locals.context, actor: { kind: 'respondent', boardId: board.id } } };
}

async function findOpenLink(event: LinkEvent): Promise<OpenLink> {
	// Left in a hurry a while ago: Back leads to where the exit led.
	if (event.cookies.get(quickExitCookie)) {
		redirect(303, quickExitAddress, { external: [new URL(quickExitAddress).origin] });
	}
	const { context } = await contextOfHolder(event);
	const stage = event.params['step'] === undefined ? 'begin' : 'go-on';
	const target = await fetch(context, findLink, { token: event.params.token, stage });
	const { instruments } = target;
	const instrument = await fetch(context, instrumentForLink, { instruments });
	const quickExit = findQuickExit(event, target, instrument);
	return {
		context,
		target,
		asker: { ...toAsker(target), ...(quickExit && { quickExit }) },
		instrument,
		language: pickLanguage(instrument.questionnaire, [
			event.url.searchParams.get('lang'),
			event.locals.language
		]),
		kept: target.kind === 'case' ? (target.draft?.answers ?? {}) : {}
	};
}

function toAsker(target: LinkTarget): Asker {
	const { kind, boardName } = target;
	if (target.kind === 'case') {
		return { kind, boardName, providerName: null, confidentialAbout: target.survey?.providerName ?? null };
	}
	const { isTrial, isConfidential, providerName } = target;
	return isConfidential
		? { kind, boardName, providerName: null, confidentialAbout: providerName, isTrial }
		: { kind, boardName, providerName, isTrial };
}
