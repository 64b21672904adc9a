import { describe, expect, it } from 'vitest';
import { maxReportLength, readBlockedContent } from './blocked-content.ts';

const own = 'https://svar.exempelby.example';
const report = (given: Record<string, unknown> = {}) =>
	JSON.stringify({
		'csp-report': {
			'document-uri': `${own}/cases/0b1c2d3e?x=hemlig`,
			'effective-directive': 'script-src-elem',
			'blocked-uri': 'https://evil.example/steal.js?name=Karin',
			'script-sample': 'alert("hemlig")',
			referrer: `${own}/s/demo/hemlig`,
			...given
		}
	});
const read = (given: Record<string, unknown> = {}) => readBlockedContent(report(given), own);

describe('what a browser has stopped', () => {
	it('is told by directive, other site and kind of page, and by nothing else of what was sent', () => {
		expect(read()).toEqual({ directive: 'script-src-elem', blocked: 'evil.example', page: 'cases' });
		expect(JSON.stringify(read())).not.toMatch(/hemlig|Karin|0b1c/u);
	});

	it.each([
		['inline', 'inline'],
		['data', 'data'],
		['data:text/javascript,x', 'data'],
		['chrome-extension', 'chrome-extension'],
		[`${own}/anything`, 'self'],
		['en mening\nmed rader', 'other'],
		[17, 'other']
	])('says what kind of thing it was: %j', (blocked, said) => {
		expect(read({ 'blocked-uri': blocked })?.blocked).toBe(said);
	});

	it.each(['/s/demo/0123456789abcdefghjkmnpqrs', '/k/demo', '/kiosk/demo', '/here'])(
		'is not told of pages of those who answer: %s',
		(path) => {
			expect(read({ 'document-uri': `${own}${path}` })).toBeNull();
		}
	);

	it('is nothing that another site, or nobody’s browser, has made up', () => {
		expect(read({ 'document-uri': 'https://other.example/cases' })).toBeNull();
		expect(read({ 'document-uri': 3 })).toBeNull();
		for (const text of [
			'',
			'x',
			'null',
			'[]',
			'{}',
			'{"csp-report":[]}',
			`"${'x'.repeat(maxReportLength)}"`
		]) {
			expect(readBlockedContent(text, own)).toBeNull();
		}
		expect(read({ 'effective-directive': 'x'.repeat(100) })?.directive).toBe('other');
	});
});
