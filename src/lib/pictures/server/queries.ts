/** Pictures to and from their tables. */
import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { joinAnswers } from '#lib/instruments/sitting.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { Work } from '#lib/shared/server/work.ts';
import type { MediaType, PictureFile } from '../picture-file.ts';
import type { PicturePlace } from '../picture-places.ts';
import { toPictureSet, type PictureSet, type PlacedPicture } from '../picture-set.ts';
import { picturePlaces, pictures } from './tables.ts';

type Scope = Pick<Work, 'query' | 'boardId'>;

/** By whose right a picture is shown. */
export interface PictureRights {
	readonly holder: string;
	readonly licence: string;
	readonly permission: string | null;
}

export interface NewPicture extends PicturePlace, PictureRights {
	readonly instrumentId: string;
	readonly file: PictureFile;
	readonly addedOn: LocalDate;
}

/** Puts the picture in its place, in place of one that was there. */
export async function placePicture({ query, boardId }: Scope, picture: NewPicture): Promise<void> {
	const { file, instrumentId, question, option, holder, licence, permission, addedOn } = picture;
	const { mediaType, width, height, bytes } = file;
	const hash = createHash('sha256').update(bytes).digest('hex');
	const content = Buffer.from(bytes).toString('base64');
	await query(sql`
		insert into ${pictures} (board_id, hash, media_type, width, height, content)
		values (${boardId}, ${hash}, ${mediaType}, ${width}, ${height}, decode(${content}, 'base64'))
		on conflict do nothing`);
	await query(sql`
		insert into ${picturePlaces}
			(board_id, instrument_id, question, option, hash, holder, licence, permission, added_on)
		values (${boardId}, ${instrumentId}, ${question}, ${option ?? ''}, ${hash}, ${holder}, ${licence}, ${permission},
			${addedOn})
		on conflict (board_id, instrument_id, question, option) do update set hash = excluded.hash,
			holder = excluded.holder, licence = excluded.licence, permission = excluded.permission,
			added_on = excluded.added_on`);
}

/** False when there was none. */
export async function removePlace(
	{ query, boardId }: Scope,
	{ instrumentId, question, option }: PicturePlace & { readonly instrumentId: string }
): Promise<boolean> {
	const rows = await query(sql`
		delete from ${picturePlaces} where board_id = ${boardId} and instrument_id = ${instrumentId}
			and question = ${question} and option = ${option ?? ''} returning hash`);
	return rows.length === 1;
}

/** Pictures that are shown nowhere any more go. */
export async function deleteUnplaced({ query, boardId }: Scope): Promise<void> {
	await query(sql`
		delete from ${pictures} p where p.board_id = ${boardId} and not exists (
			select from ${picturePlaces} place where place.board_id = p.board_id and place.hash = p.hash
		)`);
}

/** What the form's pictures weigh together, in bytes. */
export async function weighPictures({ query, boardId }: Scope, instrumentId: string): Promise<number> {
	const [row] = await query<{ bytes: number }>(sql`
		select coalesce(sum(octet_length(content)), 0)::int as bytes from ${pictures} p
		where p.board_id = ${boardId} and exists (
			select from ${picturePlaces} place
			where place.board_id = p.board_id and place.hash = p.hash and place.instrument_id = ${instrumentId}
		)`);
	return row?.bytes ?? 0;
}

export interface ListedPicture extends PlacedPicture, PictureRights {
	readonly addedOn: LocalDate;
}

/** Every picture that the board has for the form. */
export async function listPlaced(
	{ query, boardId }: Scope,
	instrumentId: string
): Promise<readonly ListedPicture[]> {
	return query<ListedPicture>(sql`
		select question, nullif(option, '') as option, hash, holder, licence, permission, added_on::text as "addedOn"
		from ${picturePlaces} where board_id = ${boardId} and instrument_id = ${instrumentId}
		order by question, option nulls first`);
}

/** Which picture stands where in what is asked: one form, or several in one sitting, named as there. */
export async function findPictureSet(
	{ query, boardId }: Scope,
	instrumentIds: readonly string[]
): Promise<PictureSet> {
	const placed = await query<PlacedPicture & { readonly instrumentId: string }>(sql`
		select instrument_id as "instrumentId", question, nullif(option, '') as option, hash from ${picturePlaces}
		where board_id = ${boardId}
			and instrument_id in (select jsonb_array_elements_text(${JSON.stringify(instrumentIds)}::jsonb))
		order by question, option nulls first`);
	return joinAnswers(
		instrumentIds.map((id) => toPictureSet(placed.filter(({ instrumentId }) => instrumentId === id)))
	);
}

export interface PictureContent {
	readonly mediaType: MediaType;
	readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The picture itself, where it is one of these forms'; null otherwise, also when the board has it for another. */
export async function findPicture(
	{ query, boardId }: Scope,
	instrumentIds: readonly string[],
	hash: string
): Promise<PictureContent | null> {
	const [row] = await query<{ mediaType: MediaType; content: string }>(sql`
		select media_type as "mediaType", encode(content, 'base64') as content from ${pictures} p
		where p.board_id = ${boardId} and p.hash = ${hash} and exists (
			select from ${picturePlaces} place
			where place.board_id = p.board_id and place.hash = p.hash
				and place.instrument_id in (select jsonb_array_elements_text(${JSON.stringify(instrumentIds)}::jsonb))
		)`);
	return row
		? { mediaType: row.mediaType, bytes: Uint8Array.from(Buffer.from(row.content, 'base64')) }
		: null;
}
