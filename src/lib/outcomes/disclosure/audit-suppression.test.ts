import { expect, it } from 'vitest';
import vectors from '#tests/vectors/s_suppression_audit.json' with { type: 'json' };
import { auditSuppression, type SuppressionInput } from './audit-suppression.ts';

// R's integer programming (lpSolve) over all tables that fit what is published.
it.each(vectors.cases)('finds what R finds: $id, $description', ({ input, expected }) => {
	expect(auditSuppression(input as SuppressionInput)).toEqual(expected);
});
