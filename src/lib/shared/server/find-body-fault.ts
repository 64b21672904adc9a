/** The body of every request that has one is measured before anything reads it, whichever route it is for. */
import { judgeBody, smallestFaultyBody, type BodyFault } from '../body-limits.ts';

/** What is wrong with the size of the request's body, or null. The request can be read as usual afterwards. */
export async function findBodyFault(request: Request): Promise<BodyFault | null> {
	if (request.body === null) return null;
	// Node gives no more of a body than it says that it has. Most forms are so small that they need not be looked through.
	const length = Number(request.headers.get('content-length') ?? Infinity);
	if (length < smallestFaultyBody) return null;
	try {
		return judgeBody(request.headers.get('content-type'), await request.clone().text());
	} catch (error) {
		// The server has cut it off at the limit, or the sender has gone away, and then nobody is there to be told.
		const isCutOff = typeof error === 'object' && error !== null && 'status' in error && error.status === 413;
		return isCutOff ? 'body-too-large' : null;
	}
}
