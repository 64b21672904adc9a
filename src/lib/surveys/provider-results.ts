/** How one provider's anonymous answers fall over the codes of each question. Belongs to no person. */
import type { Code } from '#lib/instruments/questionnaire.ts';
import type { ProviderId } from '#lib/shared/ids.ts';

export interface AnswerCount {
	readonly code: Code;
	readonly count: number;
}

export interface ProviderResults {
	readonly providerId: ProviderId;
	readonly name: string;
	/** Forms sent in. An item's own answers may be fewer (frågebortfall), or more where several codes may be chosen. */
	readonly forms: number;
	/** By question, or `matrix.row`. A code nobody chose is not listed. */
	readonly items: Readonly<Record<string, readonly AnswerCount[]>>;
}
