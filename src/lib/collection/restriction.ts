/** Article 18 GDPR: on what ground a response is kept but not used. */
export const restrictionGrounds = [
	/** 18.1 a: the person says that it is wrong, and it is being looked into. */
	'accuracy-contested',
	/** 18.1 b: it should not have been collected, but the person wants it kept. */
	'unlawful',
	/** 18.1 c: the person needs it for a legal claim. */
	'needed-for-claims',
	/** 18.1 d: the person has objected, and it is being looked into. */
	'objection'
] as const;
export type RestrictionGround = (typeof restrictionGrounds)[number];
