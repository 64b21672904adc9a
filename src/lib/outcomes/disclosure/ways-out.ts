/**
 * Every way that figures about groups of people leave the program, and which part of the disclosure control stands in it.
 * tests/structure/ways-out.test.ts finds the ways in the source and refuses one that is not here, so whoever adds a page,
 * a file or an address writes a line and says who it is for.
 */
import type { Audience } from './disclosure-rules.ts';

export interface WayOut {
	/** The file that takes counts and hands out what is shown: a page's, an address's or a command's. */
	readonly file: string;
	/** The reads, or in a command the counting queries, whose counts it takes. */
	readonly reads: readonly string[];
	/** What the counts go through there. */
	readonly control: string;
	readonly audience: Audience;
	/** The pages, files and commands of the command line that hand it on; the file itself when there is no other. */
	readonly exits: readonly string[];
}

const oneReport = 'src/routes/(reports)/reports/[question=reportQuestion]';

const goalCharts = ['svg', 'png'].map(
	(kind) => `src/routes/(board)/targets/charts/[chart=goalChart].${kind}/+server.ts`
);

export const waysOut: readonly WayOut[] = [
	{
		file: 'src/routes/(board)/targets/assess-year.server.ts',
		reads: ['targetDistributions'],
		control: 'assessTargets',
		audience: 'board',
		exits: [
			'src/routes/(board)/targets/+page.server.ts',
			...goalCharts,
			'src/routes/(board)/targets/document/+page.server.ts',
			'src/routes/(board)/targets/document/file.pdf/+server.ts'
		]
	},
	{
		file: 'src/routes/(board)/targets/assess-trend.server.ts',
		reads: ['targetDistributions'],
		control: 'assessResult',
		audience: 'board',
		exits: [
			'src/routes/(board)/targets/result/+page.server.ts',
			...goalCharts,
			'src/routes/(board)/action-plans/ask/+page.server.ts',
			'src/routes/(board)/action-plans/[actionPlanId=actionPlanId]/+page.server.ts'
		]
	},
	{
		// What the board may ask for, and when a plan is over: the verdict alone.
		file: 'src/lib/targets/server/plans/judge-year.ts',
		reads: ['countDistributions', 'countDistributionOf'],
		control: 'assessResult',
		audience: 'board',
		exits: [
			'src/routes/(board)/action-plans/ask/+page.server.ts',
			'src/routes/(board)/action-plans/[actionPlanId=actionPlanId]/+page.server.ts'
		]
	},
	{
		file: 'src/lib/reports/server/commands/publish-results.ts',
		reads: ['countDistributions', 'countDistributionOf'],
		control: 'discloseYear',
		audience: 'public',
		exits: ['src/routes/(admin)/publications/[year=year]/+page.server.ts']
	},
	{
		// Says whether it is the same, and no number.
		file: 'src/lib/reports/server/commands/rerun-figure.ts',
		reads: ['countDistributions', 'countDistributionOf'],
		control: 'judgeFigure',
		audience: 'public',
		exits: ['bin/commands/rerun.ts']
	},
	{
		file: 'src/routes/(admin)/surveys/[surveyId=surveyId]/+page.server.ts',
		reads: ['surveyProgress'],
		control: 'countAnswersInSteps',
		audience: 'unit',
		exits: ['src/routes/(admin)/surveys/[surveyId=surveyId]/+page.server.ts']
	},
	{
		file: 'src/routes/(admin)/surveys/[surveyId=surveyId]/results/+page.server.ts',
		reads: ['confidentialResults'],
		control: 'discloseSurveyAnswers',
		audience: 'unit',
		exits: ['src/routes/(admin)/surveys/[surveyId=surveyId]/results/+page.server.ts']
	},
	{
		file: 'src/routes/(admin)/surveys/[surveyId=surveyId]/invited/+page.server.ts',
		reads: ['surveyResponse'],
		control: 'discloseSurveyResponse',
		audience: 'unit',
		exits: ['src/routes/(admin)/surveys/[surveyId=surveyId]/invited/+page.server.ts']
	},
	{
		file: 'src/routes/(admin)/non-response/+page.server.ts',
		reads: ['nonResponse'],
		control: 'discloseNonResponse',
		audience: 'unit',
		exits: ['src/routes/(admin)/non-response/+page.server.ts']
	},
	{
		file: 'src/routes/(admin)/non-response/effort.server.ts',
		reads: ['effortFigures'],
		control: 'discloseEffort',
		audience: 'unit',
		exits: ['src/routes/(admin)/non-response/+page.server.ts']
	},
	{
		file: 'src/routes/(admin)/exports/key-figures.csv/+server.ts',
		reads: ['targetDistributions'],
		control: 'assessTargets',
		audience: 'board',
		exits: ['src/routes/(admin)/exports/key-figures.csv/+server.ts']
	},
	{
		// Made by the program itself, and kept until it is fetched at (admin)/exports/[exportId]/file.
		file: 'src/lib/exports/server/list-records.ts',
		reads: ['surveyExportCounts'],
		control: 'releaseResponses',
		audience: 'unit',
		exits: []
	},
	{
		file: 'src/routes/(reports)/reports/+page.server.ts',
		reads: ['reportMaterial'],
		control: 'listReports',
		audience: 'unit',
		exits: ['src/routes/(reports)/reports/+page.server.ts']
	},
	{
		file: 'src/routes/(reports)/reports/open-report.server.ts',
		reads: ['reportMaterial'],
		control: 'answerQuestion',
		audience: 'unit',
		exits: [
			`${oneReport}/+page.server.ts`,
			`${oneReport}/[chart=chartName].svg/+server.ts`,
			`${oneReport}/[chart=chartName].png/+server.ts`
		]
	}
];

/** The only files that open withheld counts: each makes shown values of them in the same function. */
export const controls: readonly { readonly file: string; readonly name: string }[] = [
	{ file: 'src/lib/targets/assess-targets.ts', name: 'assessTargets' },
	{ file: 'src/lib/targets/assess-result.ts', name: 'assessResult' },
	{ file: 'src/lib/reports/answer-question.ts', name: 'answerQuestion' },
	{ file: 'src/lib/reports/list-reports.ts', name: 'listReports' },
	{ file: 'src/lib/reports/non-response.ts', name: 'discloseNonResponse' },
	{ file: 'src/lib/reports/survey-response.ts', name: 'discloseSurveyResponse' },
	{ file: 'src/lib/reports/survey-answers.ts', name: 'discloseSurveyAnswers' },
	{ file: 'src/lib/outcomes/disclosure/effort-figures.ts', name: 'discloseEffort' },
	{ file: 'src/lib/outcomes/disclosure/stepped-count.ts', name: 'countAnswersInSteps' },
	{ file: 'src/lib/outcomes/disclosure/release-responses.ts', name: 'releaseResponses' },
	{ file: 'src/lib/targets/figure.ts', name: 'discloseYear' },
	{ file: 'src/lib/targets/figure.ts', name: 'judgeFigure' }
];
