/** One row of a paper form as it is typed into, in ready words. */
export interface PaperRowView {
	readonly name: string;
	/** Name and id of the field. */
	readonly fieldName: string;
	readonly number: string;
	/** Null when the wording may not be shown: then the number says which question it is. */
	readonly label: string | null;
	/** What can be typed: "0–4", "0, 2, 4". */
	readonly codes: string;
	/** What each code stands for, by what is typed. */
	readonly meanings: Readonly<Record<string, string>>;
	/** All codes with their words, where nobody knows them by heart. */
	readonly choices: readonly { readonly code: string; readonly label: string }[];
	/** Every code that can be typed, in small letters, where the row takes exactly one; none otherwise. */
	readonly exactCodes: readonly string[];
	readonly isNumeric: boolean;
	readonly width: 'code' | 'codes' | 'date' | 'text';
	/** Text that is written on several lines. */
	readonly hasLines?: boolean;
}
