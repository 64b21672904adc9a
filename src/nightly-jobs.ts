/** What the program does by itself at night, board by board, in this order. */
import { drawDueReviews } from '#lib/audit/server/draw-due-reviews.ts';
import { verifyAtNight } from '#lib/audit/server/verify-at-night.ts';
import { sweepImports } from '#lib/cases/server/commands/sweep-imports.ts';
import type { Job } from '#lib/jobs/server/job-runner.ts';
import { proposeJob } from '#lib/retention/proposal.ts';
import { remindInvited } from '#lib/invitations/server/commands/remind-invited.ts';
import { proposeRetention } from '#lib/retention/server/commands/propose-retention.ts';
import { sweepWhatIsLeft } from '#lib/retention/server/sweep-erased.ts';
import { remindOfActionPlans } from '#lib/targets/server/commands/remind-of-action-plans.ts';
import { emptyDueBoxes } from '#lib/surveys/server/boxes/empty-boxes.ts';
import { run } from '#lib/shared/server/command.ts';

export const nightlyJobs: readonly Job[] = [
	// First: what people answered in the quarter that is over is taken out before anything else is counted.
	{ name: 'emptyAnswerBoxes', fromHour: 0, run: emptyDueBoxes },
	{ name: proposeJob, fromHour: 2, run: (context) => run(context, proposeRetention, {}) },
	// What was erased by somebody when its files could not be cleared: the program fell, or the account may not.
	{ name: 'sweepErased', fromHour: 3, run: sweepWhatIsLeft },
	// Files of cases that were read and never imported: names may be in them.
	{ name: 'sweepImports', fromHour: 3, run: (context) => run(context, sweepImports, {}) },
	{
		name: 'remindOfActionPlans',
		fromHour: 4,
		run: (context) => run(context, remindOfActionPlans, {})
	},
	// The month's log review, on the first night of the next.
	{ name: 'drawReviews', fromHour: 4, run: drawDueReviews },
	// Once a night for all who look at the page during the day.
	{ name: 'verifyLog', fromHour: 5, run: verifyAtNight },
	// Early, so that what is due has been put in the outbox when the day's sending begins.
	{ name: 'remindInvited', fromHour: 6, run: (context) => run(context, remindInvited, {}) }
];
