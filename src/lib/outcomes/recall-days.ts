import type { Instrument, Scale } from '#lib/instruments/instrument.ts';

/**
 * How many days back the scale's questions ask, the longest of them; null when they name no period. The period belongs to
 * the question (AUDIT 1–3 have none, so AUDIT-C can be repeated sooner); only when no question of the instrument carries
 * one does the instrument's own count.
 */
export function recallDays(
	instrument: Pick<Instrument, 'items' | 'recall'>,
	scale: Pick<Scale, 'items'>
): number | null {
	const isPerItem = instrument.items.some((item) => item.recallDays !== null);
	if (!isPerItem) return instrument.recall?.days ?? null;
	const days = instrument.items
		.filter((item) => scale.items.includes(item.name))
		.flatMap((item) => item.recallDays ?? []);
	return days.length === 0 ? null : Math.max(...days);
}
