import type { Instrument } from '#lib/instruments/instrument.ts';
import { listQuestions } from '#lib/instruments/list-questions.ts';
import type { Wording } from '#lib/instruments/wording.ts';

/** Made-up Swedish wording for every question of an instrument that ships without text. */
export function makeTestWording(instrument: Instrument): Wording {
	const questions = listQuestions(instrument.questionnaire).map(
		({ name }) =>
			[name, { title: `Påhittad fråga ${name}`, lowLabel: 'Aldrig (påhittat)', highLabel: 'Alltid (påhittat)' }] as const
	);
	return { language: 'sv', questions: Object.fromEntries(questions) };
}
