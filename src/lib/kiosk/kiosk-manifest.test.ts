import { describe, expect, it } from 'vitest';
import type { SurveyLinkId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { listOpenSurveys, mayBeKept, type KioskManifest } from './kiosk-manifest.ts';

const link = '0b7c1d52-3e0a-4d7e-8a35-1f9f0d0c2b22' as SurveyLinkId;
const other = '1b7c1d52-3e0a-4d7e-8a35-1f9f0d0c2b22' as SurveyLinkId;
const manifestUntil = (validUntil: string, closesOn: string) =>
	({
		validUntil,
		surveys: [{ linkId: link, opensOn: '2026-03-01', closesOn }]
	}) as unknown as KioskManifest;
const openOn = (manifest: KioskManifest, day: string) => listOpenSurveys(manifest, day as LocalDate).length;
const keptOn = (manifest: KioskManifest, day: string) => mayBeKept(manifest, link, day as LocalDate);

describe('what a tablet may ask', () => {
	it('ends with the survey, and with what the tablet knows', () => {
		const closing = manifestUntil('2026-03-20', '2026-03-10');
		expect([
			openOn(closing, '2026-02-28'),
			openOn(closing, '2026-03-10'),
			openOn(closing, '2026-03-11')
		]).toEqual([0, 1, 0]);
		const forgotten = manifestUntil('2026-03-08', '2026-03-10');
		expect([openOn(forgotten, '2026-03-08'), openOn(forgotten, '2026-03-09')]).toEqual([1, 0]);
	});

	it('may be finished after midnight by whoever began on the last day, and is kept from nobody later', () => {
		const closing = manifestUntil('2026-03-20', '2026-03-10');
		expect(['2026-03-10', '2026-03-11', '2026-03-12'].map((day) => keptOn(closing, day))).toEqual([
			true,
			true,
			false
		]);
		const forgotten = manifestUntil('2026-03-08', '2026-03-10');
		expect(['2026-03-09', '2026-03-10'].map((day) => keptOn(forgotten, day))).toEqual([true, false]);
		expect(mayBeKept(closing, other, '2026-03-10' as LocalDate)).toBe(false);
	});
});
