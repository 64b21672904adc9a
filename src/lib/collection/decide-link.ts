import type { LocalDate } from '#lib/shared/local-date.ts';
import { ok, refuse, type Result } from '#lib/shared/result.ts';
import { unreachable } from '#lib/shared/unreachable.ts';
import type { Administration } from './administration.ts';

export type LinkRefusal = 'link-expired' | 'link-withdrawn' | 'already-answered';

interface Link {
	readonly state: Administration['state'];
	/** The last day the link works. */
	readonly expiresOn: LocalDate;
}

/** Whether a case's link opens the questions today, or why it does not. Answered and withdrawn go before expired. */
export function decideLink(link: Link, today: LocalDate): Result<'open', LinkRefusal> {
	switch (link.state) {
		case 'answered':
			return refuse('already-answered');
		case 'withdrawn':
			return refuse('link-withdrawn');
		case 'sent':
		case 'started':
			return link.expiresOn < today ? refuse('link-expired') : ok('open');
		default:
			return unreachable(link.state);
	}
}
