/** What has just been done with the plan. */
import { m } from '#lib/paraglide/messages.js';

const sentences: Readonly<Record<string, () => string>> = {
	asked: m.action_done_asked,
	saved: m.action_done_saved,
	sent: m.action_done_sent,
	accepted: m.action_done_accepted,
	returned: m.action_done_returned,
	closed: m.action_done_closed,
	withdrawn: m.action_done_withdrawn,
	changed: m.action_done_changed
};

export function sayDone(what: string | null): { text: string; isWarning: boolean } | null {
	const sentence = what !== null && Object.hasOwn(sentences, what) ? sentences[what] : undefined;
	return sentence ? { text: sentence(), isWarning: what === 'changed' } : null;
}
