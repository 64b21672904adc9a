import { countAnswersByQuarter } from '#lib/surveys/server/export/queries.ts';
import type { ResponsesOfQuarter } from '#lib/outcomes/disclosure/release-responses.ts';
import { withhold, type Withheld } from '#lib/outcomes/disclosure/withheld.ts';
import { read } from '#lib/shared/server/read.ts';

export interface SurveyExportCountsInput {
	readonly instrumentId: string;
	readonly instrumentVersion: string;
}

/** How many anonymous responses each provider has had in each quarter, for the disclosure control. */
export const surveyExportCounts = read({
	name: 'surveyExportCounts',
	permission: 'export:make',
	inCase: 'in-query',
	audit: 'none',
	subject: null,
	run: async (work, input: SurveyExportCountsInput): Promise<Withheld<readonly ResponsesOfQuarter[]>> =>
		withhold(await countAnswersByQuarter(work, input))
});
