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
 * Counts one attempt against every subject, or refuses it when any of them has to wait; then nothing is counted and
 * nothing new is stored, so that trying again and again fills no table. The rows are held while it is decided: twenty
 * attempts at once are counted as twenty. Says whether the next one has to wait.
 */
export async function countAttempt(
	context: SignInContext,
	subjects: readonly ThrottleSubject[]
): Promise<Result<{ readonly isSlowed: boolean }, Throttled>> {
	const now = context.now();
	const buckets = toBuckets(context, subjects);
	return context.database.orm
		.transaction(async (tx): Promise<Result<{ readonly isSlowed: boolean }, Throttled>> => {
			const states = await holdBuckets(tx, buckets, now);
			const verdicts = buckets.map(({ kind }, index) =>
				judgeAttempt(throttleRules[kind], states[index] ?? null, now)
			);
			const waits = verdicts.flatMap((verdict) => (verdict.isAllowed ? [] : [verdict.waitSeconds]));
			if (waits.length > 0) return refuse({ waitSeconds: Math.max(...waits) });
			const next = verdicts.flatMap((verdict) => (verdict.isAllowed ? [verdict.next] : []));
			for (const [index, { key }] of buckets.entries()) {
				const state = next[index];
				if (state) await writeState(tx, key, state);
			}
			const forgotten = new Date(now.getTime() - forgottenAfterMs);
			await tx.delete(signInThrottles).where(lt(signInThrottles.updatedAt, forgotten));
			return ok({ isSlowed: next.some(({ blockedUntil }) => blockedUntil > now) });
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
				const next = isShared(kind)
					? takeBack(throttleRules[kind], state, now)
					: { level: 0, updatedAt: now, blockedUntil: now };
				await writeState(tx, key, next);
			}
		})
		.catch(throwAsProblem);
}

const isShared = (kind: ThrottleKind): boolean => kind === 'address' || kind === 'everyone';

/** Everybody's first, then by their keys, so that two sign-ins never wait for each other. */
function toBuckets({ secrets }: SignInContext, subjects: readonly ThrottleSubject[]): readonly Bucket[] {
	const order = ({ kind, key }: Bucket): string => `${kind === 'everyone' ? 0 : 1} ${key}`;
	return subjects
		.map(({ kind, id }) => ({ kind, key: secrets.mac('throttle', `${kind} ${id}`) }))
		.sort((one, other) => (order(one) < order(other) ? -1 : 1));
}

/**
 * What is stored of each bucket, held until the transaction ends. One row always exists to hold on to: everybody's, or
 * those of somebody who is known. Rows for what a stranger has made up are not made here.
 */
async function holdBuckets(
	tx: Orm,
	buckets: readonly Bucket[],
	now: Date
): Promise<readonly (ThrottleState | undefined)[]> {
	const everyone = buckets.filter(({ kind }) => kind === 'everyone');
	const first = everyone.length > 0 ? everyone : buckets;
	await tx
		.insert(signInThrottles)
		.values(first.map(({ key }) => ({ key, level: 0, updatedAt: now, blockedUntil: now })))
		.onConflictDoNothing();
	const held = await hold(tx, first);
	const rest = buckets.filter((bucket) => !first.includes(bucket));
	const rows = rest.length > 0 ? [...held, ...(await hold(tx, rest))] : held;
	return buckets.map(({ key }) => rows.find((row) => row.key === key));
}

async function hold(tx: Orm, buckets: readonly Bucket[]) {
	const keys = buckets.map(({ key }) => key);
	return tx
		.select()
		.from(signInThrottles)
		.where(inArray(signInThrottles.key, keys))
		.orderBy(asc(signInThrottles.key))
		.for('update');
}

async function writeState(tx: Orm, key: string, state: ThrottleState): Promise<void> {
	await tx
		.insert(signInThrottles)
		.values({ key, ...state })
		.onConflictDoUpdate({ target: signInThrottles.key, set: { ...state } });
}
