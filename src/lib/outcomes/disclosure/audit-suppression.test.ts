import { expect, it } from 'vitest';
import vectors from '#tests/vectors/s_suppression_audit.json' with { type: 'json' };
import { auditOwnSuppression, auditSuppression, type SuppressionInput } from './audit-suppression.ts';

// R's integer programming (lpSolve) over all tables that fit what is published.
it.each(vectors.cases)('finds what R finds: $id, $description', ({ input, expected }) => {
	expect(auditSuppression(input as SuppressionInput)).toEqual(expected);
});

it.each(vectors.cases)('has a safe pattern of its own for $id', ({ input: { tab, k } }) => {
	const own = auditOwnSuppression({ tab, k });
	expect(own.any_suppressed_cell_exactly_known).toBe(false);
	expect([own.primary_cell_exactly_known, own.primary_cell_known_below_k]).toEqual([false, false]);
	for (const [row = 0, column = 0] of own.primary_cells)
		expect(own.published[row - 1]?.[column - 1]).toBe(false);
});

it('publishes nothing of a table with fewer people than k', () => {
	const own = auditOwnSuppression({ tab: [[1, 2]], k: 5 });
	expect(own).toMatchObject({ published: [[false, false]], published_total: false });
	expect(own.feasible_intervals_row_col_min_max[0]).toEqual([1, 1, 0, Infinity]);
});
