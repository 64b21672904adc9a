/** What the demo's board tells those who answer, and its impact assessment: the first drafts with the gaps filled in. */
import { publishInformation } from '../../src/lib/surveys/server/commands/publish-information.ts';
import { registerAssessment } from '../../src/lib/surveys/server/commands/register-assessment.ts';
import { generalSubjects } from '../../src/lib/surveys/information-subject.ts';
import type { InformationDraft } from '../../src/lib/surveys/information.ts';
import { suggestInformation } from '../../src/lib/surveys/suggest-information.ts';
import type { LocalDate } from '../../src/lib/shared/local-date.ts';
import { run } from '../../src/lib/shared/server/command.ts';
import type { Context } from '../../src/lib/shared/server/context.ts';

/** The gap as the draft has it, and what this made-up board writes there. */
const filledIn: readonly (readonly [RegExp, string])[] = [
	[/\[(?:telefonnummer|telephone number)\]/gu, '0123-45 67 89 (påhittat)'],
	[/\[(?:e-postadress|e-mail address)\]/gu, 'socialnamnden@exempelby.example'],
	[/\[(?:namn, telefonnummer|name, telephone number)[^\]]*\]/gu, 'dataskydd@exempelby.example (påhittat)'],
	[/\[(?:antal|number)\]/gu, '5'],
	[/ \[(?:Namn på leverantör|Name of the operating)[^\]]*\][^.]*\./gu, ''],
	[/ \[(?:Jämför|Compare)[^\]]*\]/gu, '']
];

/** Publishes both texts, in Swedish and English, and registers the assessment, on the context's day. */
export async function informEverybody(context: Context, boardName: string): Promise<void> {
	for (const subject of generalSubjects) {
		await run(context, publishInformation, {
			subject,
			content: fillIn(suggestInformation(subject, boardName))
		});
	}
	await run(context, registerAssessment, {
		reference: 'SN 2013/1 (påhittat)',
		decidedOn: '2013-01-10' as LocalDate,
		owner: 'Påhittad Förvaltningschef'
	});
}

function fillIn(draft: InformationDraft): InformationDraft {
	const text = filledIn.reduce((so, [gap, words]) => so.replaceAll(gap, words), JSON.stringify(draft));
	return JSON.parse(text) as InformationDraft;
}
