/**
 * Who may see how small groups: one line per audience, each with its source. A line is data, so that a lawyer or a manager
 * can read it; nothing else in the program knows a threshold.
 */
export const audiences = ['case', 'unit', 'board', 'public'] as const;
export type Audience = (typeof audiences)[number];

export interface DisclosureRule {
	/** The smallest count of people, other than none, that is shown: k. Also the smallest group with a mean. */
	readonly smallestGroup: number;
	/** The smallest group with a mean or a share when people are divided by sex, age or the like. */
	readonly smallestDividedGroup: number;
	/** The smallest group whose answers may be known one by one; below it no figure may say what everybody answered. */
	readonly smallestKnownGroup: number;
	/** From this share of a group below `smallestKnownGroup` in one category the category is everybody's. */
	readonly largestShareInOne: number;
	/** Fewest ways in which the answers can have fallen, for a mean of a group below `smallestKnownGroup`. */
	readonly fewestAnswerSets: number;
}

/** 'everything': inner secrecy decides who gets there, not the size of the group. */
export type AudienceRule =
	| { readonly kind: 'everything'; readonly source: string }
	| { readonly kind: 'limited'; readonly rule: DisclosureRule; readonly source: string };

const ordinary: DisclosureRule = {
	smallestGroup: 5,
	smallestDividedGroup: 10,
	smallestKnownGroup: 10,
	largestShareInOne: 1,
	fewestAnswerSets: 2
};

export const audienceRules: Readonly<Record<Audience, AudienceRule>> = {
	case: {
		kind: 'everything',
		source: '26 kap. 1 § OSL and 10 § lag (2001:454): whoever takes part in the case'
	},
	unit: {
		kind: 'limited',
		rule: ordinary,
		source:
			'Five: SKR shows unit results from five answers; OECD/SDC glossary names three and five as usual. ' +
			'Known groups from 2k: a whole group in one category below that tells about everyone in it'
	},
	board: {
		kind: 'limited',
		rule: ordinary,
		source: 'As the unit; ten for means and shares by sex or age (as NHS Digital: none on 1–7 values)'
	},
	public: {
		kind: 'limited',
		rule: ordinary,
		source: 'As the board: what the board sees is a public document (allmän handling)'
	}
};

/**
 * Abuse, violence, health: ten instead of five, twenty instead of ten, and nine in ten is as good as all. Free text is
 * never shown to any of these audiences.
 */
const sensitive: DisclosureRule = {
	smallestGroup: 10,
	smallestDividedGroup: 10,
	smallestKnownGroup: 20,
	largestShareInOne: 0.9,
	fewestAnswerSets: 2
};

export interface RuleWanted {
	readonly audience: Exclude<Audience, 'case'>;
	/** Whether the variable is about abuse, violence, health or the like (article 9 GDPR, 26 kap. OSL). */
	readonly isSensitive?: boolean;
	/** The municipality's own smallest group. Used only where it is stricter than the rule: it is never lowered. */
	readonly ownSmallestGroup?: number;
}

/** The rule for an audience and a kind of variable, with the municipality's own threshold where that is stricter. */
export function findDisclosureRule({
	audience,
	isSensitive,
	ownSmallestGroup = 0
}: RuleWanted): DisclosureRule {
	const line = audienceRules[audience];
	const base = isSensitive || line.kind === 'everything' ? sensitive : line.rule;
	const smallestGroup = Math.max(base.smallestGroup, ownSmallestGroup);
	return {
		...base,
		smallestGroup,
		smallestDividedGroup: Math.max(base.smallestDividedGroup, smallestGroup),
		smallestKnownGroup: Math.max(base.smallestKnownGroup, 2 * smallestGroup)
	};
}
