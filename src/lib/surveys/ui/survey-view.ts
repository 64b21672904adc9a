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
}

/** What has been written to one question in one group. */
export interface WrittenView {
	readonly question: string;
	/** Whom it is about, where there is more than one group. */
	readonly about: string | null;
	/** Null where too few have written. */
	readonly texts: readonly string[] | null;
}
