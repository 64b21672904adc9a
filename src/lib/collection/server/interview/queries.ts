/** Interviews that are under way to and from what the rest of the program knows. */
import { and, eq, sql, type SQL } from 'drizzle-orm';
import { clientFactsByCase } from '#lib/cases/server/queries.ts';
import type { Client, Occasion } from '#lib/cases/case.ts';
import type { Answers } from '#lib/instruments/questionnaire.ts';
import type {
	AdministrationId,
	BoardId,
	CaseId,
	InformationId,
	InterviewId,
	OccasionId,
	ResponseId
} from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import type { Orm } from '#lib/shared/server/database.ts';
import type { Work } from '#lib/shared/server/work.ts';
import type { Administration, Help } from '../../administration.ts';
import { toAnswerLayers, type AnswerLayers } from '../../answer-layers.ts';
import type { InterviewDraft } from '../../interview.ts';
import { noDraft } from '../queries.ts';
import { interviews } from '../interview-tables.ts';
import { administrations, responses } from '../tables.ts';

interface Scope {
	readonly tx: Orm;
	readonly boardId: BoardId;
}

type SealedScope = Scope & Pick<Work, 'cipher'>;

export interface InterviewRow {
	readonly id: InterviewId;
	readonly administrationId: AdministrationId;
	readonly caseId: CaseId;
	readonly occasionId: OccasionId | null;
	readonly occasion: Occasion;
	readonly instrumentId: string;
	readonly instrumentVersion: string;
	readonly respondent: Administration['respondent'];
	readonly state: Administration['state'];
	readonly help: Help;
	readonly version: number;
	readonly lastSave: string;
	readonly draft: InterviewDraft;
	readonly informationId: InformationId | null;
	/** What was sent, where it has been. */
	readonly responseId: ResponseId | null;
	readonly client: Pick<Client, 'sex' | 'birthYear'>;
}

/** The interview of an administration, held until the transaction ends; or null when it is none. */
export async function findInterview(
	{ tx, boardId, cipher }: SealedScope,
	administrationId: AdministrationId
): Promise<InterviewRow | null> {
	const [row] = await tx
		.select({
			id: interviews.id,
			administrationId: administrations.id,
			caseId: administrations.caseId,
			occasionId: administrations.occasionId,
			occasion: administrations.occasion,
			instrumentId: administrations.instrumentId,
			instrumentVersion: administrations.instrumentVersion,
			respondent: administrations.respondent,
			state: administrations.state,
			answers: administrations.draftAnswers,
			language: administrations.draftLanguage,
			layers: administrations.draftLayers,
			informationId: administrations.informationId,
			help: interviews.help,
			place: interviews.place,
			version: interviews.version,
			lastSave: interviews.lastSave,
			notes: interviews.notes,
			responseId: sql<ResponseId | null>`(
				select r.id from ${responses} r where r.board_id = ${administrations.boardId}
					and r.administration_id = ${administrations.id}
			)`,
			sex: sql<Client['sex']>`client.sex`,
			birthYear: sql<Client['birthYear']>`client.birth_year`
		})
		.from(interviews)
		.innerJoin(
			administrations,
			and(
				eq(administrations.boardId, interviews.boardId),
				eq(administrations.id, interviews.administrationId)
			)
		)
		.innerJoin(
			sql`${clientFactsByCase} as client`,
			sql`client.board_id = ${administrations.boardId} and client.case_id = ${administrations.caseId}`
		)
		.where(and(eq(interviews.boardId, boardId), eq(interviews.administrationId, administrationId)))
		.for('update', { of: interviews });
	if (!row) return null;
	const { open } = await cipher();
	const { answers, place, notes, language, layers, sex, birthYear, ...rest } = row;
	const told = JSON.parse(open('interviews.notes', row.id, notes)) as Pick<InterviewDraft, 'marks' | 'notes'>;
	const given = answers
		? (JSON.parse(open('administrations.draft_answers', administrationId, answers)) as Answers)
		: {};
	const read = JSON.parse(
		open('administrations.draft_layers', administrationId, layers) ?? '{}'
	) as AnswerLayers;
	const tags = Object.entries(read).map(([name, layer]) => [name, layer.language]);
	return {
		...rest,
		draft: {
			answers: given,
			...told,
			place,
			language: language ?? '',
			layers: Object.fromEntries(tags) as InterviewDraft['layers']
		},
		client: { sex, birthYear }
	};
}

/** The interview that is under way. Refuses one that there is not, has been sent or has been broken off. */
export async function getOpenInterview(scope: SealedScope, id: AdministrationId): Promise<InterviewRow> {
	const found = await findInterview(scope, id);
	if (!found) throw new Problem('not-found');
	if (found.state === 'answered') throw new Problem('already-answered');
	if (found.state !== 'started') throw new Problem('changed-meanwhile');
	return found;
}

export async function insertInterview(
	{ tx, boardId, cipher }: SealedScope,
	value: Pick<InterviewRow, 'id' | 'administrationId' | 'help' | 'lastSave'> & { readonly place: string }
): Promise<void> {
	const notes = (await cipher()).seal('interviews.notes', value.id, JSON.stringify({ marks: {}, notes: {} }));
	await tx.insert(interviews).values({ boardId, ...value, version: 1, notes });
}

/** Keeps the draft as the next version. */
export async function updateInterview(
	{ tx, boardId, cipher }: SealedScope,
	{ id, administrationId, version }: Pick<InterviewRow, 'id' | 'administrationId' | 'version'>,
	{ answers, marks, notes, place, language, layers }: InterviewDraft,
	lastSave: string
): Promise<void> {
	const { seal } = await cipher();
	const draftLayers = seal(
		'administrations.draft_layers',
		administrationId,
		JSON.stringify(toAnswerLayers(layers))
	);
	const draftAnswers = seal('administrations.draft_answers', administrationId, JSON.stringify(answers));
	await tx
		.update(administrations)
		.set({ draftAnswers, draftLanguage: language, draftLayers })
		.where(and(eq(administrations.boardId, boardId), eq(administrations.id, administrationId)));
	await tx
		.update(interviews)
		.set({
			place,
			version: version + 1,
			lastSave,
			notes: seal('interviews.notes', id, JSON.stringify({ marks, notes }))
		})
		.where(and(eq(interviews.boardId, boardId), eq(interviews.id, id)));
}

/** Closes it when it has been sent: the draft goes, the notes stay. */
export async function updateAsSent(
	{ tx, boardId, cipher }: SealedScope,
	{ id, administrationId, version, draft }: InterviewRow,
	mode: 'interview' | 'kiosk',
	lastSave: string
): Promise<void> {
	const { seal } = await cipher();
	await tx
		.update(administrations)
		.set({ state: 'answered', mode, ...noDraft })
		.where(and(eq(administrations.boardId, boardId), eq(administrations.id, administrationId)));
	await tx
		.update(interviews)
		.set({
			version: version + 1,
			lastSave,
			notes: seal('interviews.notes', id, JSON.stringify({ marks: {}, notes: draft.notes }))
		})
		.where(and(eq(interviews.boardId, boardId), eq(interviews.id, id)));
}

/** Throws away what has been answered and noted. */
export async function updateAsBrokenOff(
	{ tx, boardId, cipher }: SealedScope,
	{ id, administrationId, version }: InterviewRow,
	day: LocalDate
): Promise<void> {
	const { seal } = await cipher();
	await tx
		.update(administrations)
		.set({ state: 'withdrawn', withdrawnOn: day, ...noDraft })
		.where(and(eq(administrations.boardId, boardId), eq(administrations.id, administrationId)));
	await tx
		.update(interviews)
		.set({
			version: version + 1,
			notes: seal('interviews.notes', id, JSON.stringify({ marks: {}, notes: {} }))
		})
		.where(and(eq(interviews.boardId, boardId), eq(interviews.id, id)));
}

export interface OpenInterview {
	readonly administrationId: AdministrationId;
	readonly caseId: CaseId;
	readonly caseNumber: string;
	readonly occasionId: OccasionId | null;
	readonly instrumentId: string;
	readonly respondent: Administration['respondent'];
	readonly createdOn: LocalDate;
}

/** Interviews that have begun and have not been sent, the oldest first; `within` has `id` and `case_number` of cases. */
export function listOpenInterviews(
	{ query, boardId }: Pick<Work, 'query' | 'boardId'>,
	within: SQL
): Promise<readonly OpenInterview[]> {
	return query<OpenInterview>(sql`
		select a.id as "administrationId", a.case_id as "caseId", c.case_number as "caseNumber",
			a.occasion_id as "occasionId", a.instrument_id as "instrumentId", a.respondent, a.created_on as "createdOn"
		from ${within} c
		join ${administrations} a on a.board_id = ${boardId} and a.case_id = c.id and a.mode = 'interview'
		where a.state = 'started'
		order by a.created_on, c.case_number`);
}

/** What staff noted at the questions of a response, by step; empty for one that was no interview. */
export async function findNotes(
	{ tx, boardId, cipher }: SealedScope,
	responseId: ResponseId
): Promise<InterviewDraft['notes']> {
	const [row] = await tx
		.select({ id: interviews.id, notes: interviews.notes })
		.from(interviews)
		.innerJoin(
			responses,
			and(
				eq(responses.boardId, interviews.boardId),
				eq(responses.administrationId, interviews.administrationId)
			)
		)
		.where(and(eq(interviews.boardId, boardId), eq(responses.id, responseId)));
	if (!row) return {};
	const { open } = await cipher();
	return (JSON.parse(open('interviews.notes', row.id, row.notes)) as Pick<InterviewDraft, 'notes'>).notes;
}
