import type { Instrument } from './instrument.ts';

/**
 * Whether a board may leave questions out of the form: only of one whose owner lets it be changed, and where no items make a
 * score together, since without one of them it would be another form with the same name.
 */
export function mayHideQuestions({ rights, standardised, scales }: Instrument): boolean {
	return rights.mayEdit && !standardised && scales.length === 0;
}
