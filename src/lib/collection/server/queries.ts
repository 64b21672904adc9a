/** Rows of administrations to and from what the rest of the program knows. */
import { and, asc, eq, or, sql, type SQL } from 'drizzle-orm';
import type { AdministrationId, BoardId, CaseId, OccasionId, ResponseId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import type { Orm } from '#lib/shared/server/database.ts';
import { inParts } from '#lib/shared/server/in-parts.ts';
import { surveyNames } from '#lib/surveys/server/queries.ts';
import type { Administration } from '../administration.ts';
import { administrations, responses } from './tables.ts';

interface Scope {
	readonly tx: Orm;
	readonly boardId: BoardId;
}

type NewAdministration = Omit<typeof administrations.$inferInsert, 'boardId'>;
type AdministrationRow = typeof administrations.$inferSelect;

/** Everything but the draft, which is the respondent's own, and the link. */
const administration = {
	id: administrations.id,
	caseId: administrations.caseId,
	instrumentId: administrations.instrumentId,
	instrumentVersion: administrations.instrumentVersion,
	occasion: administrations.occasion,
	occasionId: administrations.occasionId,
	respondent: administrations.respondent,
	mode: administrations.mode,
	createdOn: administrations.createdOn,
	state: administrations.state,
	expiresOn: administrations.expiresOn,
	withdrawnOn: administrations.withdrawnOn
};

/** Many at once. */
export async function insertAdministrations(
	{ tx, boardId }: Scope,
	values: readonly NewAdministration[]
): Promise<void> {
	await inParts(values, (part) =>
		tx.insert(administrations).values(part.map((value) => ({ boardId, ...value })))
	);
}

export async function insertAdministration({ tx, boardId }: Scope, value: NewAdministration): Promise<void> {
	await tx.insert(administrations).values({ boardId, ...value });
}

/** The state of an administration, held until the transaction ends; or null. */
export async function findAdministrationState(
	{ tx, boardId }: Scope,
	id: AdministrationId
): Promise<Pick<AdministrationRow, 'state' | 'mode' | 'surveyId' | 'expiresOn'> | null> {
	const rows = await tx
		.select({
			state: administrations.state,
			mode: administrations.mode,
			surveyId: administrations.surveyId,
			expiresOn: administrations.expiresOn
		})
		.from(administrations)
		.where(and(eq(administrations.boardId, boardId), eq(administrations.id, id)))
		.for('update');
	return rows[0] ?? null;
}

/** The case that an administration belongs to, or null. */
export async function findCaseOfAdministration(
	{ tx, boardId }: Scope,
	id: AdministrationId
): Promise<CaseId | null> {
	const rows = await tx
		.select({ caseId: administrations.caseId })
		.from(administrations)
		.where(and(eq(administrations.boardId, boardId), eq(administrations.id, id)));
	return rows[0]?.caseId ?? null;
}

/** What a row keeps when there is no draft of answers. */
export const noDraft = { draftAnswers: null, draftLanguage: null, draftLayers: null } as const;

/** The administration, and those that a survey asks of the same person in the same sitting. */
const inSittingOf = (
	boardId: BoardId,
	id: AdministrationId
): SQL => sql`${administrations.boardId} = ${boardId} and (
	${administrations.id} = ${id} or (${administrations.surveyId}, ${administrations.caseId}) = (
		select of.survey_id, of.case_id from ${administrations} of where of.board_id = ${boardId} and of.id = ${id}
	)
)`;

/** Withdraws it, with all of its sitting, and throws away what had been answered so far. */
export async function updateAsWithdrawn(
	{ tx, boardId }: Scope,
	id: AdministrationId,
	day: LocalDate
): Promise<void> {
	await tx
		.update(administrations)
		.set({ state: 'withdrawn', withdrawnOn: day, draftPage: null, ...noDraft })
		.where(inSittingOf(boardId, id));
}

/** Says which of a plan's occasions it is for. */
export async function updatePlanOccasion(
	{ tx, boardId }: Scope,
	id: AdministrationId,
	occasionId: OccasionId
): Promise<void> {
	await tx
		.update(administrations)
		.set({ occasionId })
		.where(and(eq(administrations.boardId, boardId), eq(administrations.id, id)));
}

/** Gives it another link; the one before stops working. All of its sitting can be answered as long. */
export async function updateLink(
	{ tx, boardId }: Scope,
	id: AdministrationId,
	{ tokenHash, expiresOn }: { readonly tokenHash: string; readonly expiresOn: LocalDate }
): Promise<void> {
	await tx.update(administrations).set({ expiresOn }).where(inSittingOf(boardId, id));
	await tx
		.update(administrations)
		.set({ tokenHash })
		.where(and(eq(administrations.boardId, boardId), eq(administrations.id, id)));
}

/**
 * Whether it is opened by a link of its own. The other forms of a sitting are opened by the first one's, and until they are
 * answered there is nothing to say of them that the first does not say.
 */
const isOpenedByItself = sql`not exists (
	select from ${surveyNames} sitting
	where sitting.board_id = ${administrations.boardId} and sitting.id = ${administrations.surveyId}
		and sitting.instruments -> 0 ->> 'id' <> ${administrations.instrumentId}
)`;

/**
 * A case's administrations in the order they were made; of a sitting the first form stands for all of them until they are
 * answered.
 */
export async function listAdministrationsOfCase(
	{ tx, boardId }: Scope,
	caseId: CaseId
): Promise<readonly Administration[]> {
	const rows = await tx
		.select({
			administration,
			surveyTitle: sql<string | null>`survey.title`,
			responseId: responses.id,
			answeredOn: responses.answeredOn
		})
		.from(administrations)
		.leftJoin(
			responses,
			and(eq(responses.boardId, administrations.boardId), eq(responses.administrationId, administrations.id))
		)
		.leftJoin(
			sql`${surveyNames} as survey`,
			sql`survey.board_id = ${administrations.boardId} and survey.id = ${administrations.surveyId}`
		)
		.where(
			and(
				eq(administrations.boardId, boardId),
				eq(administrations.caseId, caseId),
				or(eq(administrations.state, 'answered'), isOpenedByItself)
			)
		)
		.orderBy(asc(administrations.createdOn), asc(responses.answeredOn), asc(administrations.id));
	return rows.map(({ administration, surveyTitle, responseId, answeredOn }) =>
		toAdministration(administration, surveyTitle, responseId, answeredOn)
	);
}

function toAdministration(
	row: Pick<AdministrationRow, keyof typeof administration>,
	surveyTitle: string | null,
	responseId: ResponseId | null,
	answeredOn: LocalDate | null
): Administration {
	const { id, caseId, instrumentId, instrumentVersion, occasion, occasionId, respondent } = row;
	const { mode, createdOn } = row;
	const what = { instrumentId, instrumentVersion, occasion, occasionId, surveyTitle, respondent, mode };
	const base = { id, caseId, createdOn, ...what };
	const { state, expiresOn, withdrawnOn } = row;
	if (state === 'sent' || state === 'started') return { ...base, state, expiresOn };
	if (state === 'answered' && answeredOn && responseId) return { ...base, state, answeredOn, responseId };
	if (state === 'withdrawn' && withdrawnOn) return { ...base, state, withdrawnOn };
	throw new Problem('unexpected', { table: 'administrations' });
}

/** Links waiting for an answer, and answers, by case. */
export async function countAdministrationsByCase({
	tx,
	boardId
}: Scope): Promise<ReadonlyMap<CaseId, { readonly waiting: number; readonly answered: number }>> {
	const rows = await tx
		.select({
			caseId: administrations.caseId,
			waiting: sql<number>`(count(*) filter (where ${administrations.mode} = 'link' and ${administrations.state} in ('sent', 'started') and ${isOpenedByItself}))::int`,
			answered: sql<number>`(count(*) filter (where ${administrations.state} = 'answered'))::int`
		})
		.from(administrations)
		.where(eq(administrations.boardId, boardId))
		.groupBy(administrations.caseId);
	return new Map(rows.map(({ caseId, waiting, answered }) => [caseId, { waiting, answered }]));
}

/** For other domains to join with: `board_id, occasion_id` of what has been sent for a plan's occasion and waits. */
export const sentForOccasion = sql`(
	select ${administrations.boardId}, ${administrations.occasionId} from ${administrations}
	where ${administrations.mode} = 'link' and ${administrations.state} in ('sent', 'started')
)`;

/**
 * For other domains to join with: `board_id, id, case_id, state, expires_on, token_hash, survey_id, provider_id, respondent` of
 * links.
 */
export const administrationsForMessages = sql`(
	select ${administrations.boardId}, ${administrations.id}, ${administrations.caseId}, ${administrations.state},
		${administrations.expiresOn}, ${administrations.tokenHash}, ${administrations.surveyId}, ${administrations.providerId},
		${administrations.respondent}
	from ${administrations} where ${administrations.mode} = 'link'
)`;
