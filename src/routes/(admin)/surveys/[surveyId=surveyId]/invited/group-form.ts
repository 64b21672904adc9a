import * as v from 'valibot';
import { m } from '#lib/paraglide/messages.js';
import { parseId, type UnitId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { choice, requiredDate } from '#lib/shared/server/form-fields.ts';

/** Whom the survey asks, of the units that there are. */
export function groupFormSchema(units: readonly { readonly id: UnitId }[], today: LocalDate) {
	const dateWrong = () => m.staff_case_new_date_wrong({ example: today });
	return v.pipe(
		v.object({
			unitId: v.pipe(
				v.optional(v.string(), ''),
				v.check(
					(text) => text === 'all' || units.some(({ id }) => id === text),
					m.confidential_group_unit_wrong
				),
				v.transform((text) => parseId<UnitId>(text) ?? null)
			),
			interventions: choice(['under-way', 'ended'] as const, m.confidential_group_which_missing),
			from: requiredDate(dateWrong),
			to: requiredDate(dateWrong)
		}),
		v.forward(
			v.check(({ from, to }) => from <= to, m.confidential_group_to_before),
			['to']
		)
	);
}
