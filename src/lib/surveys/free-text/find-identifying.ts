/**
 * Finds what may tell who somebody is in words that people have written: numbers, addresses and names. It points, a person
 * decides. It rather marks too much than too little; how well it does is measured on a made-up corpus
 * (`find-identifying.test.ts`), and it knows Swedish and our letters only.
 */
import { findNames } from './find-names.ts';
import { plainDigits } from './plain-digits.ts';

export type IdentifyingKind = 'personal-number' | 'email' | 'phone' | 'address' | 'name';

export interface IdentifyingSpot {
	readonly kind: IdentifyingKind;
	/** Where it begins, and the first character after it, in UTF-16 units. */
	readonly start: number;
	readonly end: number;
}

/** Year, month and day of birth, the day with 60 added in samordningsnummer, and the four last, however they are set apart. */
const personalNumber =
	/(?<!\d)(?:(?:18|19|20)[ ]?)?\d{2}[ -]?(?:0[1-9]|1[0-2])[ -]?(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])[ ]?[-+–]?[ ]?\d{4}(?!\d)/g;
const email =
	/(?<![\p{L}\d])[\p{L}\d._%+-]{1,64}(?:@|\s?[([](?:at|snabel-?a|@)[)\]]\s?|\ssnabel-?a\s)[\p{L}\d-]{1,63}(?:(?:\.|\spunkt\s)[\p{L}\d-]{2,63}){1,4}/giu;
/** Swedish numbers begin with a nought or +46 and have seven to ten digits; other countries' with a plus. */
const phone =
	/(?<![\d.,])(?:(?:\+|00)\d{1,3}[ -]?(?:\(0\)[ ]?)?|0)[1-9]\d{0,2}(?:[ /–-]{0,3}\d{2,4}){2,4}(?!\d)/g;
/** A street by how it ends, with a capital or a number, in one word or two. */
const street =
	/(?<!\p{L})(?:\p{Lu}\p{Ll}{1,30}? ?(?:gata|gatan|väg|vägen|gränd|gränden|stig|stigen|torg|torget|allé|allén|backe|backen|plats|platsen|slinga|slingan|kroken|leden|stråket|promenaden)(?!\p{L})(?:[ ]\d{1,4}(?:[ ]?[A-Za-z](?!\p{L}))?)?|\p{L}{2,30}?(?:gata|gatan|väg|vägen|gränd|gränden|stig|stigen|torg|torget|allé|allén|backe|backen|plats|platsen|slinga|slingan|kroken|leden|stråket|promenaden)[ ]\d{1,4}(?:[ ]?[A-Za-z](?!\p{L}))?)/gu;
/** A postal code with its town; a flat's or a box's number. */
const place = /(?<!\d)\d{3} ?\d{2} \p{Lu}\p{Ll}{2,30}|(?<!\p{L})(?:[Ll]gh|[Ll]ägenhet|[Bb]ox)\.? \d{1,5}/gu;

const patterns: readonly (readonly [IdentifyingKind, RegExp])[] = [
	['personal-number', personalNumber],
	['email', email],
	['phone', phone],
	['address', street],
	['address', place]
];

/** What may tell who somebody is, in the order it stands; no two overlap. */
export function findIdentifying(words: string): readonly IdentifyingSpot[] {
	const text = plainDigits(words);
	const spots: IdentifyingSpot[] = [];
	const add = (spot: IdentifyingSpot): void => {
		if (!spots.some(({ start, end }) => spot.start < end && start < spot.end)) spots.push(spot);
	};
	for (const [kind, pattern] of patterns) {
		for (const match of text.matchAll(pattern)) {
			add({ kind, start: match.index, end: match.index + match[0].length });
		}
	}
	for (const { start, end } of findNames(text)) add({ kind: 'name', start, end });
	return spots.toSorted((a, b) => a.start - b.start);
}
