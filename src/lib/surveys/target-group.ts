/** Whom a confidential survey asks: what is wrong with the choice, and the same choice for a later round. */
import { addDays, daysBetween, type LocalDate } from '#lib/shared/local-date.ts';
import type { TargetGroup } from './survey.ts';

/** The same group for a round that opens on another day: its period lies as long before it. */
export function moveGroup(group: TargetGroup, openedOn: LocalDate, opensOn: LocalDate): TargetGroup {
	const days = daysBetween(openedOn, opensOn);
	return { ...group, from: addDays(group.from, days), to: addDays(group.to, days) };
}

/** A first suggestion: whoever has had help some day during the year before it opens. */
export function suggestGroup(opensOn: LocalDate): TargetGroup {
	return { unitId: null, interventions: 'under-way', from: addDays(opensOn, -365), to: opensOn };
}
