/** One step of a plan's history in words. */
import { m } from '#lib/paraglide/messages.js';
import { unreachable } from '#lib/shared/unreachable.ts';
import type { ActionPlanEvent, PlanContent } from '#lib/targets/action-plan.ts';

export interface EventView {
	readonly title: string;
	readonly comment: string | null;
	readonly content: PlanContent | null;
}

export function viewEvent(event: ActionPlanEvent): EventView {
	const only = (title: string, comment: string | null = null): EventView => ({
		title,
		comment,
		content: null
	});
	switch (event.kind) {
		case 'asked': {
			const title =
				event.decisionReference === null
					? m.action_event_asked({ day: event.dueOn })
					: m.action_event_asked_by({ day: event.dueOn, reference: event.decisionReference });
			return only(title, event.comment);
		}
		case 'reminded':
			return only(m.action_event_reminded({ day: event.dueOn }));
		case 'overdue':
			return only(m.action_event_overdue({ day: event.dueOn }));
		case 'sent':
			return { title: m.action_event_sent(), comment: null, content: event.content };
		case 'returned':
			return only(m.action_event_returned({ day: event.dueOn }), event.comment);
		case 'accepted':
			return only(m.action_event_accepted(), event.comment);
		case 'closed':
			return only(
				event.isMet
					? m.action_event_closed_met({ year: event.year })
					: m.action_event_closed_not_met({ year: event.year })
			);
		case 'withdrawn':
			return only(m.action_event_withdrawn(), event.comment);
		default:
			return unreachable(event);
	}
}
