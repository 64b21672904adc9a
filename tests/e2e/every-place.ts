/** Every place that a client's link has, with every kind of question, for tests that look at them all. */
import type { Page } from 'playwright-core';
import { findSurveyLink, makeLink } from './respondent-links.ts';

/** The pages of the made-up questionnaire with every kind of question. */
const kinds = [
	'val',
	'flera',
	'lista',
	'skala',
	'skala_kort',
	'ja_nej',
	'tal',
	'dag',
	'text',
	'langtext',
	'linje',
	'rader',
	'tillsammans'
];
/** Pages where an empty answer is refused. */
const demanding = new Set(['val', 'tal', 'rader']);

/** Every place of a link, one after the other; the page is ready to be looked at. */
export async function visitAll(
	page: Page,
	baseUrl: string,
	look: (place: string) => Promise<void>
): Promise<void> {
	const link = await makeLink(baseUrl, 'alla-fragetyper');
	await page.goto(link, { waitUntil: 'load' });
	await look('start');
	for (const kind of kinds) {
		await page.goto(`${link}/questions?page=${kind}`, { waitUntil: 'load' });
		await look(kind);
		if (!demanding.has(kind)) continue;
		await page.getByRole('button', { name: 'Nästa' }).click();
		await page.getByRole('alert').waitFor();
		await look(`${kind} refused`);
	}
	await page.goto(`${link}/review`, { waitUntil: 'load' });
	await page.getByText('Fick du hjälp att svara?').click();
	await look('review');
	await page.getByRole('button', { name: 'Skicka svaren' }).click();
	await page.getByRole('alert').waitFor();
	await look('review refused');
	await page.goto(`${await findSurveyLink(baseUrl)}/thanks`);
	await look('thanks');
	await page.goto(`${baseUrl}/s/demo/${'a'.repeat(26)}`);
	await look('unknown link');
}
