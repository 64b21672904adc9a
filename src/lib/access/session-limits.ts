/** How long a session lives. Reference: ASVS 5.0 7.3; reference values for sensitive systems are 15–30 min idle. */

const minute = 60_000;

/** Without a request for this long, the session is over. */
export const idleLimitMs = 30 * minute;
/** After this long it is over, used or not: a long working day. */
export const absoluteLimitMs = 10 * 60 * minute;
/** How long there is between the password and the second factor, enrolment included. */
export const halfSignedInLimitMs = 20 * minute;
/** How recent a sign-in must be for exports, roles and keys. */
export const freshLimitMs = 5 * minute;
/** A visit is written down at most this often; the idle limit is never late, and early by at most this much. */
export const touchEveryMs = minute;

export interface SessionTimes {
	readonly createdAt: Date;
	readonly lastSeenAt: Date;
	readonly expiresAt: Date;
	/** Null until the second factor has been given. */
	readonly signedInAt: Date | null;
}

/** Whether the session still holds at the moment. */
export function isAlive(times: SessionTimes, now: Date): boolean {
	const { createdAt, lastSeenAt, expiresAt, signedInAt } = times;
	const age = now.getTime() - createdAt.getTime();
	const longest = signedInAt === null ? halfSignedInLimitMs : absoluteLimitMs;
	return now < expiresAt && age >= 0 && age < longest && now.getTime() - lastSeenAt.getTime() < idleLimitMs;
}

/** Whether the person proved who they are within the last five minutes. */
export function isFresh(signedInAt: Date | null | undefined, now: Date): boolean {
	if (!signedInAt) return false;
	const age = now.getTime() - signedInAt.getTime();
	return age >= 0 && age <= freshLimitMs;
}
