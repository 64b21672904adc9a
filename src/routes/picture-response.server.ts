import type { PictureContent } from '#lib/pictures/server/queries.ts';

/** As long as somebody sits and answers: the same faces come again at each question. */
const seconds = 3600;

/**
 * A picture. Its address names its content, so that it never has to be asked for again. Kept by the reader's own browser and
 * nobody between, for one sitting; not at all where nobody may see what has been asked.
 */
export function toPictureResponse({ mediaType, bytes }: PictureContent, mayBeKept: boolean): Response {
	const cacheControl = mayBeKept ? `private, max-age=${seconds}, immutable` : 'no-store';
	return new Response(bytes, {
		headers: {
			'content-type': mediaType,
			'content-length': String(bytes.length),
			'content-disposition': 'inline',
			'content-security-policy': "default-src 'none'; sandbox",
			'cache-control': cacheControl
		}
	});
}
