/** What the timeline of a case shows, as ready words. */
import type { AdministrationId } from '#lib/shared/ids.ts';

export interface InterventionEvent {
	readonly kind: 'intervention';
	readonly key: string;
	readonly date: string;
	readonly text: string;
}

export interface AdministrationEvent {
	readonly kind: 'administration';
	readonly key: string;
	readonly date: string;
	readonly instrument: string;
	readonly occasion: string;
	readonly respondent: string;
	/** The survey that asks, where one does. */
	readonly survey: string | null;
	readonly state: 'waiting' | 'answered' | 'withdrawn' | 'expired';
	readonly stateLabel: string;
	/** The answer is kept but may not be used. */
	readonly isRestricted: boolean;
	/** Until when the link works, or that it was on paper. */
	readonly detail: string | null;
	/** Where the answer can be read, or an interview that is under way goes on. */
	readonly href: string | null;
	/** Set when the link can be renewed or withdrawn. */
	readonly openLink: AdministrationId | null;
}

export type TimelineEvent = InterventionEvent | AdministrationEvent;
