import type { ChosenScale } from './answer-question.ts';

const partsOfScale = 5;

/** Whole points: the default bands that are everybody's where there are such, or else five parts as equal as can be. */
export function listParts({
	scaleOf
}: ChosenScale): readonly { readonly from: number; readonly to: number }[] {
	const { bandSets, lowest, highest } = scaleOf;
	const set = bandSets.find(
		({ kind, bands }) =>
			kind === 'bands' && bands.every(({ sex, ageMin, ageMax }) => !sex && !ageMin && !ageMax)
	);
	if (set) return set.bands.map(({ from, to }) => ({ from, to }));
	const width = (highest - lowest + 1) / partsOfScale;
	return Array.from({ length: partsOfScale }, (_, part) => ({
		from: Math.round(lowest + part * width),
		to: Math.round(lowest + (part + 1) * width) - 1
	}));
}
