import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { toOpenData, toOpenRows } from '#lib/reports/open-data.ts';
import { publishResults } from '#lib/reports/server/commands/publish-results.ts';
import { rerunFigure } from '#lib/reports/server/commands/rerun-figure.ts';
import { withdrawPublication } from '#lib/reports/server/commands/withdraw-publication.ts';
import { listPublications } from '#lib/reports/server/reads/list-publications.ts';
import { publishedResults } from '#lib/reports/server/reads/published-results.ts';
import type { ProviderId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { queryRows } from '#lib/shared/server/database.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { answerTestSurvey, decideTestTarget } from '#tests/build/missed-target.ts';
import { addTestProvider, openTestSurvey } from '#tests/build/made-up.ts';
import { storeReleased } from '#tests/build/released-answers.ts';
import type { TestBoard } from '#tests/build/test-board.ts';
import { describeOnEachDatabase } from '../databases.ts';

const year = 2025;

/** Adnan has just signed in. */
function fresh(board: TestBoard): Context {
	const { actor } = board.adnan;
	if (actor.kind !== 'staff') throw new Error('Adnan is on the staff');
	return { ...board.adnan, actor: { ...actor, signedInAt: board.adnan.now() } };
}

function publish(board: TestBoard, context = fresh(board)) {
	return run(context, publishResults, {
		year,
		decidedOn: '2026-02-20' as LocalDate,
		decisionReference: '§ 9 (påhittad)',
		boardName: 'Påhittade nämnden'
	});
}

/** A and B have been judged; C has three answers. */
async function openYear(open: () => Promise<TestBoard>) {
	const board = await open();
	await decideTestTarget(board.adnan, year);
	const providers: Record<string, ProviderId> = {};
	for (const [name, counts] of [
		['A', [6, 4, 2, 0]],
		['B', [12, 1, 0, 0]],
		['C', [0, 0, 0, 3]]
	] as const) {
		const providerId = await addTestProvider(board.adnan, `Utförare ${name}`);
		providers[name] = providerId;
		await answerTestSurvey(board.adnan, board.linkHolder, { providerId, year, counts });
	}
	return { board, providers };
}

const shownTo = (context: Context) => fetch(context, publishedResults, { year });

describeOnEachDatabase('a published year', (open) => {
	it('shows anybody its figures, with the small ones hidden in the picture, the files and the records', async () => {
		const { board } = await openYear(open);
		await publish(board);
		const { publication, snapshot, figures, years } = await shownTo(board.linkHolder);
		expect(years).toEqual([year]);
		expect(publication).toMatchObject({ version: 1, ended: null, decisionReference: '§ 9 (påhittad)' });
		const rows = snapshot.laws[0]?.table.rows ?? [];
		expect(rows.map(({ provider, cells }) => [provider.name, cells[0]?.kind])).toEqual([
			['Utförare A', 'shown'],
			['Utförare B', 'shown'],
			['Utförare C', 'hidden']
		]);
		expect(figures.map(({ result }) => result.kind)).toEqual(['shown', 'shown', 'hidden']);
		expect(figures[2]?.result).toEqual({ kind: 'hidden', symbol: '..' });

		const csv = toOpenRows('demo', publication, snapshot, figures);
		const [heading = [], a = [], , c = []] = csv;
		expect(a[heading.indexOf('figur')]).toBe(`demo/${year}/1/1`);
		expect(a[heading.indexOf('medelvarde')]).toBe('2,33');
		expect(a[heading.indexOf('nar_malet')]).toBe('nej');
		for (const column of ['antal_svar', 'hoppade_over', 'medelvarde', 'nar_malet', 'underlag', 'kvartal']) {
			expect(c[heading.indexOf(column)], column).toBe('..');
		}
		const json = toOpenData('demo', publication, snapshot, figures);
		expect(json.licence).toBe('CC0-1.0');
		expect(json.figures[2]).toMatchObject({ result: null, suppressed: '..', quarters: null });
	});

	it('needs a fresh sign-in, the right role and something to show', async () => {
		const { board } = await openYear(open);
		await expect(publish(board, board.adnan)).rejects.toMatchObject({ code: 'fresh-sign-in-required' });
		await expect(publish(board, board.berit)).rejects.toMatchObject({ code: 'not-permitted' });
		const empty = {
			year: 2024,
			decidedOn: '2026-02-20' as LocalDate,
			decisionReference: '§',
			boardName: 'x'
		};
		await expect(run(fresh(board), publishResults, empty)).rejects.toMatchObject({
			code: 'nothing-to-publish'
		});
		await expect(shownTo(board.linkHolder)).rejects.toMatchObject({ code: 'not-found' });
	});

	it('is replaced by a new version and taken away, and its history stays', async () => {
		const { board } = await openYear(open);
		await publish(board);
		const { version } = await publish(board);
		expect(version).toBe(2);
		expect((await shownTo(board.linkHolder)).publication.version).toBe(2);
		await run(fresh(board), withdrawPublication, { year, comment: 'Fel frågor.' });
		await expect(shownTo(board.linkHolder)).rejects.toMatchObject({ code: 'not-found' });
		const history = await fetch(board.adnan, listPublications, {});
		expect(history.map(({ ended }) => ended?.because)).toEqual(['withdrawn', 'replaced']);
	});

	it('stays as it was when answers come later, and the next version waits until they are enough', async () => {
		const { board, providers } = await openYear(open);
		await publish(board);
		const before = await shownTo(board.linkHolder);
		const late = async (count: number) => {
			const { surveyId } = await openTestSurvey(board.on('2025-04-01', board.adnan), [providers['A']!], {
				opensOn: '2025-04-01' as LocalDate,
				closesOn: '2025-12-31' as LocalDate
			});
			const answers = Array.from({ length: count }, () => ({ sol_1: 3 }));
			await storeReleased(board, { surveyId, providerId: providers['A']!, quarter: '2025-Q2' }, answers);
		};
		await late(6);
		expect(await shownTo(board.linkHolder)).toEqual(before);
		// Six new answers make a mean, but with the picture of all answers beside it they would be known one by one.
		await expect(publish(board)).rejects.toMatchObject({ code: 'difference-too-small' });
		await late(5);
		await expect(publish(board)).resolves.toMatchObject({ version: 2 });
	});

	it('is not published again when an answer that was counted is gone', async () => {
		const { board } = await openYear(open);
		await publish(board);
		const { orm } = await board.database.forBoard(board.board.id);
		await queryRows(
			orm,
			sql`delete from anonymous_responses where id in (
				select r.id from anonymous_responses r join providers p on p.id = r.provider_id
				where r.board_id = ${board.board.id} and p.name = 'Utförare A' order by r.id limit 1)`
		);
		await expect(publish(board)).rejects.toMatchObject({ code: 'difference-too-small' });
	});

	it('refuses to be changed in the database', async () => {
		const { board } = await openYear(open);
		await publish(board);
		const { orm } = await board.database.forBoard(board.board.id);
		for (const statement of [
			sql`update publications set snapshot = '{}'::jsonb`,
			sql`delete from publications`,
			sql`update published_figures set hash = 'x'`,
			sql`delete from published_figures`
		]) {
			await expect(queryRows(orm, statement)).rejects.toThrow();
		}
	});
});

describeOnEachDatabase('a published figure', (open) => {
	const rerun = (board: TestBoard, number: number) =>
		run(fresh(board), rerunFigure, { year, version: 1, number });

	it('comes out with the same hash when it is made again, also when more answers have come since', async () => {
		const { board, providers } = await openYear(open);
		await publish(board);
		await answerTestSurvey(board.adnan, board.linkHolder, {
			providerId: providers['A']!,
			year: 2026,
			counts: [5, 0, 0, 0]
		});
		for (const number of [1, 2, 3]) {
			const { published, now, differences } = await rerun(board, number);
			expect(differences).toEqual([]);
			expect(now).toBe(published);
		}
		await expect(rerun(board, 4)).rejects.toMatchObject({ code: 'not-found' });
	});

	it('says that its answers are no longer the same', async () => {
		const { board } = await openYear(open);
		await publish(board);
		const { orm } = await board.database.forBoard(board.board.id);
		await queryRows(
			orm,
			sql`delete from anonymous_responses where id in (
				select r.id from anonymous_responses r join providers p on p.id = r.provider_id
				where r.board_id = ${board.board.id} and p.name = 'Utförare A' order by r.id limit 1)`
		);
		const { published, now, differences } = await rerun(board, 1);
		expect(differences).toEqual([{ kind: 'answers' }]);
		expect(now).not.toBe(published);
		expect((await rerun(board, 2)).differences).toEqual([]);
	});
});
