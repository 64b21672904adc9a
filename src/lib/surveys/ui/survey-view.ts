import type { ClientLanguage } from '#lib/shared/client-language.ts';
import type { QrPath } from '#lib/shared/ui/qr-path.ts';

/** A survey in the list, in ready words. */
export interface SurveyView {
	readonly id: string;
	readonly title: string;
	readonly state: { readonly label: string; readonly kind: 'success' | 'neutral' | 'accent' };
	readonly about: string;
	readonly period: string;
}

/** A link that has just been made, shown this once, with what the poster needs. */
export interface PosterView {
	readonly provider: string;
	readonly address: string;
	readonly qr: QrPath;
	/** What it says, in each language that it can be printed in. */
	readonly words: readonly PosterWords[];
}

export interface PosterWords {
	readonly language: ClientLanguage;
	readonly title: string;
	readonly lead: string;
	readonly anonymous: string;
	readonly until: string;
}

/** What a slip with a code says in one language. */
export interface SlipWords {
	readonly language: ClientLanguage;
	readonly code: string;
	readonly how: string;
	readonly anonymous: string;
}

/** A language that slips and posters can be printed in. */
export interface PrintLanguage {
	readonly tag: ClientLanguage;
	/** In the language of whoever prints. */
	readonly name: string;
	/** Whether the survey itself is in it. */
	readonly isOfSurvey: boolean;
	readonly isUnreviewed: boolean;
}

/** What has been written to one question in one group. */
export interface WrittenView {
	readonly question: string;
	/** Whom it is about, where there is more than one group. */
	readonly about: string | null;
	/** Null where too few have written. */
	readonly texts: readonly string[] | null;
}
