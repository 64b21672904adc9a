import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveDraft } from '#lib/collection/server/commands/save-draft.ts';
import { submitResponse } from '#lib/collection/server/commands/submit-response.ts';
import { caseResponse } from '#lib/collection/server/reads/case-response.ts';
import { findLink } from '#lib/collection/server/reads/find-link.ts';
import type { ResponseId } from '#lib/shared/ids.ts';
import { run } from '#lib/shared/server/command.ts';
import { openDatabase, queryRows } from '#lib/shared/server/database.ts';
import { countPendingMigrations, migrateDatabase } from '#lib/shared/server/migrate.ts';
import { fetch } from '#lib/shared/server/read.ts';
import {
	addTestProvider,
	openTestCase,
	openTestSurvey,
	sendTestLink,
	testSubmission
} from '#tests/build/made-up.ts';
import { storeReleased } from '#tests/build/released-answers.ts';
import { storeWritten } from '#tests/build/written-texts.ts';
import { newCluster } from '#tests/build/new-cluster.ts';
import { describeOnOwnDatabase, root } from '../databases.ts';

describeOnOwnDatabase('migrating', (open) => {
	it('has nothing to do a second time', async () => {
		const { database } = await open();
		expect(await countPendingMigrations(database, root)).toBe(0);
		expect(await migrateDatabase(database, root)).toBe(0);
	});

	it('refuses a database that a newer version has used', async () => {
		const { database } = await open();
		await database.orm.execute(sql`insert into migrations (hash) values ('from the future')`);
		await expect(migrateDatabase(database, root)).rejects.toThrow('nyare version');
		await database.orm.execute(sql`delete from migrations where hash = 'from the future'`);
	});

	it('counts the anonymous answers that were there before they were counted once', async () => {
		const board = await open();
		const { database } = board;
		const providerId = await addTestProvider(board.adnan);
		const { surveyId } = await openTestSurvey(board.adnan, [providerId]);
		const answers = [{ sol_1: 3 }, { sol_1: 3, sol_2: [1, 2], sol_3: { mat: 0 } }, { sol_2: [2] }];
		await storeReleased(board, { surveyId, providerId }, answers);
		const counted = () =>
			queryRows<{ item: string }>(
				database.orm,
				sql`select item, code, forms from survey_answer_counts where survey_id = ${surveyId}
					union all select '', null, forms from survey_form_counts where survey_id = ${surveyId} order by 1, 2`
			);
		const before = await counted();
		expect(before).toEqual([
			{ item: '', code: null, forms: 3 },
			{ item: 'sol_1', code: 3, forms: 2 },
			{ item: 'sol_2', code: 1, forms: 1 },
			{ item: 'sol_2', code: 2, forms: 2 },
			{ item: 'sol_3.mat', code: 0, forms: 1 }
		]);
		const hash = createHash('sha256').update(readFileSync(join(root, 'drizzle', '0031_count_once.sql')));
		// What other tests have left of surveys with several forms, which there were none of then.
		await database.orm.execute(sql`delete from anonymous_responses where survey_id in (
			select id from surveys where jsonb_array_length(instruments) > 1
		)`);
		await database.orm.execute(sql`drop table survey_answer_counts, survey_form_counts`);
		await database.orm.execute(sql`delete from migrations where hash = ${hash.digest('hex')}`);
		expect(await migrateDatabase(database, root)).toBe(1);
		expect(await counted()).toEqual(before);
	});

	it('gives the surveys that asked one form a list of it', async () => {
		const board = await open();
		const { database } = board;
		const providerId = await addTestProvider(board.adnan);
		const { surveyId } = await openTestSurvey(board.adnan, [providerId]);
		await storeWritten(board, { surveyId, providerId, question: 'ord' }, ['påhittat']);
		const stored = () =>
			queryRows<{ instruments: unknown; form: string }>(
				database.orm,
				sql`select s.instruments, t.instrument_id as form from surveys s
					join anonymous_texts t on t.survey_id = s.id where s.id = ${surveyId}`
			);
		const before = await stored();
		expect(before).toEqual([
			{ instruments: [{ id: 'simrishamn-sol', version: '1.0.0' }], form: 'simrishamn-sol' }
		]);
		const back = [
			sql`drop index anonymous_texts_survey`,
			sql`alter table anonymous_texts drop column instrument_id`,
			sql`create index anonymous_texts_survey on anonymous_texts (board_id, survey_id, question)`,
			sql`alter table survey_links drop column most_answers`,
			sql`alter table surveys add column instrument_id text, add column instrument_version text`,
			sql`update surveys set instrument_id = instruments -> 0 ->> 'id', instrument_version = instruments -> 0 ->> 'version'`,
			sql`alter table surveys drop column instruments`
		];
		for (const statement of back) await database.orm.execute(statement);
		const file = readFileSync(join(root, 'drizzle', '0033_ask_several_forms.sql'));
		const hash = createHash('sha256').update(file).digest('hex');
		await database.orm.execute(sql`delete from migrations where hash = ${hash}`);
		expect(await migrateDatabase(database, root)).toBe(1);
		expect(await stored()).toEqual(before);
	});

	it('seals the languages of answers that lay open, and keeps what they said', async () => {
		const board = await open();
		const { orm } = board.database;
		const caseId = await openTestCase(board.karin);
		const instrumentId = 'simrishamn-sol';
		const sent = await sendTestLink(board.karin, caseId, { instrumentId });
		const begun = await sendTestLink(board.karin, caseId, { instrumentId });
		const untouched = await sendTestLink(board.karin, caseId, { instrumentId });
		const draft = { page: null, answers: { sol_1: 3 }, language: 'sv' };
		for (const { token } of [sent, begun]) await run(board.linkHolder, saveDraft, { token, ...draft });
		const { responseId } = await run(
			board.linkHolder,
			submitResponse,
			testSubmission(sent.token, { answers: null, language: 'sv' })
		);
		const file = readFileSync(join(root, 'drizzle', '0034_keep_pictures.sql'));
		const hash = createHash('sha256').update(file).digest('hex');
		for (const statement of [
			sql`alter table responses disable trigger responses_stay`,
			sql`drop table picture_places, pictures`,
			sql`alter table administrations drop column draft_layers, add column draft_languages jsonb`,
			sql`alter table responses drop column answer_layers, add column answer_languages jsonb not null default '{}'`,
			sql`update administrations set draft_languages = '{"sol_1": "sv-simple"}' where id = ${begun.administrationId}`,
			sql`update responses set answer_languages = '{"sol_1": "en"}' where id = ${responseId!}`,
			sql`alter table responses enable trigger responses_stay`,
			sql`delete from migrations where hash = ${hash}`
		])
			await orm.execute(statement);

		expect(await migrateDatabase(board.database, root)).toBe(1);

		const response = await fetch(board.karin, caseResponse, { responseId: responseId! });
		expect(response.answerLayers).toEqual({ sol_1: { language: 'en', hasPictures: false } });
		await run(
			board.linkHolder,
			submitResponse,
			testSubmission(begun.token, { answers: null, language: 'sv' })
		);
		const [resumed] = await queryRows<{ id: ResponseId }>(
			orm,
			sql`select id from responses where administration_id = ${begun.administrationId}`
		);
		const after = await fetch(board.karin, caseResponse, { responseId: resumed!.id });
		expect(after.answerLayers).toEqual({ sol_1: { language: 'sv-simple', hasPictures: false } });
		const lying = await queryRows(
			orm,
			sql`select 1 from information_schema.columns where column_name in ('draft_languages', 'answer_languages')`
		);
		expect(lying).toEqual([]);
		const target = await fetch(board.linkHolder, findLink, { token: untouched.token });
		expect(target).toMatchObject({ draft: null });
		// Answers are still corrected, never changed.
		await expect(orm.execute(sql`update responses set help = 'staff'`)).rejects.toThrow();
	});

	it('leaves an index for every foreign key in the database itself', async () => {
		const { database } = await open();
		const without = await queryRows<{ name: string }>(
			database.orm,
			sql`select conname as name from pg_constraint c
				where contype = 'f' and connamespace = 'public'::regnamespace and not exists (
					select 1 from pg_index i
					where i.indrelid = c.conrelid and i.indisvalid
						and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] = c.conkey
				)`
		);
		expect(without).toEqual([]);
	});
});

describe('genklang migrate', () => {
	let folder: string;
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'genklang-migrate-'));
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	const migrate = (env: Record<string, string>) =>
		spawnSync(process.execPath, [join(root, 'bin', 'genklang.js'), 'migrate'], {
			env: { PATH: process.env['PATH'] ?? '', ...env },
			encoding: 'utf8'
		});

	it('makes a new embedded database, once', async () => {
		expect(migrate({ GENKLANG_DATA: folder })).toMatchObject({
			status: 0,
			stdout: expect.stringMatching(/^Databasen är uppdaterad \(\d+ steg\)\.\n$/) as string,
			stderr: ''
		});
		expect(migrate({ GENKLANG_DATA: folder }).stdout).toBe('Databasen var redan uppdaterad.\n');
		const database = await openDatabase({ dataDirectory: folder, newCluster });
		expect(await countPendingMigrations(database, root)).toBe(0);
		await database.close();
	});

	it('refuses while another process has the folder', async () => {
		const database = await openDatabase({ dataDirectory: folder, newCluster });
		const { status, stderr } = migrate({ GENKLANG_DATA: folder });
		expect(status).toBe(1);
		expect(stderr).toContain('används redan av en annan Genklang-process');
		await database.close();
	});

	it('says what is wrong with the settings', () => {
		expect(migrate({})).toMatchObject({ status: 1 });
		expect(migrate({}).stderr).toContain('Ingen databas är vald');
	});

	it('says that nobody answers at the address', () => {
		const { status, stderr } = migrate({ DATABASE_URL: 'postgres://genklang@127.0.0.1:1/ingen' });
		expect(status).toBe(1);
		expect(stderr).toBe(
			'Databasen i DATABASE_URL svarar inte (ECONNREFUSED). Kontrollera adressen och att den är igång.\n'
		);
	});
});
