/** A survey in the list, in ready words. */
export interface SurveyView {
	readonly id: string;
	readonly title: string;
	readonly state: { readonly label: string; readonly kind: 'success' | 'neutral' | 'accent' };
	/** A closed survey needs no new links. */
	readonly isClosed: boolean;
	readonly purpose: string;
	readonly instrument: string;
	/** Which version people are told; null on surveys older than the texts. */
	readonly information: string | null;
	readonly period: string;
	readonly providers: readonly { readonly id: string; readonly name: string; readonly answers: string }[];
	/** Which answers are counted: those of the instrument's year, not of this survey alone. */
	readonly countedTitle: string;
}

/** A link that has just been made, shown this once. */
export interface SurveyLinkView {
	readonly provider: string;
	readonly address: string;
}
