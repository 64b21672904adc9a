/** A file to keep: the one place that says how what is handed out as a file is called and that nobody on the way keeps it. */

const types = {
	csv: 'text/csv; charset=utf-8',
	html: 'text/html; charset=utf-8',
	json: 'application/json; charset=utf-8',
	pdf: 'application/pdf',
	png: 'image/png',
	svg: 'image/svg+xml; charset=utf-8',
	txt: 'text/plain; charset=utf-8',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	zip: 'application/zip'
} as const;

export type FileEnding = keyof typeof types;

/**
 * The content as a file to save. Its kind is what its name ends with; a name holds no quotation marks, and never whom the file
 * is about. `nosniff` and the rest is set for every answer in hooks.server.ts, as is what may be kept of a published one.
 */
export function toFileResponse(
	content: BodyInit,
	name: `${string}.${FileEnding}`,
	more: Readonly<Record<string, string>> = {}
): Response {
	return new Response(content, {
		headers: {
			'content-type': types[endingOf(name)],
			'content-disposition': `attachment; filename="${name}"`,
			'cache-control': 'no-store',
			...more
		}
	});
}

const endingOf = (name: `${string}.${FileEnding}`): FileEnding =>
	name.slice(name.lastIndexOf('.') + 1) as FileEnding;
