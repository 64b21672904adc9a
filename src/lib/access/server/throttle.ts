/** The throttle's state in the database: counted before anything is compared, given back when it was right. */
import { asc, inArray, lt } from 'drizzle-orm';
import { throwAsProblem } from '#lib/shared/server/database-error.ts';
import type { Orm } from '#lib/shared/server/database.ts';
import { ok, refuse, type Result } from '#lib/shared/result.ts';
import {
	judgeAttempt,
	takeBack,
	throttleRules,
	type ThrottleKind,
	type ThrottleState
} from '../throttle-rules.ts';
import { signInThrottles } from './auth-tables.ts';
import type { SignInContext } from './sign-in-context.ts';

/** What is being tried: an account, a network, everybody (whose `id` is empty). */
export interface ThrottleSubject {
	readonly kind: ThrottleKind;
	readonly id: string;
}

export interface Throttled {
	readonly waitSeconds: number;
}

interface Bucket {
	readonly key: string;
	readonly kind: ThrottleKind;
}

const forgottenAfterMs = 24 * 3_600_000;

/**
 * Counts one attempt against every subject, or refuses it when any of them has to wait; then nothing is counted. The
 * rows are held while it is decided: twenty attempts at once are counted as twenty.
 */
export async function countAttempt(
	context: SignInContext,
	subjects: readonly ThrottleSubject[]
): Promise<Result<null, Throttled>> {
	const now = context.now();
	const buckets = toBuckets(context, subjects);
	return context.database.orm
		.transaction(async (tx): Promise<Result<null, Throttled>> => {
			await tx
				.delete(signInThrottles)
				.where(lt(signInThrottles.updatedAt, new Date(now.getTime() - forgottenAfterMs)));
			const states = await holdBuckets(tx, buckets, now);
			const verdicts = buckets.map(({ kind }, index) =>
				judgeAttempt(throttleRules[kind], states[index] ?? null, now)
			);
			const waits = verdicts.flatMap((verdict) => (verdict.isAllowed ? [] : [verdict.waitSeconds]));
			if (waits.length > 0) return refuse({ waitSeconds: Math.max(...waits) });
			for (const [index, verdict] of verdicts.entries()) {
				if (verdict.isAllowed) await writeState(tx, buckets[index]!.key, verdict.next);
			}
			return ok(null);
		})
		.catch(throwAsProblem);
}

/** The attempt was right: the account starts over, and what others share gets its drop back. */
export async function forgetAttempt(
	context: SignInContext,
	subjects: readonly ThrottleSubject[]
): Promise<void> {
	const now = context.now();
	const buckets = toBuckets(context, subjects);
	await context.database.orm
		.transaction(async (tx) => {
			const states = await holdBuckets(tx, buckets, now);
			for (const [index, { key, kind }] of buckets.entries()) {
				const state = states[index];
				if (!state) continue;
				const isShared = kind === 'address' || kind === 'everyone';
				const next = isShared
					? takeBack(throttleRules[kind], state, now)
					: { level: 0, updatedAt: now, blockedUntil: now };
				await writeState(tx, key, next);
			}
		})
		.catch(throwAsProblem);
}

/** In the order of their keys, so that two sign-ins never wait for each other. */
function toBuckets({ secrets }: SignInContext, subjects: readonly ThrottleSubject[]): readonly Bucket[] {
	return subjects
		.map(({ kind, id }) => ({ kind, key: secrets.mac('throttle', `${kind} ${id}`) }))
		.sort((one, other) => (one.key < other.key ? -1 : 1));
}

async function holdBuckets(
	tx: Orm,
	buckets: readonly Bucket[],
	now: Date
): Promise<readonly (ThrottleState | undefined)[]> {
	const keys = buckets.map(({ key }) => key);
	await tx
		.insert(signInThrottles)
		.values(keys.map((key) => ({ key, level: 0, updatedAt: now, blockedUntil: now })))
		.onConflictDoNothing();
	const rows = await tx
		.select()
		.from(signInThrottles)
		.where(inArray(signInThrottles.key, keys))
		.orderBy(asc(signInThrottles.key))
		.for('update');
	return keys.map((key) => rows.find((row) => row.key === key));
}

async function writeState(tx: Orm, key: string, state: ThrottleState): Promise<void> {
	await tx
		.insert(signInThrottles)
		.values({ key, ...state })
		.onConflictDoUpdate({ target: signInThrottles.key, set: { ...state } });
}
