import { describe, expect, it } from 'vitest';
import type { ExtractView } from './extract-view.ts';
import { writeExtractHtml } from './write-html.ts';

const polyglot = `"><img src=x onerror=alert(7)></title><script>alert(7)</script>'`;
const view: ExtractView = {
	title: polyglot,
	facts: [{ term: polyglot, value: polyglot }],
	notes: [polyglot],
	isPartBecause: polyglot,
	sections: [
		{
			key: 'answers',
			title: polyglot,
			entries: [
				{ key: '1', title: polyglot, facts: [{ term: 'a', value: [{ term: polyglot, text: polyglot }] }] }
			]
		},
		{ key: 'none', title: 'Tom', entries: [] }
	],
	readers: [{ key: '1', day: polyglot, caseNumber: polyglot, who: polyglot, what: polyglot, why: polyglot }]
};

describe('the extract as a page to print', () => {
	it('shows whatever was written as text, wherever it stands', () => {
		const html = writeExtractHtml(view, 'sv');
		expect(html).not.toMatch(/<img|<script|<\/title><|onerror=alert\(7\)>/);
		// Title twice, fact twice, note, why it is a part, section, entry, answer twice, and five cells.
		expect(html.split('&quot;&gt;&lt;img src=x').length - 1).toBe(15);
	});

	it('says what is empty, and fetches nothing', () => {
		const html = writeExtractHtml(view, 'sv');
		expect(html).toContain('<h2>Tom</h2>\n<p>Inget är lagrat här.</p>');
		expect(html).toContain('<html lang="sv">');
		expect(html).not.toMatch(/https?:|<link|url\(/);
	});
});
