/** Who has read, in words: for the page and for the file alike. */
import type { Readers } from '#lib/audit/readers.ts';
import { listActions } from '#lib/audit/ui/action-words.ts';
import type { ListRow, ReaderRow } from '#lib/audit/ui/review-view.ts';
import { m } from '#lib/paraglide/messages.js';
import { clockTime, workWord } from '../log-review-words.ts';

export function toReaderRows({ visits }: Readers): ReaderRow[] {
	return visits.map(({ actorKind, actorName, day, firstAt, lastAt, actions, workContext }, index) => {
		const [from, to] = [clockTime(firstAt), clockTime(lastAt)];
		return {
			key: String(index),
			day,
			time: from === to ? from : `${from}–${to}`,
			who:
				actorName ?? (actorKind === 'respondent' ? m.audit_readers_respondent() : m.audit_readers_system()),
			what: listActions(actions),
			why: workWord(workContext)
		};
	});
}

export function toListRows({ listVisits }: Readers): ListRow[] {
	return listVisits.map(({ actorName, day, times }, index) => ({
		key: String(index),
		day,
		who: actorName,
		times: String(times)
	}));
}
