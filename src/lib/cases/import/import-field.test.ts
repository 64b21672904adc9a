import { describe, expect, it } from 'vitest';
import { applySavedColumns, guessColumns, toSavedColumns } from './import-field.ts';

describe('the columns of a file', () => {
	it('are guessed from headings whatever their case and signs', () => {
		const headings = ['ÄRENDENR', 'Klient-ID', 'Öppnat', 'Juridiskt kön', 'Handläggare'];
		expect(guessColumns(headings)).toEqual({ caseNumber: 0, clientNumber: 1, openedOn: 2, sex: 3 });
	});

	it('are not guessed from a heading that nobody has said anything of', () => {
		expect(guessColumns(['Id', 'Datum', 'Ärendets nummer i akten'])).toEqual({});
	});

	it('are the first that a heading names', () => {
		expect(guessColumns(['Insats', 'Ärende', 'Insats'])).toEqual({ interventionName: 0, caseNumber: 1 });
	});

	it('are found again by their headings when the source has moved them', () => {
		const saved = toSavedColumns({ caseNumber: 0, openedOn: 2 }, ['Dnr', 'X', 'Inledd']);
		expect(saved).toEqual({ caseNumber: 'Dnr', openedOn: 'Inledd' });
		expect(applySavedColumns(saved, ['Inledd', 'Nytt', 'DNR'])).toEqual({ caseNumber: 2, openedOn: 0 });
		expect(applySavedColumns(saved, ['Dnr'])).toEqual({ caseNumber: 0 });
	});
});
