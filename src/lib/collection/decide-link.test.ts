import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { decideLink } from './decide-link.ts';

const day = (text: string) => text as LocalDate;

describe('a link', () => {
	it('opens on its last day', () => {
		const link = { state: 'sent', expiresOn: day('2026-03-31') } as const;
		expect(decideLink(link, day('2026-03-31'))).toEqual({ ok: true, value: 'open' });
	});

	it('has expired the day after', () => {
		const link = { state: 'started', expiresOn: day('2026-03-31') } as const;
		expect(decideLink(link, day('2026-04-01'))).toEqual({ ok: false, problem: 'link-expired' });
	});

	it('says that it has been answered rather than that it has expired', () => {
		const link = { state: 'answered', expiresOn: day('2026-03-31') } as const;
		expect(decideLink(link, day('2026-04-01'))).toEqual({ ok: false, problem: 'already-answered' });
	});

	it('says that it has been withdrawn', () => {
		const link = { state: 'withdrawn', expiresOn: day('2026-03-31') } as const;
		expect(decideLink(link, day('2026-03-01'))).toEqual({ ok: false, problem: 'link-withdrawn' });
	});
});
