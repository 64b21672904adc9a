import { expect, it } from 'vitest';
import { toDocumentText } from '#lib/shared/document-text.ts';
import { toRecordDocument, type ResponseRecord } from './record-document.ts';

const record: ResponseRecord = {
	title: 'AUDIT, före',
	boardName: 'Socialnämnden (påhittad)',
	caseNumber: 'Ä-1',
	instrumentName: 'AUDIT',
	facts: [{ term: 'Registrerat av', value: 'Karin Karlsson' }],
	remarks: ['Rättat 2026-03-02 av Karin Karlsson: fel ruta'],
	scores: [
		{ key: 'total', scale: 'Totalpoäng', score: '9 av 40', bands: ['Riskbruk (8–15 poäng) · WHO'], notes: [] }
	],
	questions: [
		{
			key: 'audit_1',
			lead: 'Här är ett antal frågor.',
			number: '1',
			question: 'Hur ofta dricker Du alkohol?',
			answers: [{ text: 'Aldrig', code: '0' }],
			why: null,
			attention: null
		},
		{
			key: 'a2',
			lead: null,
			number: '2',
			question: null,
			answers: [],
			why: 'not-shown',
			attention: 'Ring samma dag.'
		},
		{ key: 'a3', lead: null, number: '3', question: 'Annat?', answers: [], why: null, attention: null },
		...(['dont-know', 'declined', 'not-asked'] as const).map((why, index) => ({
			key: why,
			lead: null,
			number: String(4 + index),
			question: 'Annat?',
			answers: [],
			why,
			attention: null
		}))
	],
	language: 'sv',
	notices: ['© Världshälsoorganisationen'],
	madeBy: 'Karin Karlsson'
};
const making = { madeAt: new Date('2026-03-03T10:00:00Z'), language: 'sv', isLettersMissing: false };

it('has every question in its own words with answer and code, and says why an answer is not there', () => {
	const text = toDocumentText(toRecordDocument(record, making)).replaceAll('\r\n', '\n');
	expect(text).toContain(
		'Här är ett antal frågor.\n1. Hur ofta dricker Du alkohol?\n  Svar: Aldrig\n  Kod: 0'
	);
	expect(text).toContain('Ordalydelsen får inte visas. Frågan har nummer 2 på formuläret.\n  Svar: Ej visad');
	expect(text).toContain('3. Annat?\n  Svar: Inte besvarad');
	expect(text).toContain('4. Annat?\n  Svar: Vet ej');
	expect(text).toContain('5. Annat?\n  Svar: Vill ej svara');
	expect(text).toContain('6. Annat?\n  Svar: Ej tillfrågad');
});

it('has who entered it, what was corrected, the scores with their source, and when it was made and by whom', () => {
	const text = toDocumentText(toRecordDocument(record, making));
	for (const words of [
		'Registrerat av: Karin Karlsson',
		'Rättat 2026-03-02 av Karin Karlsson: fel ruta',
		'9 av 40',
		'Riskbruk (8–15 poäng) · WHO',
		'Fråga 2: Ring samma dag.',
		'© Världshälsoorganisationen',
		'Framställd 2026-03-03 av Karin Karlsson.'
	])
		expect(text).toContain(words);
});

it('points to the text file when the typeface lacks letters of the answers', () => {
	const said = (isLettersMissing: boolean) =>
		toDocumentText(toRecordDocument(record, { ...making, isLettersMissing })).includes('Textfilen har alla');
	expect([said(true), said(false)]).toEqual([true, false]);
});
