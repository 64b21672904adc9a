/** Rows of information texts and impact assessments to and from what the rest of the program knows, and what they open. */
import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { BoardId, InformationId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import type { Orm } from '#lib/shared/server/database.ts';
import { decideOpening, type AssessmentReference, type OpeningFacts } from '../../assessment.ts';
import type {
	InformationByLanguage,
	InformationDraft,
	InformationSubject,
	PublishedInformation
} from '../../information.ts';
import { assessmentReferences, informationTexts } from '../information-tables.ts';

interface Scope {
	readonly tx: Orm;
	readonly boardId: BoardId;
}

/** The versions that have been published about links in cases, for joining: board_id, id, version. */
export const publishedAboutCases = sql`(
	select board_id, id, version from ${informationTexts} where subject = 'cases' and version is not null
)`;

const isPublished = isNotNull(informationTexts.version);

/** Every version that has been published, the newest, which is in force, first. */
export async function listPublished(
	{ tx, boardId }: Scope,
	subject: InformationSubject
): Promise<readonly PublishedInformation[]> {
	const rows = await tx
		.select()
		.from(informationTexts)
		.where(and(eq(informationTexts.boardId, boardId), eq(informationTexts.subject, subject), isPublished))
		.orderBy(desc(informationTexts.version));
	return rows.map(toPublished);
}

/** The version in force, or null when none has been published. */
export async function findInForce(
	{ tx, boardId }: Scope,
	subject: InformationSubject
): Promise<PublishedInformation | null> {
	const rows = await tx
		.select()
		.from(informationTexts)
		.where(and(eq(informationTexts.boardId, boardId), eq(informationTexts.subject, subject), isPublished))
		.orderBy(desc(informationTexts.version))
		.limit(1);
	return rows[0] ? toPublished(rows[0]) : null;
}

/** One published version, or null. */
export async function findPublished(
	{ tx, boardId }: Scope,
	id: InformationId
): Promise<PublishedInformation | null> {
	const rows = await tx
		.select()
		.from(informationTexts)
		.where(and(eq(informationTexts.boardId, boardId), eq(informationTexts.id, id), isPublished));
	return rows[0] ? toPublished(rows[0]) : null;
}

function toPublished(row: typeof informationTexts.$inferSelect): PublishedInformation {
	const { id, subject, version, publishedOn, content } = row;
	if (version === null || publishedOn === null)
		throw new Problem('unexpected', { table: 'information_texts' });
	return { id, subject, version, publishedOn, content: content as InformationByLanguage };
}

/** What has been written of the next version, or null. */
export async function findDraft(
	{ tx, boardId }: Scope,
	subject: InformationSubject
): Promise<InformationDraft | null> {
	const rows = await tx
		.select({ content: informationTexts.content })
		.from(informationTexts)
		.where(
			and(
				eq(informationTexts.boardId, boardId),
				eq(informationTexts.subject, subject),
				isNull(informationTexts.version)
			)
		);
	return rows[0]?.content ?? null;
}

/** Keeps the draft in place of the one before. */
export async function upsertDraft(
	{ tx, boardId }: Scope,
	draft: {
		readonly id: InformationId;
		readonly subject: InformationSubject;
		readonly content: InformationDraft;
	}
): Promise<void> {
	await tx
		.insert(informationTexts)
		.values({ boardId, ...draft })
		.onConflictDoUpdate({
			target: [informationTexts.boardId, informationTexts.subject, informationTexts.version],
			set: { content: draft.content }
		});
}

/** Adds the next version and throws the draft away. Two at the same time: the second is `already-exists`. */
export async function insertPublished(
	scope: Scope,
	text: {
		readonly id: InformationId;
		readonly subject: InformationSubject;
		readonly publishedOn: LocalDate;
		readonly content: InformationByLanguage;
	}
): Promise<void> {
	const { tx, boardId } = scope;
	const inForce = await findInForce(scope, text.subject);
	await tx
		.delete(informationTexts)
		.where(
			and(
				eq(informationTexts.boardId, boardId),
				eq(informationTexts.subject, text.subject),
				isNull(informationTexts.version)
			)
		);
	await tx.insert(informationTexts).values({ boardId, ...text, version: (inForce?.version ?? 0) + 1 });
}

/** The board's impact assessment, the last one registered, or null. */
export async function findAssessment({ tx, boardId }: Scope): Promise<AssessmentReference | null> {
	const rows = await tx
		.select({
			reference: assessmentReferences.reference,
			decidedOn: assessmentReferences.decidedOn,
			owner: assessmentReferences.owner
		})
		.from(assessmentReferences)
		.where(eq(assessmentReferences.boardId, boardId))
		.orderBy(desc(assessmentReferences.version))
		.limit(1);
	return rows[0] ?? null;
}

/** Adds a renewed assessment after those there are. */
export async function insertAssessment(scope: Scope, value: AssessmentReference): Promise<void> {
	const { tx, boardId } = scope;
	const rows = await tx
		.select({ version: assessmentReferences.version })
		.from(assessmentReferences)
		.where(eq(assessmentReferences.boardId, boardId))
		.orderBy(desc(assessmentReferences.version))
		.limit(1);
	await tx.insert(assessmentReferences).values({ boardId, version: (rows[0]?.version ?? 0) + 1, ...value });
}

/**
 * What those who answer are told, when all that the law asks for before collecting is there. Refuses otherwise
 * (`purpose-required`, `information-incomplete`, `assessment-required`): see `decideOpening`.
 */
export async function getInformationFor(
	scope: Scope,
	facts: Pick<OpeningFacts, 'purpose' | 'anonymity' | 'isSensitive'>
): Promise<InformationId> {
	const information = await findInForce(scope, facts.anonymity === 'identified' ? 'cases' : 'surveys');
	const assessment = await findAssessment(scope);
	const decided = decideOpening({ ...facts, information, assessment });
	if (!decided.ok) throw new Problem(decided.problem);
	if (!information) throw new Problem('information-incomplete');
	return information.id;
}
