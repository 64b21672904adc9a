/** A tablet that stands where people are, and what staff see of it. */
import type { KioskId, SurveyLinkId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';

export interface KioskSurvey {
	readonly linkId: SurveyLinkId;
	readonly title: string;
	readonly providerName: string;
	readonly opensOn: LocalDate;
	readonly closesOn: LocalDate;
}

export interface Kiosk {
	readonly id: KioskId;
	readonly name: string;
	readonly surveys: readonly KioskSurvey[];
	readonly state:
		| { readonly kind: 'waiting'; /** Whether the code can still be used. */ readonly isCodeValid: boolean }
		/** The last day it was heard of, never the hour: that would say when somebody answered. */
		| { readonly kind: 'paired'; readonly pairedOn: LocalDate; readonly lastSeenOn: LocalDate }
		| { readonly kind: 'revoked'; readonly revokedOn: LocalDate };
}

/** Four to eight digits lead out of the questions. */
export function isPin(text: string): boolean {
	return /^[0-9]{4,8}$/.test(text);
}
