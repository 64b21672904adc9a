import type { Instrument } from '#lib/instruments/instrument.ts';
import type { Answers } from '#lib/instruments/questionnaire.ts';
import { readItems } from './read-items.ts';
import type { InstrumentScores, PersonFacts, ScaleScore } from './score.ts';
import { scoreScale } from './score-scale.ts';
import { getScoringPlan } from './scoring-plan.ts';

/**
 * The outcome of every scale of an instrument for one response. Answers are by question name, codes exactly as in the
 * definition: `"2"` is not `2`. Nothing is refused: what cannot be scored is null with a reason, scale by scale.
 */
export function scoreInstrument(
	instrument: Instrument,
	answers: Answers,
	person: PersonFacts
): InstrumentScores {
	const plan = getScoringPlan(instrument);
	const items = readItems(plan.items, plan.zeros, answers);
	const scales: Record<string, ScaleScore> = {};
	for (const planned of plan.scales) scales[planned.scale.name] = scoreScale(planned, items, answers, person);
	return {
		instrumentId: instrument.id,
		version: instrument.version,
		ruleVersion: instrument.ruleVersion,
		scales
	};
}
