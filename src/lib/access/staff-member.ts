/** A person with a role in the board, as whoever administers the staff sees them. */
import type { StaffId } from '#lib/shared/ids.ts';
import type { Assignment } from './assignment.ts';

export interface AssignmentRow extends Assignment {
	readonly unitName: string | null;
	readonly providerName: string | null;
}

export interface StaffMember {
	readonly id: StaffId;
	readonly name: string;
	readonly email: string;
	/** `invited`: has not signed in with anything yet. `closed`: may not sign in. */
	readonly state: 'invited' | 'active' | 'closed';
	readonly hasSecondFactor: boolean;
	/** In this board, past ones included, the newest first. */
	readonly assignments: readonly AssignmentRow[];
}
