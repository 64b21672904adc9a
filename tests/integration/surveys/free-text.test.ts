/** What people have written: who sees which words, before and after a person has read them through. */
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Actor } from '#lib/access/actor.ts';
import type { ProviderId, SurveyId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { queryRows } from '#lib/shared/server/database.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { moveSurvey } from '#lib/surveys/server/commands/move-survey.ts';
import { reviewText } from '#lib/surveys/server/commands/review-text.ts';
import { providerTexts } from '#lib/surveys/server/reads/provider-texts.ts';
import { surveyTexts } from '#lib/surveys/server/reads/survey-texts.ts';
import { textUnderReview } from '#lib/surveys/server/reads/text-under-review.ts';
import { addTestProvider, openTestSurvey } from '#tests/build/made-up.ts';
import type { TestBoard } from '#tests/build/test-board.ts';
import { storeWritten } from '#tests/build/written-texts.ts';
import { describeOnEachDatabase } from '../databases.ts';

const question = 'ord';
const first = { state: 'unreviewed', after: null } as const;
const show = { kind: 'show' } as const;
const numbered = (count: number, word = 'text') => Array.from({ length: count }, (_, at) => `${word} ${at}`);

interface Asked {
	readonly surveyId: SurveyId;
	readonly providerId: ProviderId;
	readonly other: ProviderId;
}

async function ask(board: TestBoard): Promise<Asked> {
	const [providerId, other] = [await addTestProvider(board.adnan), await addTestProvider(board.adnan)];
	const { surveyId } = await openTestSurvey(board.adnan, [providerId, other], {
		closesOn: '2026-03-10' as LocalDate
	});
	return { surveyId, providerId, other };
}

async function showAll(board: TestBoard, surveyId: SurveyId, ids: readonly string[]): Promise<void> {
	for (const id of ids) await run(board.adnan, reviewText, { surveyId, textId: id as never, decision: show });
}

/** Somebody who works for the provider. */
function worksFor(board: TestBoard, providerId: ProviderId): Context {
	const role = 'provider-staff' as const;
	const actor = {
		...(board.adnan.actor as Extract<Actor, { kind: 'staff' }>),
		roles: [role],
		heldRoles: [{ role, unitId: null, providerId }]
	};
	return { ...board.adnan, actor };
}

const instrumentId = 'simrishamn-sol';
const ofYear = (providerId: ProviderId) => ({ providerId, instrumentId, year: 2026 });

describeOnEachDatabase('what people have written', (open) => {
	it('is read by nobody before a person has read it, but by that person', async () => {
		const board = await open();
		const { surveyId, providerId } = await ask(board);
		await storeWritten(board, { surveyId, providerId, question }, numbered(12, 'KANARIE'));
		const { groups, unreviewed } = await fetch(board.adnan, surveyTexts, { surveyId });
		expect([groups, unreviewed]).toEqual([[{ instrumentId, question, providerId, texts: [] }], 12]);
		const own = await fetch(worksFor(board, providerId), providerTexts, ofYear(providerId));
		expect(own).toEqual([{ instrumentId, question, providerId, texts: [] }]);
		const { text, counts } = await fetch(board.adnan, textUnderReview, { surveyId, ...first });
		expect([text?.words.slice(0, 7), counts.unreviewed]).toEqual(['KANARIE', 12]);
	});

	it('is shown when ten have written to the question, to those it is about and no others', async () => {
		const board = await open();
		const { surveyId, providerId, other } = await ask(board);
		const about = { surveyId, providerId, question };
		await showAll(board, surveyId, await storeWritten(board, about, numbered(9)));
		const before = await fetch(worksFor(board, providerId), providerTexts, ofYear(providerId));
		expect(before).toEqual([]);
		expect((await fetch(board.adnan, surveyTexts, { surveyId })).groups).toEqual([
			{ instrumentId, question, providerId: null, texts: null }
		]);
		await showAll(board, surveyId, await storeWritten(board, about, ['den tionde']));
		const [group] = await fetch(worksFor(board, providerId), providerTexts, ofYear(providerId));
		expect(group?.texts?.toSorted()).toEqual(['den tionde', ...numbered(9)]);
		expect(await fetch(worksFor(board, other), providerTexts, ofYear(providerId))).toEqual([]);
		const theirs = fetch(worksFor(board, providerId), surveyTexts, { surveyId });
		await expect(theirs).rejects.toMatchObject({ code: 'not-permitted' });
	});

	it('does not let the few beside a large group be told by subtraction', async () => {
		const board = await open();
		const { surveyId, providerId, other } = await ask(board);
		const many = await storeWritten(board, { surveyId, providerId, question }, numbered(10));
		const few = await storeWritten(board, { surveyId, providerId: other, question }, numbered(3, 'få'));
		await showAll(board, surveyId, [...many, ...few]);
		const { groups } = await fetch(board.adnan, surveyTexts, { surveyId });
		expect(groups.map(({ texts }) => texts?.length ?? null)).toEqual([10, null]);
	});

	it('is kept without what the reviewer took out, and refuses words that were not there', async () => {
		const board = await open();
		const { surveyId, providerId } = await ask(board);
		const [textId] = await storeWritten(board, { surveyId, providerId, question }, ['Anna lyssnar.']);
		if (!textId) throw new Error('Nothing was written');
		const decide = (words: string) =>
			run(board.adnan, reviewText, { surveyId, textId, decision: { kind: 'show-without', words } });
		await expect(decide('Anna lyssnar aldrig.')).rejects.toMatchObject({ code: 'invalid-input' });
		await decide('[…] lyssnar.');
		const shown = { surveyId, state: 'shown', after: null } as const;
		expect((await fetch(board.adnan, textUnderReview, shown)).text).toMatchObject({ words: '[…] lyssnar.' });
		await expect(decide('Anna lyssnar.')).rejects.toMatchObject({ code: 'invalid-input' });
	});

	it('can be withheld, also afterwards, and comes again when it was put off', async () => {
		const board = await open();
		const { surveyId, providerId } = await ask(board);
		const about = { surveyId, providerId, question };
		const ids = (await storeWritten(board, about, numbered(2))).toSorted();
		const [early, late] = ids;
		if (!early || !late) throw new Error('Nothing was written');
		const next = (after: typeof early | null) =>
			fetch(board.adnan, textUnderReview, { surveyId, state: 'unreviewed', after });
		expect((await next(early)).text?.id).toBe(late);
		expect((await next(late)).text?.id).toBe(early);
		await run(board.adnan, reviewText, { surveyId, textId: early, decision: show });
		await run(board.adnan, moveSurvey, { surveyId, to: 'closed' });
		await run(board.adnan, moveSurvey, { surveyId, to: 'reported' });
		const again = { surveyId, textId: early };
		await run(board.adnan, reviewText, { ...again, decision: { kind: 'withhold' } });
		const undo = run(board.adnan, reviewText, { ...again, decision: show });
		await expect(undo).rejects.toMatchObject({ code: 'survey-fixed' });
		expect((await next(null)).counts).toEqual({ unreviewed: 1, shown: 0, withheld: 1 });
	});

	it('leaves lines in the log about the survey, never about a text or its words', async () => {
		const board = await open();
		const { surveyId, providerId } = await ask(board);
		const about = { surveyId, providerId, question };
		const ids = await storeWritten(board, about, ['KANARIEFÅGEL']);
		await fetch(board.adnan, textUnderReview, { surveyId, ...first });
		await showAll(board, surveyId, ids);
		const lines = await queryRows<{ action: string; subject: string; line: string }>(
			board.database.orm,
			sql`select action, subject_id as subject, row_to_json(e)::text as line from audit_events e
				where board_id = ${board.board.id} and action in ('textUnderReview', 'reviewText') order by action`
		);
		expect(lines.map(({ action, subject }) => [action, subject])).toEqual([
			['reviewText', surveyId],
			['textUnderReview', surveyId]
		]);
		expect(lines.some(({ line }) => line.includes('KANARIE') || line.includes(ids[0] ?? '-'))).toBe(false);
	});
});
