/** Who is acting in a request. Sign-in comes with staff access; demo mode sets a staff actor from its role cookie. */
import type { BoardId } from '#lib/shared/ids.ts';

export const roles = ['caseworker', 'board-member', 'follow-up-administrator'] as const;
export type Role = (typeof roles)[number];

export type Actor =
	| { readonly kind: 'anonymous' }
	/** Whoever holds a valid link; knows nothing but that. */
	| { readonly kind: 'respondent'; readonly boardId: BoardId }
	| {
			readonly kind: 'staff';
			readonly boardId: BoardId;
			readonly staffId: string;
			readonly name: string;
			readonly roles: readonly Role[];
	  }
	/** The system itself: migrations, demo data, jobs. */
	| { readonly kind: 'system'; readonly boardId: BoardId };
