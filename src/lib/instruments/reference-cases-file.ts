/** The shape of `reference-cases.json`: answers and what they must give, each with its source. */
import * as v from 'valibot';

const text = v.pipe(v.string(), v.regex(/\S/u, 'Skriv en text här.'));
const code = v.union([v.string(), v.number(), v.boolean()]);
const answer = v.union([code, v.array(code), v.record(v.string(), code)]);
const finite = v.pipe(v.number(), v.finite());

/** What one scale must give. Only `score` is demanded; the other keys are compared when they are there. */
const expectedScaleSchema = v.strictObject({
	score: v.nullable(finite),
	reason: v.optional(v.nullable(v.picklist(['missing-items', 'invalid-answer', 'no-scored-items']))),
	answered: v.optional(v.pipe(v.number(), v.integer())),
	lowestPossible: v.optional(v.nullable(finite)),
	highestPossible: v.optional(v.nullable(finite)),
	/** All bands that apply, in any order; the label in the instrument's default language. */
	bands: v.optional(v.array(v.strictObject({ set: text, label: text }))),
	bandUnknownBecause: v.optional(v.nullable(v.picklist(['sex', 'age', 'sex-and-age'])))
});

const caseSchema = v.pipe(
	v.strictObject({
		name: text,
		/** Ids of sources declared in instrument.json, separated by commas. */
		source: text,
		note: v.optional(text),
		/** Answers by question name … */
		answers: v.optional(v.record(v.string(), answer)),
		/** … or the codes in the order of `items` in instrument.json, null for an empty one. */
		codes: v.optional(v.array(v.nullable(code))),
		sex: v.optional(v.nullable(v.picklist(['female', 'male'])), null),
		ageInYears: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(150))), null),
		expected: v.record(v.string(), expectedScaleSchema)
	}),
	v.check(
		(input) => (input.answers === undefined) !== (input.codes === undefined),
		'Ange svaren antingen som "answers" eller som "codes", inte båda.'
	)
);

/** `reference-cases.json`. */
export const referenceCasesFileSchema = v.strictObject({
	$schema: v.optional(v.string()),
	cases: v.array(caseSchema)
});

export type ReferenceCasesFile = v.InferOutput<typeof referenceCasesFileSchema>;
export type ReferenceCase = ReferenceCasesFile['cases'][number];
export type ExpectedScale = ReferenceCase['expected'][string];
