import type { ResponseId } from '#lib/shared/ids.ts';

const randomUuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * The text as the id of a submission, or undefined. Only version 4: the others carry the time they were made, which an
 * anonymous answer must not.
 */
export function parseSubmissionId(text: string): ResponseId | undefined {
	return randomUuid.test(text) ? (text as ResponseId) : undefined;
}
