import { describe, expect, it } from 'vitest';
import { hasQuickExit } from './quick-exit.ts';

const aboutViolence = { sensitive: ['health', 'violence'] } as const;
const aboutHealth = { sensitive: ['health'] } as const;
const unsaid = { sensitive: null };

describe('pages that can be left in a hurry', () => {
	it('are those that ask about violence, where nobody has decided', () => {
		expect([aboutViolence, aboutHealth, unsaid].map((of) => hasQuickExit(of, 'by-subject'))).toEqual([
			true,
			false,
			false
		]);
	});

	it('are as somebody has decided, whatever they ask about', () => {
		expect([aboutViolence, aboutHealth].map((of) => hasQuickExit(of, 'always'))).toEqual([true, true]);
		expect([aboutViolence, aboutHealth].map((of) => hasQuickExit(of, 'never'))).toEqual([false, false]);
	});
});
