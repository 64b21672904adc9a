/** One thing that is wrong in an instrument's files, said so that the person who wrote them can mend it. */
export interface LintFinding {
	/** Path of the file, as it was given to the loader. */
	readonly file: string;
	/** JSON pointer (RFC 6901) to the place in the file; '' is the whole file. */
	readonly pointer: string;
	/** Stable English name of the rule: `scale-item-unknown`. */
	readonly rule: string;
	/** A plain Swedish sentence that says what to do. */
	readonly message: string;
}

/** The JSON pointer of a path of keys, with `~` and `/` escaped (RFC 6901 §3). */
export function toJsonPointer(path: readonly (string | number)[]): string {
	return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** A finding before it is known which file it stands in. */
export interface Complaint {
	readonly path: readonly (string | number)[];
	readonly rule: string;
	readonly message: string;
}

/** The complaints as findings in the given file. */
export function toFindings(file: string, complaints: readonly Complaint[]): LintFinding[] {
	return complaints.map(({ path, rule, message }) => ({ file, pointer: toJsonPointer(path), rule, message }));
}
