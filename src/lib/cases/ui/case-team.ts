/** Who works with a case, as the page shows it. */
export interface CaseTeamView {
	readonly isProtected: boolean;
	readonly names: readonly string[];
	/** Whom it can be given to; null for whoever may not give it. */
	readonly colleagues: readonly { readonly value: string; readonly label: string }[] | null;
	readonly mayProtect: boolean;
}
