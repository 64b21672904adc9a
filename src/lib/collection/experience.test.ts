import { describe, expect, it } from 'vitest';
import { loadInstrument } from '#lib/instruments/server/load-instrument.ts';
import { hasOtherThanExperience, listExperienceQuestions, markExperience } from './experience.ts';

function load(id: string) {
	const loaded = loadInstrument(`instruments/${id}/1.0.0`);
	if (!loaded.ok) throw new Error(`${id} does not load`);
	return loaded.value;
}
const survey = load('skl-brukarfragor');
const facts = load('generella-variabler');

describe('questions about experience', () => {
	it('are all of SKL’s client questions, and none of the general variables', () => {
		expect([...listExperienceQuestions(survey)]).toEqual(['b1a', 'b1b', 'b2', 'b3', 'b4', 'b5']);
		expect(hasOtherThanExperience(survey)).toBe(false);
		expect(hasOtherThanExperience(facts)).toBe(true);
	});

	it('are not asked when staff fill in without the client', () => {
		const items = [...survey.items, ...facts.items];
		expect(markExperience({ items }, 'staff', { gv_17: 2 }, { gv_20: 'dont-know' })).toEqual({
			ok: true,
			value: {
				gv_20: 'dont-know',
				b1a: 'not-asked',
				b1b: 'not-asked',
				b2: 'not-asked',
				b3: 'not-asked',
				b4: 'not-asked',
				b5: 'not-asked'
			}
		});
	});

	it('cannot be answered by staff in the client’s place', () => {
		expect(markExperience(survey, 'staff', { b3: 1 }, {})).toEqual({
			ok: false,
			problem: 'experience-answered'
		});
	});

	it('are asked of the client as any other', () => {
		expect(markExperience(survey, 'interpreter', { b3: 1 }, {})).toEqual({ ok: true, value: {} });
	});
});
