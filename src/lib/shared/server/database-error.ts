/** The one place where a database error becomes a Problem. The error's own text may hold answers and goes no further. */
import { Problem, type ProblemCode } from '#lib/shared/problem.ts';

/** SQLSTATE (PostgreSQL manual, appendix A) → what stopped the request. */
const problemByState: Readonly<Record<string, ProblemCode>> = {
	'23505': 'already-exists',
	// Names a row that does not exist (or belongs to another board), or is named by one that would be left behind.
	'23503': 'not-found',
	'23514': 'invalid-input',
	'23502': 'invalid-input',
	'22P02': 'invalid-input',
	'22003': 'invalid-input',
	'22007': 'invalid-input',
	'22008': 'invalid-input',
	'22P05': 'invalid-input',
	// A character that the database has no place for: NUL.
	'22021': 'invalid-input',
	'40001': 'changed-meanwhile',
	'40P01': 'changed-meanwhile',
	'55P03': 'changed-meanwhile',
	'57014': 'database-unavailable',
	'57P01': 'database-unavailable',
	'57P02': 'database-unavailable',
	'57P03': 'database-unavailable',
	'53300': 'database-unavailable',
	'53100': 'database-unavailable',
	'25P03': 'database-unavailable'
};

/** postgres.js and the system, when there is no connection. */
const connectionCodes = new Set([
	'CONNECTION_CLOSED',
	'CONNECTION_ENDED',
	'CONNECTION_DESTROYED',
	'CONNECT_TIMEOUT',
	'ECONNREFUSED',
	'ECONNRESET',
	'EPIPE',
	'ENOENT',
	'ENOTFOUND',
	'ETIMEDOUT'
]);

interface DatabaseFailure {
	readonly code: string;
	readonly constraint: string | undefined;
	/** The start of the SQL, with placeholders where the values were. */
	readonly statement: string;
}

/**
 * Throws the Problem that a database error is. Problems pass through, and so do errors that are not the database's:
 * those are faults in the program and keep their stack.
 */
export function throwAsProblem(error: unknown): never {
	const failure = error instanceof Problem ? null : findFailure(error);
	if (!failure) throw error;
	const code = isConnectionLost(failure.code) ? 'database-unavailable' : problemByState[failure.code];
	throw new Problem(code ?? 'unexpected', {
		databaseCode: failure.code,
		...(failure.constraint ? { constraint: failure.constraint } : {}),
		...(code ? {} : { statement: failure.statement })
	});
}

/** Whether the statement is known not to have been carried out, so that the same work can be tried again at once. */
export function isSafeToRetry(error: unknown): boolean {
	const code = findFailure(error)?.code;
	return code === '40001' || code === '40P01';
}

/** Whether the connection went away, so that it is not known what was carried out. */
export function isDisconnected(error: unknown): boolean {
	const code = findFailure(error)?.code;
	return code !== undefined && isConnectionLost(code);
}

function isConnectionLost(code: string): boolean {
	return connectionCodes.has(code) || code.startsWith('08') || code.startsWith('57P');
}

/** drizzle wraps the driver's error and puts the parameters in its text; the driver's own has the code. */
function findFailure(error: unknown): DatabaseFailure | null {
	let statement = '';
	for (let at = error; at instanceof Error; at = at.cause) {
		const details = at as { code?: unknown; constraint?: string; constraint_name?: string; query?: unknown };
		if (typeof details.query === 'string') statement = details.query.slice(0, 200);
		if (typeof details.code !== 'string') continue;
		return { code: details.code, constraint: details.constraint ?? details.constraint_name, statement };
	}
	return null;
}
