/** An error's code or name only: its text may hold values. */
export function nameFault(error: unknown): string {
	if (!(error instanceof Error)) return 'okänt fel';
	const cause = error.cause as { code?: unknown } | undefined;
	return String((error as { code?: unknown }).code ?? cause?.code ?? error.name);
}
