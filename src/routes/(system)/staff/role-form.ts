/** The fields that say what role somebody gets, and for how long. */
import * as v from 'valibot';
import { roles } from '#lib/access/actor.ts';
import { parseAssignment, type AssignmentProblem, type NewAssignment } from '#lib/access/assignment.ts';
import { m } from '#lib/paraglide/messages.js';
import { parseId, type ProviderId, type UnitId } from '#lib/shared/ids.ts';
import { addDays, type LocalDate } from '#lib/shared/local-date.ts';
import { refuseField, type RefusedForm } from '#lib/shared/refused-form.ts';
import { ok, refuse, type Result } from '#lib/shared/result.ts';
import { choice, optionalDate, requiredDate } from '#lib/shared/server/form-fields.ts';

/** An id, or null for the empty choice. */
function optionalId<Id extends string>(parse: (text: string) => Id | undefined) {
	return v.pipe(
		v.optional(v.string(), ''),
		v.transform((text) => parse(text) ?? null)
	);
}

/** Role, unit, provider and period, as they are written. */
export function roleFields(today: LocalDate) {
	const dateWrong = () => m.access_role_date_wrong({ example: today });
	return {
		role: choice(roles, m.access_role_missing),
		unitId: optionalId((text) => parseId<UnitId>(text)),
		providerId: optionalId((text) => parseId<ProviderId>(text)),
		validFrom: requiredDate(dateWrong),
		lastDay: optionalDate(dateWrong)
	};
}

type RoleFields = v.InferOutput<v.ObjectSchema<ReturnType<typeof roleFields>, undefined>>;

/** The role as it is stored; or the form again with what does not fit together. */
export function toAssignment(
	{ role, unitId, providerId, validFrom, lastDay }: RoleFields,
	values: Readonly<Record<string, string>>
): Result<NewAssignment, RefusedForm> {
	const validTo = lastDay === null ? null : addDays(lastDay, 1);
	const parsed = parseAssignment({ role, unitId, providerId, validFrom, validTo });
	if (parsed.ok) return ok(parsed.value);
	const [field, text] = words[parsed.problem];
	return refuse(refuseField(values, field, text()));
}

const words: Readonly<Record<AssignmentProblem, readonly [string, () => string]>> = {
	'provider-missing': ['providerId', m.access_role_provider_missing],
	'provider-not-for-role': ['providerId', m.access_role_provider_not],
	'unit-missing': ['unitId', m.access_role_unit_missing],
	'ends-before-start': ['lastDay', m.access_role_ends_early]
};
