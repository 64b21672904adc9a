import { listProvidersOfBoard } from '#lib/cases/server/queries.ts';
import { read } from '#lib/shared/server/read.ts';
import type { StaffMember } from '../../staff-member.ts';
import { listAssignmentsOfBoard, listStaffOfBoard } from '../staff/queries.ts';

/** Everybody who has or has had a role in the board, by name. */
export const listStaff = read({
	name: 'listStaff',
	permission: 'staff:read',
	audit: 'none',
	subject: null,
	async run(work): Promise<readonly StaffMember[]> {
		const [people, assignments, providers] = await Promise.all([
			listStaffOfBoard(work),
			listAssignmentsOfBoard(work),
			listProvidersOfBoard(work)
		]);
		const providerNames = new Map(providers.map((provider) => [provider.id, provider.name]));
		return people.map(({ id, name, email, isClosed, canSignIn, hasSecondFactor }) => ({
			id,
			name,
			email,
			state: isClosed ? 'closed' : canSignIn ? 'active' : 'invited',
			hasSecondFactor,
			assignments: assignments
				.filter(({ userId }) => userId === id)
				.map(({ userId: _, ...assignment }) => ({
					...assignment,
					providerName: assignment.providerId ? (providerNames.get(assignment.providerId) ?? null) : null
				}))
		}));
	}
});
