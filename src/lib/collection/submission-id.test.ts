import { describe, expect, it } from 'vitest';
import { parseSubmissionId } from './submission-id.ts';

describe('the id of a submission', () => {
	it('is a random one', () => {
		const id = '3f2b8a52-0c3f-4e8e-9a55-9d4c6a1b7e10';
		expect(parseSubmissionId(id)).toBe(id);
	});

	it.each([
		['holds the time it was made', '019a1b2c-3d4e-7f00-8a1b-2c3d4e5f6071'],
		['is in capitals', '3F2B8A52-0C3F-4E8E-9A55-9D4C6A1B7E10'],
		['is no id', 'svar-1']
	])('is refused when it %s', (_why, text) => {
		expect(parseSubmissionId(text)).toBeUndefined();
	});
});
