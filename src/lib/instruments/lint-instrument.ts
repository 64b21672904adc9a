import { buildItems, buildScale } from './build-instrument.ts';
import type { InstrumentFile } from './instrument-file.ts';
import { listItemPlaces } from './item-options.ts';
import { lintBands } from './lint-bands.ts';
import { toFindings } from './lint-finding.ts';
import type { LintFinding } from './lint-finding.ts';
import { lintEasyRead } from './lint-easy-read.ts';
import { lintItems } from './lint-items.ts';
import { lintLanguages } from './lint-languages.ts';
import { lintRights } from './lint-rights.ts';
import { lintScales } from './lint-scales.ts';
import { lintSources } from './lint-sources.ts';
import { lintStructure } from './lint-structure.ts';
import type { Questionnaire } from './questionnaire.ts';

/** Everything in a parsed `instrument.json` that does not hold together with itself or with its questionnaire. */
export function lintInstrument(
	file: InstrumentFile,
	questionnaire: Questionnaire,
	path: string
): LintFinding[] {
	const items = buildItems(file, questionnaire);
	const scales = file.scales.map((scale) => buildScale(scale, items, file));
	const scaleComplaints = lintScales(file, items);
	return toFindings(path, [
		...lintItems(file, listItemPlaces(questionnaire)),
		...scaleComplaints,
		// Bands are measured against the scale's ends, which are not known before its items are right.
		...(scaleComplaints.length === 0 ? lintBands(file, scales, items) : []),
		...lintStructure(file, items),
		...lintSources(file),
		...lintRights(file),
		...lintLanguages(file, questionnaire),
		...lintEasyRead(file, questionnaire)
	]);
}
