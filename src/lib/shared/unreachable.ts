/** Marks a branch the types have ruled out; the only thing the core may throw. */
export function unreachable(value: never): never {
	throw new Error(`Unreachable: ${JSON.stringify(value)}`);
}
