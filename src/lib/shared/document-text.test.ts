import { describe, expect, it } from 'vitest';
import { toDocumentText } from './document-text.ts';

describe('a document as text', () => {
	it('keeps headings, facts, tables and what pictures show, in order', () => {
		const text = toDocumentText({
			title: 'Svar',
			language: 'sv',
			author: 'Socialnämnden',
			footer: 'AUDIT, ärende 2026-1',
			pageOf: () => '',
			madeAt: new Date('2026-03-02T10:00:00Z'),
			blocks: [
				{ kind: 'heading', level: 1, text: 'Svar' },
				{ kind: 'facts', facts: [{ term: 'Datum', value: '2026-03-02' }] },
				{
					kind: 'table',
					caption: 'Poäng',
					columns: [{ label: 'Skala' }, { label: 'Poäng' }],
					rows: [['Summa', '9']]
				},
				{ kind: 'page-break' },
				{ kind: 'figure', alt: 'Poängen sjönk.', width: 1, height: 1, shapes: [] },
				{ kind: 'list', items: ['ett'] }
			]
		});
		expect(text).toBe(
			'Svar\r\n====\r\n\r\nDatum: 2026-03-02\r\n\r\nPoäng\r\n\r\nSumma\r\n  Poäng: 9\r\n\r\nPoängen sjönk.\r\n\r\n- ett\r\n\r\nAUDIT, ärende 2026-1\r\n'
		);
	});
});
