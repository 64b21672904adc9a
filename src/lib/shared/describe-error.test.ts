import { describe, expect, it } from 'vitest';
import { describeError } from './describe-error.ts';

const secret = 'min granne Vinterkråka';

function caught(work: () => unknown): unknown {
	try {
		return work();
	} catch (error) {
		return error;
	}
}

describe('describeError', () => {
	it('says what and where when it is a fault in the code', () => {
		const described = describeError(caught(() => (undefined as unknown as { name: string }).name));
		expect(described.error).toBe("TypeError: Cannot read properties of undefined (reading 'name')");
		expect(described.stack[0]).toMatch(/^at .*describe-error\.test\.ts:\d+/);
	});

	it.each([
		['JSON that quotes the text', caught(() => JSON.parse(secret))],
		[
			'a statement with its parameters',
			Object.assign(new Error(`Failed query: select $1\nparams: ${secret}`), { query: 'select $1' })
		],
		['a refusal by the database', Object.assign(new Error(`invalid input "${secret}"`), { code: '22P02' })],
		['a value that Node quotes', caught(() => new URL(secret))],
		['a text of its own', new Error(`nobody is called ${secret}`)],
		['a thrown text', secret],
		['a thrown object', { secret }]
	])('does not say what was written: %s', (_what, error) => {
		expect(JSON.stringify(describeError(error))).not.toMatch(/granne|Vinterkr/);
	});

	it('takes no line of a text for a place in the code', () => {
		const described = describeError(new Error(`params:\n    at ${secret} (secret.ts:1:1)`));
		expect(described.error).toBe('Error');
		expect(described.stack[0]).toContain('describe-error.test.ts');
		expect(described.stack.join()).not.toContain(secret);
	});
});
