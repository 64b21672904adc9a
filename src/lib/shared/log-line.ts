/**
 * What the server writes for whoever runs it: one JSON object a line, with the time in UTC, so that it can be collected
 * by any tool and nothing in it can pass for another line (ASVS 5.0 16.2.2, 16.2.4, 16.4.1). Never addresses, which may
 * hold a link's key, and never names or answers: docs/security.md, Loggar.
 */
export function toLogLine(
	at: Date,
	event: LogEvent,
	facts: Readonly<Record<string, string | number | readonly string[]>>
): string {
	return `${JSON.stringify({ at: at.toISOString(), event, ...facts })}\n`;
}

export type LogEvent =
	/** Staff asked for what they may not have, or for what is not there for them. */
	| 'refused'
	/** A request failed through no fault of the sender. */
	| 'failed'
	/** A browser stopped something that a page was not meant to hold. */
	| 'content-blocked';
