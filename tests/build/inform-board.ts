/** What people are told and the impact assessment, made up: without them nothing is sent and nothing opened. */
import { randomUUID } from 'node:crypto';
import {
	informationFieldNames,
	type InformationByLanguage,
	type InformationText
} from '#lib/surveys/information.ts';
import { generalSubjects } from '#lib/surveys/information-subject.ts';
import { assessmentReferences } from '#lib/surveys/server/assessment-tables.ts';
import { informationTexts } from '#lib/surveys/server/tables.ts';
import type { BoardId, InformationId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { Context } from '#lib/shared/server/context.ts';

/** A whole text whose every field says which one it is, in Swedish. */
export const madeUpInformation: InformationByLanguage = {
	sv: Object.fromEntries(
		informationFieldNames.map((field) => [field, `Påhittat: ${field}.`])
	) as unknown as InformationText
};

const publishedOn = '2026-01-02' as LocalDate;

/**
 * Gives the acting person's board its texts and its assessment, unless it has them. Written straight to the tables: it
 * is not what the test is about, so it leaves no line in the access log.
 */
export async function informBoard({ actor, database }: Context): Promise<void> {
	if (actor.kind === 'anonymous') return;
	const boardId: BoardId = actor.boardId;
	const texts = generalSubjects.map((subject) => ({
		boardId,
		id: randomUUID() as InformationId,
		subject,
		version: 1,
		publishedOn,
		content: madeUpInformation
	}));
	await database.orm.insert(informationTexts).values(texts).onConflictDoNothing();
	const assessment = { reference: 'Dnr 1 (påhittat)', decidedOn: publishedOn, owner: 'Påhittad Chef' };
	await database.orm
		.insert(assessmentReferences)
		.values({ boardId, version: 1, ...assessment })
		.onConflictDoNothing();
}
