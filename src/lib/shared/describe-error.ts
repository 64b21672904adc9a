/** Errors whose text is the runtime's own, about the code. */
const runtimeErrors: ReadonlySet<string> = new Set(['TypeError', 'RangeError', 'ReferenceError']);

export interface DescribedError {
	readonly error: string;
	/** Where it happened: file and line of each call. */
	readonly stack: readonly string[];
}

/**
 * An unexpected error for the server's log: its kind and where it happened. Its text only where it cannot hold what
 * somebody has written: a JSON error quotes the text, Node's own with a code quote the value, and a database error the
 * parameters.
 */
export function describeError(error: unknown): DescribedError {
	if (!(error instanceof Error)) return { error: `a thrown ${typeof error}`, stack: [] };
	const { name, message, stack = '' } = error;
	const head = `${name}: ${message}`;
	const frames = (stack.startsWith(head) ? stack.slice(head.length) : '')
		.split('\n')
		.map((line) => line.trim());
	return {
		error: runtimeErrors.has(name) && !('code' in error) ? head.slice(0, 300) : name,
		stack: frames.filter((line) => line.startsWith('at ')).slice(0, 12)
	};
}
