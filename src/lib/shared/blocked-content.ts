/**
 * What a browser says that it has stopped (Content Security Policy Level 3 §5.3; Reporting API). Anybody can send it anything,
 * and a browser sends whole addresses, which may hold a link's key: only what is on a list, or has the form of a word, is kept.
 */
import { parseJson } from './parse-json.ts';

export interface BlockedContent {
	/** `script-src-elem`. */
	readonly directive: string;
	/** The other site's host, the kind of address, or `inline`, `eval` or `self`; `other` when it is none of them. */
	readonly blocked: string;
	/** The first piece of the page's path: `cases`. */
	readonly page: string;
}

/** A report is a few hundred characters. */
export const maxReportLength = 8_192;

/** Pages of those who answer: nothing is written about what happens there, also not when. */
const respondentPages: readonly string[] = ['s', 'k', 'kiosk', 'here'];

/** What is worth writing down of the report; null for what is none, and for pages of those who answer. */
export function readBlockedContent(text: string, ownOrigin: string): BlockedContent | null {
	const read = parseJson(text, maxReportLength);
	if (!read.ok) return null;
	const report = pick(read.value, 'csp-report');
	const documentUri = pick(report, 'document-uri');
	const page = URL.parse(typeof documentUri === 'string' ? documentUri : '');
	if (page?.origin !== ownOrigin) return null;
	const first = page.pathname.split('/')[1] ?? '';
	if (respondentPages.includes(first)) return null;
	const directive = pick(report, 'effective-directive') ?? pick(report, 'violated-directive');
	return {
		directive: toWord(String(directive).split(' ')[0] ?? ''),
		blocked: describeBlocked(pick(report, 'blocked-uri'), ownOrigin),
		page: first === '' ? 'start' : toWord(first)
	};
}

function pick(value: unknown, name: string): unknown {
	return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
		? (value as Record<string, unknown>)[name]
		: undefined;
}

const toWord = (text: string): string => (/^[a-z][a-z-]{0,39}$/u.test(text) ? text : 'other');

function describeBlocked(value: unknown, ownOrigin: string): string {
	if (typeof value !== 'string') return 'other';
	if (/^(?:inline|eval|self|wasm-eval|trusted-types-policy|trusted-types-sink)$/u.test(value)) return value;
	const address = URL.parse(value);
	// Some browsers say the scheme alone: `data`, `blob`, `chrome-extension`.
	if (!address) return toWord(value);
	if (address.origin === ownOrigin) return 'self';
	return /^https?:$/u.test(address.protocol)
		? address.host.slice(0, 100)
		: toWord(address.protocol.slice(0, -1));
}
