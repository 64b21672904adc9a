import type { Instrument } from './instrument.ts';

/** Whether a client's pages can be left in a hurry: as what is asked about decides, or as somebody has decided. */
export const quickExits = ['by-subject', 'always', 'never'] as const;
export type QuickExit = (typeof quickExits)[number];

/**
 * Whether the pages have a way out in a hurry: somebody may come into the room who must not know that violence is asked
 * about (GOV.UK Design System, Exit this page).
 */
export function hasQuickExit({ sensitive }: Pick<Instrument, 'sensitive'>, choice: QuickExit): boolean {
	return choice === 'always' || (choice === 'by-subject' && (sensitive ?? []).includes('violence'));
}
