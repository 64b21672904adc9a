import { expect, it } from 'vitest';
import { toLogLine } from './log-line.ts';

const at = new Date('2026-11-23T12:34:56.789Z');

it('is one object a line, with the time in UTC', () => {
	expect(toLogLine(at, 'refused', { code: 'not-found', ids: ['a'] })).toBe(
		'{"at":"2026-11-23T12:34:56.789Z","event":"refused","code":"not-found","ids":["a"]}\n'
	);
});

it('holds nothing that can pass for another line', () => {
	const line = toLogLine(at, 'failed', { error: 'x\n{"event":"refused"}\r\n\u2028"' });
	expect(line.trimEnd().split(/[\n\r]/)).toHaveLength(1);
	expect(JSON.parse(line)).toMatchObject({ event: 'failed' });
});
