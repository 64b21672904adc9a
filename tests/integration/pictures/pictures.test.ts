/** The board's own pictures: kept once, shown where they were put, and nowhere else. */
import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { listQuestions } from '#lib/instruments/list-questions.ts';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { joinInstruments } from '#lib/instruments/sitting.ts';
import { addKiosk } from '#lib/kiosk/server/commands/add-kiosk.ts';
import { fetchManifest } from '#lib/kiosk/server/commands/fetch-manifest.ts';
import { pairKiosk } from '#lib/kiosk/server/commands/pair-kiosk.ts';
import { listPictureHashes } from '#lib/kiosk/kiosk-manifest.ts';
import { listKiosks } from '#lib/kiosk/server/reads/list-kiosks.ts';
import { pictureOnKiosk } from '#lib/kiosk/server/reads/picture-on-kiosk.ts';
import { pictureLimits, type PictureFile } from '#lib/pictures/picture-file.ts';
import { listPicturePlaces, type PicturePlace } from '#lib/pictures/picture-places.ts';
import { placePictures } from '#lib/pictures/server/commands/place-pictures.ts';
import { removePicture } from '#lib/pictures/server/commands/remove-picture.ts';
import { listPictures } from '#lib/pictures/server/reads/list-pictures.ts';
import { pictureOfBoard } from '#lib/pictures/server/reads/picture-of-board.ts';
import { pictureAskedWith, picturesAskedWith } from '#lib/pictures/server/reads/pictures-asked-with.ts';
import { run } from '#lib/shared/server/command.ts';
import { queryRows } from '#lib/shared/server/database.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { addTestProvider, openTestSurvey } from '#tests/build/made-up.ts';
import { placeTestPictures, testPicture, testRights } from '#tests/build/place-pictures.ts';
import type { TestBoard } from '#tests/build/test-board.ts';
import { describeOnEachDatabase } from '../databases.ts';

const form = 'simrishamn-sol';
const at = (question: string, option: string | null = null): PicturePlace => ({ question, option });
const red = [204, 51, 51];
const blue = [51, 51, 204];

const put = (board: TestBoard, places: readonly PicturePlace[], colour = red, instrumentId = form) =>
	placeTestPictures(board.adnan, { instrumentId, places, colour });

const codeOf = (work: Promise<unknown>) =>
	work.then(
		() => null,
		(problem: { code?: string }) => problem.code
	);

const countPictures = async ({ database, board }: TestBoard): Promise<number> => {
	const [row] = await queryRows<{ count: number }>(
		database.orm,
		sql`select count(*)::int as count from pictures where board_id = ${board.id}`
	);
	return row?.count ?? 0;
};

/** As heavy as a picture may be, and like no other. */
function heavyPicture(): PictureFile {
	return { ...testPicture(), bytes: new Uint8Array(randomBytes(pictureLimits.bytes)) };
}

describeOnEachDatabase('pictures beside the words', (open) => {
	it('come out as they were put in, once for each picture, wherever it is shown', async () => {
		const board = await open();
		const hash = await put(board, [at('sol_1'), at('sol_1', '3'), at('sol_2', '3')]);
		const other = await put(board, [at('sol_1', '0')], blue);
		expect(await fetch(board.linkHolder, picturesAskedWith, { instrumentIds: [form] })).toEqual({
			sol_1: { own: hash, options: { '0': other, '3': hash } },
			sol_2: { own: null, options: { '3': hash } }
		});
		expect(await countPictures(board)).toBe(2);
		const picture = await fetch(board.linkHolder, pictureAskedWith, { instrumentIds: [form], hash });
		expect(picture.mediaType).toBe('image/png');
		expect(Buffer.from(picture.bytes).equals(Buffer.from(testPicture(red).bytes))).toBe(true);
		const [listed] = await fetch(board.adnan, listPictures, { instrumentId: form });
		expect(listed).toMatchObject({ question: 'sol_1', option: null, ...testRights, addedOn: '2026-03-02' });
	});

	it('are replaced and taken away, and what is shown nowhere any more is gone', async () => {
		const board = await open();
		const first = await put(board, [at('sol_1'), at('sol_2')]);
		const second = await put(board, [at('sol_1')], blue);
		expect(await fetch(board.linkHolder, picturesAskedWith, { instrumentIds: [form] })).toEqual({
			sol_1: { own: second, options: {} },
			sol_2: { own: first, options: {} }
		});
		await run(board.adnan, removePicture, { instrumentId: form, ...at('sol_2') });
		expect(await countPictures(board)).toBe(1);
		const gone = fetch(board.linkHolder, pictureAskedWith, { instrumentIds: [form], hash: first });
		expect(await codeOf(gone)).toBe('not-found');
		const again = run(board.adnan, removePicture, { instrumentId: form, ...at('sol_2') });
		expect(await codeOf(again)).toBe('not-found');
	});

	it('are shown with their own form and no other, nor by another board', async () => {
		const board = await open();
		const elsewhere = await open();
		const hash = await put(board, [at('sol_1')]);
		const asked = { instrumentIds: [form], hash };
		expect(await codeOf(fetch(board.linkHolder, pictureAskedWith, asked))).toBeNull();
		expect(
			await codeOf(fetch(board.linkHolder, pictureAskedWith, { ...asked, instrumentIds: ['audit'] }))
		).toBe('not-found');
		expect(await codeOf(fetch(elsewhere.linkHolder, pictureAskedWith, asked))).toBe('not-found');
		expect(await codeOf(fetch(elsewhere.adnan, pictureOfBoard, { hash }))).toBe('not-found');
		expect(await fetch(elsewhere.adnan, listPictures, { instrumentId: form })).toEqual([]);
		// The same picture in another board is that board's own.
		await put(elsewhere, [at('sol_1')]);
		await run(board.adnan, removePicture, { instrumentId: form, ...at('sol_1') });
		expect(await countPictures(elsewhere)).toBe(1);
		// The second wall: nobody sees another board's rows, whatever a statement asks for.
		const desk = await board.database.forBoard(board.board.id);
		const seen = await desk.orm.transaction((tx) => queryRows(tx, sql`select hash from pictures`));
		expect(seen).toEqual([]);
	});

	it('stand where they belong when several forms are asked in one sitting', async () => {
		const board = await open();
		const hash = await put(board, [at('sol_1')]);
		const other = await put(board, [at('lss_1')], blue, 'simrishamn-lss');
		const instrumentIds = ['simrishamn-lss', form];
		expect(await fetch(board.linkHolder, picturesAskedWith, { instrumentIds })).toEqual({
			form1_lss_1: { own: other, options: {} },
			form2_sol_1: { own: hash, options: {} }
		});
		const { questionnaire } = joinInstruments(
			instrumentIds.map((id) => findInstrument(board.adnan.catalogue, id)!)
		);
		const asked = listQuestions(questionnaire).map(({ name }) => name);
		expect(asked).toEqual(expect.arrayContaining(['form1_lss_1', 'form2_sol_1']));
		const picture = await fetch(board.linkHolder, pictureAskedWith, { instrumentIds, hash });
		expect(picture.mediaType).toBe('image/png');
	});

	it('are put there by whoever chooses what is asked, and a line says so', async () => {
		const board = await open();
		const input = { instrumentId: form, pictures: [{ ...at('sol_1'), file: testPicture() }], ...testRights };
		for (const context of [board.karin, board.berit, board.siv, board.linkHolder]) {
			expect(await codeOf(run(context, placePictures, input))).toBe('not-permitted');
		}
		await run(board.adnan, placePictures, input);
		const lines = await queryRows(
			board.database.orm,
			sql`select action, subject_type as type, subject_id as id, reason from audit_events
				where board_id = ${board.board.id} and subject_type = 'picture'`
		);
		expect(lines).toEqual([{ action: 'placePictures', type: 'picture', id: null, reason: form }]);
	});

	it.each([
		['a form that does not exist', { instrumentId: 'nej' }, 'not-found'],
		['a question that does not exist', { at: at('nej') }, 'not-found'],
		['an answer that does not exist', { at: at('sol_1', '7') }, 'not-found'],
		['pictures without an owner', { holder: '' }, 'invalid-input'],
		['pictures without a right to them', { licence: '' }, 'invalid-input'],
		[
			'a form whose owner has not agreed',
			{ instrumentId: 'audit', at: at('audit_1'), permission: null },
			'invalid-input'
		]
	])('refuses %s', async (_what, wrong, code) => {
		const board = await open();
		const { at: place = at('sol_1'), ...rest } = wrong as { at?: PicturePlace };
		const pictures = [{ ...place, file: testPicture() }];
		const input = { instrumentId: form, pictures, ...testRights, ...rest };
		expect(await codeOf(run(board.adnan, placePictures, input))).toBe(code);
		expect(await countPictures(board)).toBe(0);
	});

	it('ask for no agreement where the board may change the words', async () => {
		const board = await open();
		const pictures = [{ ...at('sol_1'), file: testPicture() }];
		await run(board.adnan, placePictures, { instrumentId: form, pictures, ...testRights, permission: null });
		expect(await countPictures(board)).toBe(1);
	});

	it('weigh no more together than a tablet should keep', { timeout: 60_000 }, async () => {
		const board = await open();
		const instrumentId = 'jourpatrullen-barn';
		const { questionnaire } = findInstrument(board.adnan.catalogue, instrumentId)!;
		const places = listPicturePlaces(questionnaire).flatMap(({ question: { name }, options }) => [
			at(name),
			...options.map(({ code }) => at(name, String(code)))
		]);
		const fill = (count: number) => {
			const pictures = places.slice(0, count).map((place) => ({ ...place, file: heavyPicture() }));
			return run(board.adnan, placePictures, { instrumentId, pictures, ...testRights });
		};
		const most = Math.floor(pictureLimits.bytesOfInstrument / pictureLimits.bytes);
		await fill(most);
		expect(await countPictures(board)).toBe(most);
		// Others in the same places: what was there does not count.
		await fill(most);
		expect(await codeOf(fill(most + 1))).toBe('pictures-too-many');
		expect(await countPictures(board)).toBe(most);
	});

	it('go along to a tablet that asks the form, and to no tablet that does not', async () => {
		const board = await open();
		const hash = await put(board, [at('sol_1'), at('sol_1', '3')]);
		const notAsked = await put(board, [at('audit_1')], blue, 'audit');
		const providerId = await addTestProvider(board.adnan);
		await openTestSurvey(board.adnan, [providerId]);
		const { surveys } = await fetch(board.adnan, listKiosks, {});
		const input = { name: 'Väntrummet', pin: '4711', linkIds: [surveys.at(-1)!.linkId] };
		const { code } = await run(board.adnan, addKiosk, input);
		const { token } = await run(board.linkHolder, pairKiosk, { code });
		const { manifest } = await run(board.linkHolder, fetchManifest, { token, boardName: 'Påhittad' });
		expect(manifest.surveys[0]?.pictures).toEqual({ sol_1: { own: hash, options: { '3': hash } } });
		expect(listPictureHashes(manifest)).toEqual([hash]);
		const { mediaType } = await fetch(board.linkHolder, pictureOnKiosk, { token, hash });
		expect(mediaType).toBe('image/png');
		const other = fetch(board.linkHolder, pictureOnKiosk, { token, hash: notAsked });
		expect(await codeOf(other)).toBe('not-found');
		const unpaired = fetch(board.linkHolder, pictureOnKiosk, { token: 'a'.repeat(43), hash });
		expect(await codeOf(unpaired)).toBe('kiosk-unknown');
	});
});

describeOnEachDatabase('the table of pictures', (open) => {
	it('takes no content that is not what its name says', async () => {
		const board = await open();
		const insert = (hash: string, content: string) =>
			board.database.orm.execute(sql`insert into pictures (board_id, hash, media_type, width, height, content)
				values (${board.board.id}, ${hash}, 'image/png', 1, 1, ${content}::text::bytea)`);
		await expect(insert('0'.repeat(64), 'annat')).rejects.toThrow();
	});
});
