/** Rows of information texts and impact assessments to and from what the rest of the program knows, and what they open. */
import { and, desc, eq, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { BoardId, InformationId, SurveyId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import type { Orm } from '#lib/shared/server/database.ts';
import { decideOpening, type AssessmentReference, type OpeningFacts } from '../../assessment.ts';
import {
	joinSubject,
	splitSubject,
	subjectOfSurvey,
	type GeneralSubject,
	type InformationSubject
} from '../../information-subject.ts';
import type { InformationByLanguage, InformationDraft, PublishedInformation } from '../../information.ts';
import { assessmentReferences } from '../assessment-tables.ts';
import { informationTexts } from '../tables.ts';

interface Scope {
	readonly tx: Orm;
	readonly boardId: BoardId;
}

/**
 * The versions that have been published about what is sent in cases, for joining: board_id, id, version, plan_id,
 * withdrawn_on.
 */
export const publishedAboutCases = sql`(
	select board_id, id, version, plan_id, withdrawn_on from ${informationTexts}
	where subject = 'cases' and version is not null
)`;

const isPublished = isNotNull(informationTexts.version);
const isDraft = isNull(informationTexts.version);

/** Rows of the subject itself: its own, not the general text that it may go by. */
function isAbout(boardId: BoardId, subject: InformationSubject) {
	const { general, planId, surveyId } = splitSubject(subject);
	return and(
		eq(informationTexts.boardId, boardId),
		eq(informationTexts.subject, general),
		planId ? eq(informationTexts.planId, planId) : isNull(informationTexts.planId),
		surveyId ? eq(informationTexts.surveyId, surveyId) : isNull(informationTexts.surveyId)
	);
}

/** Every version that has been published, the newest first; also those that have been withdrawn. */
export async function listPublished(
	{ tx, boardId }: Scope,
	subject: InformationSubject
): Promise<readonly PublishedInformation[]> {
	const rows = await tx
		.select()
		.from(informationTexts)
		.where(and(isAbout(boardId, subject), isPublished))
		.orderBy(desc(informationTexts.version));
	return rows.map(toPublished);
}

/** The subject's own version in force, or null: none has been published, or it goes by the general text again. */
export async function findInForce(
	scope: Scope,
	subject: InformationSubject
): Promise<PublishedInformation | null> {
	const newest = (await listPublished(scope, subject))[0];
	return newest && newest.withdrawnOn === null ? newest : null;
}

/** What people are told today: the subject's own text in force, otherwise the board's general one, otherwise null. */
export async function findTold(
	scope: Scope,
	subject: InformationSubject,
	general: GeneralSubject = splitSubject(subject).general
): Promise<PublishedInformation | null> {
	return (await findInForce(scope, subject)) ?? (await findInForce(scope, general));
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
	const { id, subject: general, planId, surveyId, version, publishedOn, withdrawnOn, content } = row;
	if (version === null || publishedOn === null)
		throw new Problem('unexpected', { table: 'information_texts' });
	const subject = joinSubject({ general, planId, surveyId });
	return { id, subject, version, publishedOn, withdrawnOn, content: content as InformationByLanguage };
}

/** What has been written of the next version, or null. */
export async function findDraft(
	{ tx, boardId }: Scope,
	subject: InformationSubject
): Promise<InformationDraft | null> {
	const rows = await tx
		.select({ content: informationTexts.content })
		.from(informationTexts)
		.where(and(isAbout(boardId, subject), isDraft));
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
	const { id, subject, content } = draft;
	const { general, planId, surveyId } = splitSubject(subject);
	await tx
		.insert(informationTexts)
		.values({ boardId, id, subject: general, planId, surveyId, content })
		.onConflictDoUpdate({
			target: [
				informationTexts.boardId,
				informationTexts.subject,
				informationTexts.planId,
				informationTexts.surveyId,
				informationTexts.version
			],
			set: { content }
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
	const { subject, ...rest } = text;
	const newest = (await listPublished(scope, subject))[0];
	await tx.delete(informationTexts).where(and(isAbout(boardId, subject), isDraft));
	const { general, planId, surveyId } = splitSubject(subject);
	const version = (newest?.version ?? 0) + 1;
	await tx.insert(informationTexts).values({ boardId, ...rest, subject: general, planId, surveyId, version });
}

/** Lets the plan or the survey go by the general text again from the day. False when it already does. */
export async function updateWithdrawn(
	{ tx, boardId }: Scope,
	subject: InformationSubject,
	withdrawnOn: LocalDate
): Promise<boolean> {
	const rows = await tx
		.update(informationTexts)
		.set({ withdrawnOn })
		.where(and(isAbout(boardId, subject), isPublished, isNull(informationTexts.withdrawnOn)))
		.returning({ id: informationTexts.id });
	return rows.length > 0;
}

/** Throws away the texts of a survey that nobody has been able to answer. */
export async function deleteOfSurvey({ tx, boardId }: Scope, surveyId: SurveyId): Promise<void> {
	await tx.delete(informationTexts).where(isAbout(boardId, subjectOfSurvey(surveyId)));
}

export interface OwnInformation {
	readonly subject: InformationSubject;
	/** Null where the board's general text is told. */
	readonly version: number | null;
	readonly publishedOn: LocalDate | null;
	readonly hasDraft: boolean;
}

/** The plans and surveys that have written a text of their own, whether or not it is in force. */
export async function listOwn({ tx, boardId }: Scope): Promise<readonly OwnInformation[]> {
	const rows = await tx
		.select()
		.from(informationTexts)
		.where(
			and(
				eq(informationTexts.boardId, boardId),
				or(isNotNull(informationTexts.planId), isNotNull(informationTexts.surveyId))
			)
		)
		.orderBy(desc(informationTexts.version));
	const bySubject = Map.groupBy(rows, ({ subject: general, planId, surveyId }) =>
		joinSubject({ general, planId, surveyId })
	);
	return [...bySubject].map(([subject, texts]) => {
		const inForce = texts.find(({ version, withdrawnOn }) => version !== null && withdrawnOn === null);
		return {
			subject,
			version: inForce?.version ?? null,
			publishedOn: inForce?.publishedOn ?? null,
			hasDraft: texts.some(({ version }) => version === null)
		};
	});
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
 * What those who answer are told about the subject, when all that the law asks for before collecting is there. Refuses otherwise
 * (`purpose-required`, `information-incomplete`, `assessment-required`): see `decideOpening`.
 */
export async function getInformationFor(
	scope: Scope,
	subject: InformationSubject,
	facts: Pick<OpeningFacts, 'purpose' | 'anonymity' | 'isSensitive'>,
	general?: GeneralSubject
): Promise<InformationId> {
	const information = await findTold(scope, subject, general);
	const assessment = await findAssessment(scope);
	const decided = decideOpening({ ...facts, information, assessment });
	if (!decided.ok) throw new Problem(decided.problem);
	if (!information) throw new Problem('information-incomplete');
	return information.id;
}
