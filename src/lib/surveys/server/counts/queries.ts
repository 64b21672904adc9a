/** How many have answered what: of anonymous answers, counted when their box is emptied. */
import { sql, type SQL } from 'drizzle-orm';
import { providerNames } from '#lib/cases/server/queries.ts';
import type { Code } from '#lib/instruments/questionnaire.ts';
import type { ProviderId, SurveyId } from '#lib/shared/ids.ts';
import type { Quarter } from '#lib/shared/local-date.ts';
import type { Orm } from '#lib/shared/server/database.ts';
import type { Work } from '#lib/shared/server/work.ts';
import { answerBoxes, sealedAnswers } from '../box-tables.ts';
import { surveyAnswerCounts, surveyFormCounts } from '../count-tables.ts';
import { asksInstrument } from '../queries.ts';
import { anonymousResponses, surveyLinks, surveys } from '../tables.ts';

interface Scope {
	readonly tx: Orm;
	readonly boardId: Work['boardId'];
}

/** Counts the answers of a survey's quarter anew, in place of what was counted before. */
export async function countReleased(
	{ tx, boardId }: Scope,
	surveyId: SurveyId,
	quarter: Quarter
): Promise<void> {
	const those = sql`board_id = ${boardId} and survey_id = ${surveyId} and quarter = ${quarter}`;
	await tx.execute(sql`delete from ${surveyFormCounts} where ${those}`);
	await tx.execute(sql`delete from ${surveyAnswerCounts} where ${those}`);
	await tx.execute(sql`
		insert into ${surveyFormCounts} (board_id, survey_id, provider_id, quarter, instrument_id, forms)
		select board_id, survey_id, provider_id, quarter, instrument_id, count(*)
		from ${anonymousResponses} where ${those} group by 1, 2, 3, 4, 5`);
	await tx.execute(sql`
		insert into ${surveyAnswerCounts}
			(board_id, survey_id, provider_id, quarter, instrument_id, question, item, code, forms)
		${countAnswers(those)}`);
}

/** From the forms themselves, in the columns of `survey_answer_counts`. */
const countAnswers = (those: SQL): SQL => sql`
	with answer as materialized (
		-- Counted before codes are taken out of lists and rows: a million forms are a few hundred rows from here on.
		select board_id, survey_id, provider_id, quarter, instrument_id, question, value, count(*) as forms
		from ${anonymousResponses}, jsonb_each(answers) as given(question, value)
		where ${those} group by 1, 2, 3, 4, 5, 6, 7
	), single as (
		select answer.*, question as item, value as code
		from answer where jsonb_typeof(value) not in ('object', 'array')
		union all
		select answer.*, question, chosen.value
		from answer, jsonb_array_elements(case jsonb_typeof(answer.value) when 'array' then answer.value else '[]' end) as chosen
		union all
		select answer.*, question || '.' || in_row.key, in_row.value
		from answer, jsonb_each(case jsonb_typeof(answer.value) when 'object' then answer.value else '{}' end) as in_row
	)
	select board_id, survey_id, provider_id, quarter, instrument_id, question, item, code, sum(forms) as forms
	from single group by 1, 2, 3, 4, 5, 6, 7, 8`;

/** How many of a provider's forms of one quarter answered a question with a code. */
export interface CodeCount {
	readonly providerId: ProviderId;
	readonly quarter: Quarter;
	readonly item: string;
	readonly code: Code;
	readonly count: number;
}

interface ResultsOf {
	readonly instrumentId: string;
	readonly year: number;
	/** Whether to count the forms themselves, which takes time, and not take what was counted when they came. */
	readonly countsAnew?: boolean;
}

/**
 * A year's anonymous answers to an instrument by provider, quarter, item and code: an item is a question or `matrix.row`, and
 * each of several codes chosen counts once. Only the named questions.
 */
export async function countAnonymousAnswers(
	work: Work,
	{ instrumentId, year, countsAnew = false }: ResultsOf,
	questions: readonly string[]
): Promise<readonly CodeCount[]> {
	const those = ofYear(work, instrumentId, year);
	const counts = countsAnew ? sql`(${countAnswers(those)})` : surveyAnswerCounts;
	return work.query<CodeCount>(sql`
		select provider_id as "providerId", quarter, item, code, sum(forms)::int as count
		from ${counts} as counted
		where ${those} and question in (select jsonb_array_elements_text(${JSON.stringify(questions)}::jsonb))
		group by provider_id, quarter, item, code
		order by provider_id, item, code, quarter`);
}

const ofYear = ({ boardId }: Pick<Work, 'boardId'>, instrumentId: string, year: number): SQL => sql`
	board_id = ${boardId} and instrument_id = ${instrumentId} and quarter between ${`${year}-Q1`} and ${`${year}-Q4`}`;

export interface ProviderForms {
	readonly providerId: ProviderId;
	readonly name: string;
	/** How many were asked; null when it is not known of each survey, or one goes on today or into another year. */
	readonly asked: number | null;
	/** Forms sent in, however many questions they answer; a quarter without any is left out. */
	readonly quarters: readonly QuarterForms[];
}

export interface QuarterForms {
	readonly quarter: Quarter;
	readonly forms: number;
	/** Forms where each of the named questions is answered. */
	readonly complete: number;
}

/**
 * The providers that were in a survey with the instrument that year, with the number of forms; none is left out. A form is
 * complete when all the named questions are answered; without any named all are.
 */
export async function countAnonymousForms(
	work: Work,
	{ instrumentId, year, countsAnew = false }: ResultsOf,
	questions: readonly string[] = []
): Promise<readonly ProviderForms[]> {
	const those = ofYear(work, instrumentId, year);
	const rows = await work.query<{
		providerId: ProviderId;
		name: string;
		asked: number | null;
		quarter: Quarter | null;
		forms: number | null;
		complete: number | null;
	}>(sql`
		select p.id as "providerId", p.name, round.asked, counted.quarter, counted.forms, counted.complete
		from ${providerNames} p
		join (
			select l.provider_id,
				case when bool_and(l.invited is not null and s.opens_on >= ${`${year}-01-01`}
						and s.closes_on <= ${`${year}-12-31`} and s.closes_on < ${work.today}) filter (where s.state <> 'draft')
					then (sum(l.invited) filter (where s.state <> 'draft'))::int end as asked
			from ${surveyLinks} l join ${surveys} s on s.board_id = l.board_id and s.id = l.survey_id
			where l.board_id = ${work.boardId} and ${asksInstrument(sql`s.instruments`, instrumentId)}
				and s.opens_on <= ${`${year}-12-31`} and s.closes_on >= ${`${year}-01-01`}
			group by l.provider_id
		) round on round.provider_id = p.id
		left join (
			${countsAnew || questions.length > 0 ? completeForms(those, questions) : countedForms(those)}
		) counted on counted.provider_id = p.id
		where p.board_id = ${work.boardId}
		order by p.name, p.id, counted.quarter`);
	const byProvider = Map.groupBy(rows, ({ providerId }) => providerId);
	return [...byProvider].map(([providerId, quarters]) => ({
		providerId,
		name: quarters[0]?.name ?? '',
		asked: quarters[0]?.asked ?? null,
		quarters: quarters.flatMap(({ quarter, forms, complete }) =>
			quarter === null || forms === null ? [] : [{ quarter, forms, complete: complete ?? forms }]
		)
	}));
}

const countedForms = (those: SQL): SQL => sql`
	select provider_id, quarter, sum(forms)::int as forms, null::int as complete
	from ${surveyFormCounts} where ${those} group by provider_id, quarter`;

/** Form by form, which takes its time. */
const completeForms = (those: SQL, questions: readonly string[]): SQL => sql`
	select provider_id, quarter, count(*)::int as forms,
		(count(*) filter (where answers ?& array(
			select jsonb_array_elements_text(${JSON.stringify(questions)}::jsonb)
		)))::int as complete
	from ${anonymousResponses} where ${those} group by provider_id, quarter`;

/** How many people have answered about each provider in each survey, however many forms each; sealed answers too. */
export async function countAnswersBySurvey(
	work: Work
): Promise<
	readonly { readonly surveyId: SurveyId; readonly providerId: ProviderId; readonly forms: number }[]
> {
	return work.query(sql`
		select survey_id as "surveyId", provider_id as "providerId", sum(forms)::int as forms from (
			select box.survey_id, sealed.provider_id, 1 as forms
			from ${sealedAnswers} sealed
			join ${answerBoxes} box on box.board_id = sealed.board_id and box.id = sealed.box_id
			where sealed.board_id = ${work.boardId}
			union all
			select survey_id, provider_id, max(forms) as forms
			from ${surveyFormCounts} where board_id = ${work.boardId} group by survey_id, provider_id, quarter
		) answered
		group by survey_id, provider_id`);
}
