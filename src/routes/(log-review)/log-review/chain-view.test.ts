import { describe, expect, it } from 'vitest';
import type { NightlyVerdict } from '#lib/audit/nightly-verdict.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { toChainView, toNightView } from './chain-view.ts';

const whole: NightlyVerdict = {
	day: '2026-03-07' as LocalDate,
	verifiedAt: new Date('2026-03-07T04:03:00Z'),
	lineCount: 4512,
	anchoredTo: 4500,
	fault: null
};
const broken: NightlyVerdict = { ...whole, lineCount: 16, fault: { kind: 'changed', seq: 17 } };

describe('the night’s check on the page', () => {
	it('says when the whole log was read and how many lines it has', () => {
		expect(toNightView({ kind: 'verdict', verdict: whole, isLate: false })).toEqual({
			kind: 'success',
			title: 'Åtkomstloggen är hel',
			sentences: [
				'Granskad lördag 7 mars 2026 kl. 05:03. 4\u00a0512 rader, alla oförändrade och på sin plats.',
				'Förankrad utanför databasen till och med rad 4500.'
			]
		});
	});

	it('names the first fault before anything else', () => {
		const view = toNightView({ kind: 'verdict', verdict: broken, isLate: false });
		expect(view).toMatchObject({ kind: 'problem', title: 'Åtkomstloggen är inte hel' });
		expect(view.sentences[0]).toMatch(/^Första felet: rad 17 är ändrad\./);
		expect(view.sentences[1]).toBe('Granskad lördag 7 mars 2026 kl. 05:03. Rader i ordning före felet: 16.');
	});

	it('says that it is late, and still that the log was broken', () => {
		expect(toNightView({ kind: 'verdict', verdict: whole, isLate: true })).toMatchObject({ kind: 'warning' });
		expect(toNightView({ kind: 'verdict', verdict: broken, isLate: true })).toMatchObject({
			kind: 'problem',
			title: 'Åtkomstloggen är inte hel'
		});
	});

	it('is kind about a first night that has not been, and loud about a verdict that somebody else has written', () => {
		expect(toNightView({ kind: 'none' }).kind).toBe('info');
		expect(toNightView({ kind: 'not-genuine' }).kind).toBe('problem');
	});
});

describe('a check made now', () => {
	it('counts lines that wait to be sealed too', () => {
		const verdict = { checked: 3, waiting: 2, head: null, anchoredTo: null, fault: null };
		expect(toChainView(verdict).sentences[0]).toBe(
			'Granskad nu. 5 rader, alla oförändrade och på sin plats.'
		);
	});
});
