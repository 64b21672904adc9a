/**
 * How many answers a shared link takes: nobody can then answer it without end, and no address and no device is looked at for
 * it. Limits are whole steps, those that counts are shown in: whether one is reached says no more than the count does.
 */
import { ok, refuse, type Result } from '#lib/shared/result.ts';
import type { SurveyProvider } from './survey.ts';

/** The step of `toSteppedCount`; a test keeps them the same. */
export const limitStep = 5;
/** No link can be made to take fewer. */
export const smallestLimit = 10;
export const largestLimit = 100_000;

/** So many times those who are asked: some answer again, and some who were not counted have help too. */
const timesAsked = 3;
const leastByItself = 50;
/** Where nobody has said how many are asked. */
const limitOfUnknown = 5000;

/** What was chosen, or what follows from how many are asked. */
export function limitOf({ invited, mostAnswers }: Pick<SurveyProvider, 'invited' | 'mostAnswers'>): number {
	if (mostAnswers !== null) return mostAnswers;
	if (invited === null) return limitOfUnknown;
	return Math.ceil(Math.max(leastByItself, timesAsked * invited) / limitStep) * limitStep;
}

/** A limit that may be chosen. */
export function checkLimit(limit: number): Result<number, 'invalid-input'> {
	const isRight = limit >= smallestLimit && limit <= largestLimit && limit % limitStep === 0;
	return isRight ? ok(limit) : refuse('invalid-input');
}
