/**
 * How much one request may hold (ASVS 5.0 15.2.2 and 15.3.7; OWASP, Denial of Service). The largest form here, a whole
 * instrument's wording, has a few hundred fields and some ten thousand characters: beyond these limits nobody is filling in a form.
 */

/** Bytes, whatever the request says of itself. */
export const maxBodyBytes = 524_288;
export const maxFields = 2_000;
/** Characters of a field's name. */
export const maxFieldNameLength = 200;

/** A shorter body, in bytes, has room for neither too many fields nor too long a name: nothing to look for. */
export const smallestFaultyBody = Math.min(maxFields, maxFieldNameLength * 9);

export type BodyFault = 'body-too-large' | 'too-many-fields';

/** What is wrong with the size of a body, or null. Reads forms of both kinds; of anything else only the length. */
export function judgeBody(contentType: string | null, body: string): BodyFault | null {
	if (body.length > maxBodyBytes) return 'body-too-large';
	const [type = '', ...parameters] = (contentType ?? '').split(';');
	switch (type.trim().toLowerCase()) {
		case 'application/x-www-form-urlencoded':
			return judgeFields(body);
		case 'multipart/form-data':
			return countParts(body, parameters.join(';')) > maxFields ? 'too-many-fields' : null;
		default:
			return null;
	}
}

/** Goes over the text once and makes no list of it: there may be hundreds of thousands. */
function judgeFields(body: string): BodyFault | null {
	let count = 1;
	let begin = 0;
	for (let at = body.indexOf('&'); at !== -1; at = body.indexOf('&', at + 1)) {
		count += 1;
		if (count > maxFields || isNameTooLong(body, begin, at)) return 'too-many-fields';
		begin = at + 1;
	}
	return isNameTooLong(body, begin, body.length) ? 'too-many-fields' : null;
}

function isNameTooLong(body: string, begin: number, end: number): boolean {
	const equals = body.indexOf('=', begin);
	// A character takes up to nine signs when it is written with per cent: %E2%82%AC.
	return (equals === -1 || equals > end ? end : equals) - begin > maxFieldNameLength * 9;
}

function countParts(body: string, parameters: string): number {
	const [, quoted, plain] = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(parameters) ?? [];
	const boundary = quoted ?? plain;
	// Without one there are no parts to be found, and reading the form fails.
	if (!boundary) return 0;
	let count = 0;
	for (let at = body.indexOf(`--${boundary}`); at !== -1; at = body.indexOf(`--${boundary}`, at + 1))
		count += 1;
	return count - 1;
}
