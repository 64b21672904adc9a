/**
 * The shape of `instrument.json` as a person writes it. The same rules stand, with explanations for the editor, in
 * `instruments/schema/instrument.schema.json`; a test keeps the two in step.
 */
import * as v from 'valibot';
import { sensitiveKinds } from './instrument.ts';

/** A stretch of text that is not only white space. */
const text = v.pipe(v.string(), v.regex(/\S/u, 'Skriv en text här, eller ta bort nyckeln.'));

const languageTag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u;

/** A text in Swedish, or one per language: `"Aldrig"` is the same as `{ "sv": "Aldrig" }`. */
export const localTextSchema = v.union([
	v.pipe(
		text,
		v.transform((swedish): Record<string, string> => ({ sv: swedish }))
	),
	v.pipe(
		v.record(v.pipe(v.string(), v.regex(languageTag, 'Nyckeln ska vara en språkkod, till exempel "sv".')), text),
		v.minEntries(1, 'Skriv texten på minst ett språk.')
	)
]);

/** Ids of one or more declared sources, separated by commas: `"SoS-AUDIT, FB-AUDIT"`. */
const sourceIds = text;

const evidenceMark = v.picklist(['V1', 'V2', 'REC', 'LOCAL', 'NONE']);
const score = v.pipe(v.number(), v.finite());
const wholeAge = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(150));
const code = v.union([v.string(), v.number(), v.boolean()]);

const itemSchema = v.strictObject({
	name: text,
	number: text,
	/** 'code': the code is the score · 'none': no answer has a score · otherwise score (or null) by code. */
	scores: v.union([v.literal('code'), v.literal('none'), v.record(v.string(), v.nullable(score))]),
	recallDays: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))), null),
	/** Asks what somebody thinks of the help: nobody but they can answer. */
	experience: v.optional(v.boolean(), false)
});

const bandSchema = v.strictObject({
	label: localTextSchema,
	/** Without it the band starts at the scale's lowest score. */
	from: v.optional(score),
	/** Without it the band ends at the scale's highest score. */
	to: v.optional(score),
	sex: v.optional(v.nullable(v.picklist(['female', 'male'])), null),
	ageMin: v.optional(v.nullable(wholeAge), null),
	ageMax: v.optional(v.nullable(wholeAge), null)
});

const bandSetSchema = v.strictObject({
	/** Without it the id is the source. */
	id: v.optional(text),
	source: sourceIds,
	/** Without it the mark of the (first) source is used. */
	evidence: v.optional(evidenceMark),
	title: localTextSchema,
	kind: v.picklist(['bands', 'cut-off']),
	isDefault: v.optional(v.boolean(), false),
	bands: v.pipe(v.array(bandSchema), v.minLength(1, 'Ange minst ett poängintervall.'))
});

const missingSchema = v.union([
	v.literal('no-score'),
	v.strictObject({ maxMissing: v.pipe(v.number(), v.integer(), v.minValue(1)), source: sourceIds })
]);

const changeSchema = v.strictObject({
	standardDeviation: v.pipe(v.number(), v.finite(), v.gtValue(0)),
	reliability: v.pipe(v.number(), v.finite(), v.gtValue(0), v.ltValue(1)),
	reliabilityKind: text,
	group: text,
	source: sourceIds
});

const scaleSchema = v.strictObject({
	name: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/u, 'Skalans namn skrivs med a–z, siffror och bindestreck.')),
	title: localTextSchema,
	items: v.pipe(v.array(text), v.minLength(1, 'En skala behöver minst en fråga.')),
	reversed: v.optional(v.array(text), []),
	weights: v.optional(v.record(v.string(), v.pipe(v.number(), v.finite(), v.gtValue(0))), {}),
	aggregate: v.picklist(['sum', 'mean', 'percent-of-range']),
	missing: v.optional(missingSchema, 'no-score'),
	/** A condition in SurveyJS's words that must hold too for the scale to have a score. */
	completeIf: v.optional(v.nullable(text), null),
	rounding: v.optional(v.picklist(['none', 'whole-half-away-from-zero']), 'none'),
	direction: v.picklist(['higher-better', 'lower-better']),
	bandSets: v.optional(v.array(bandSetSchema), []),
	change: v.optional(v.nullable(changeSchema), null),
	source: sourceIds
});

const rightsSchema = v.strictObject({
	holder: text,
	class: v.picklist(['A', 'B', 'C', '?']),
	licence: text,
	notices: v.array(localTextSchema),
	electronic: v.picklist(['allowed', 'permit-required']),
	mayShipText: v.boolean(),
	commercial: v.boolean(),
	mayEdit: v.boolean(),
	contact: v.optional(v.nullable(text), null)
});

/** `instrument.json`. Unknown keys are refused, so that a misspelt key is not silently without effect. */
export const instrumentFileSchema = v.strictObject({
	$schema: v.optional(v.string()),
	id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/u, 'Id skrivs med a–z, siffror och bindestreck.')),
	version: v.pipe(v.string(), v.regex(/^\d+(\.\d+){0,2}$/u, 'Versionen skrivs med siffror: "1" eller "1.2".')),
	ruleVersion: text,
	title: localTextSchema,
	shortTitle: localTextSchema,
	purpose: localTextSchema,
	respondents: v.pipe(
		v.array(v.picklist(['client', 'child', 'parent', 'relative', 'staff', 'provider'])),
		v.minLength(1, 'Ange vem som svarar.')
	),
	minutes: v.optional(v.nullable(v.pipe(v.number(), v.gtValue(0))), null),
	recall: v.optional(
		v.nullable(
			v.strictObject({
				days: v.pipe(v.number(), v.integer(), v.minValue(1)),
				label: localTextSchema,
				source: sourceIds
			})
		),
		null
	),
	standardised: v.boolean(),
	/** Left out is not the same as empty: what nobody has said counts as sensitive. */
	sensitive: v.optional(v.nullable(v.array(v.picklist(sensitiveKinds))), null),
	evidence: v.strictObject({ wording: evidenceMark, note: localTextSchema }),
	/** Where the easy-to-read track comes from, and who has tried it with readers; null where there is no such track. */
	easyRead: v.optional(
		v.nullable(
			v.strictObject({
				source: sourceIds,
				review: v.nullable(v.strictObject({ by: text, on: v.pipe(v.string(), v.isoDate('Skriv dagen som 2026-11-30.')) }))
			})
		),
		null
	),
	rights: rightsSchema,
	sources: v.pipe(
		v.array(
			v.strictObject({
				id: text,
				title: text,
				address: v.optional(v.nullable(text), null),
				evidence: evidenceMark
			})
		),
		v.minLength(1, 'Ange minst en källa.')
	),
	items: v.array(itemSchema),
	structuralZeros: v.optional(
		v.array(
			v.strictObject({
				when: text,
				items: v.pipe(v.array(text), v.minLength(1, 'Ange vilka frågor som hoppas över.')),
				source: sourceIds
			})
		),
		[]
	),
	scales: v.array(scaleSchema),
	risks: v.optional(
		v.array(
			v.strictObject({
				item: text,
				codes: v.pipe(v.array(code), v.minLength(1, 'Ange minst en kod.')),
				text: localTextSchema,
				source: sourceIds
			})
		),
		[]
	)
});

/** `instrument.json` after parsing, with what was left out filled in. */
export type InstrumentFile = v.InferOutput<typeof instrumentFileSchema>;
export type ScaleFile = InstrumentFile['scales'][number];
export type BandSetFile = ScaleFile['bandSets'][number];
