import { describe, expect, it } from 'vitest';
import { toFileResponse } from './file-response.server.ts';

describe('a file to keep', () => {
	it('is called what it is, is of the kind that its name ends with, and is kept by nobody on the way', async () => {
		const answer = toFileResponse('a;b', 'svar-2026.01.csv');
		expect(Object.fromEntries(answer.headers)).toEqual({
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="svar-2026.01.csv"',
			'cache-control': 'no-store'
		});
		expect(await answer.text()).toBe('a;b');
	});

	it('can say more of itself', () => {
		const { headers } = toFileResponse(new Uint8Array(3), 'x.zip', { 'content-length': '3' });
		expect(headers.get('content-length')).toBe('3');
		expect(headers.get('content-type')).toBe('application/zip');
	});
});
