/**
 * Gamla, avslutade och påhittade ärenden, så att det finns något att gallra. No real person is meant; the numbers are
 * Skatteverket's printed examples (SKV 704, SKV 707), which belong to nobody. They have no answers, so no result counts them.
 */
import { closeCase } from '../../src/lib/cases/server/commands/close-case.ts';
import { openCase } from '../../src/lib/cases/server/commands/open-case.ts';
import { registerIdentity } from '../../src/lib/cases/server/commands/register-identity.ts';
import { proposeRetention } from '../../src/lib/retention/server/commands/propose-retention.ts';
import { setRetentionSettings } from '../../src/lib/retention/server/commands/set-retention-settings.ts';
import type { LocalDate } from '../../src/lib/shared/local-date.ts';
import { run } from '../../src/lib/shared/server/command.ts';
import type { Context } from '../../src/lib/shared/server/context.ts';

interface OldRecord {
	readonly caseNumber: string;
	readonly clientNumber: string;
	readonly openedOn: string;
	readonly closedOn: string;
	/** Known for some: then the program can say by itself whether the record is kept for research. */
	readonly identity?: { readonly name: string; readonly personalNumber: string };
}

const oldRecords: readonly OldRecord[] = [
	{
		caseNumber: '2014-0031',
		clientNumber: 'K-0102',
		openedOn: '2014-02-03',
		closedOn: '2014-11-20',
		identity: { name: 'Påhittad Person Ett', personalNumber: '640823-3234' }
	},
	{
		caseNumber: '2018-0107',
		clientNumber: 'K-0388',
		openedOn: '2018-08-20',
		closedOn: '2019-06-14',
		identity: { name: 'Påhittad Person Två', personalNumber: '701063-2391' }
	},
	{ caseNumber: '2019-0210', clientNumber: 'K-0455', openedOn: '2019-10-07', closedOn: '2020-05-29' },
	{ caseNumber: '2020-0166', clientNumber: 'K-0455', openedOn: '2020-11-02', closedOn: '2021-05-03' },
	{ caseNumber: '2020-0052', clientNumber: 'K-0471', openedOn: '2020-03-16', closedOn: '2021-09-30' }
];

/** There is no municipality with this code, and so no county where everything is kept. */
const nowhere = '9999';

/** Adds the records and what the night would have proposed about them. */
export async function addOldRecords(context: Context): Promise<void> {
	const on = (day: string): Context => ({ ...context, now: () => new Date(`${day}T12:00:00+01:00`) });
	for (const { openedOn, closedOn, identity, ...numbers } of oldRecords) {
		const caseId = await run(on(openedOn), openCase, {
			...numbers,
			sex: null,
			birthYear: null,
			concern: 'Alkohol',
			openedOn: openedOn as LocalDate
		});
		if (identity) await run(on(openedOn), registerIdentity, { caseId, ...identity });
		await run(on(closedOn), closeCase, { caseId, closedOn: closedOn as LocalDate });
	}
	await run(context, setRetentionSettings, { municipalityCode: nowhere, regime: 'sol' });
	await run(context, proposeRetention, {});
}
