/** A permission for some cases holds for the case at hand only when that is within the actor's reach. */
import { isForSomeCases, type Permission } from '#lib/access/permissions.ts';
import { isCaseInReach } from '#lib/cases/server/reach/queries.ts';
import type { CaseId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import type { Work } from './work.ts';

/**
 * Which case a command or read is about, null when there is none with that id; or that its own statement keeps to the
 * cases within reach, for lists.
 */
export type CaseOf<Input> =
	((input: Input, work: Work) => CaseId | null | Promise<CaseId | null>) | 'in-query';

interface Ruled<Input> {
	readonly name: string;
	readonly permission: Permission;
	readonly inCase?: CaseOf<Input>;
}

/** The definition itself. Throws when its permission is for some cases and it does not say which case it is about. */
export function requireCaseRule<Input, D extends Ruled<Input>>(definition: D & Ruled<Input>): D {
	if (isForSomeCases(definition.permission) && definition.inCase === undefined) {
		throw new Error(`${definition.name} must say which case it is about (inCase)`);
	}
	return definition;
}

/** Throws `not-found` for a case out of reach, as for one that does not exist: which of the two is nobody's business. */
export async function requireReach<Input>(
	work: Work,
	{ inCase }: Pick<Ruled<Input>, 'inCase'>,
	input: Input
): Promise<void> {
	if (inCase === undefined || inCase === 'in-query') return;
	const caseId = await inCase(input, work);
	if (caseId === null || !(await isCaseInReach(work, caseId))) throw new Problem('not-found');
}
