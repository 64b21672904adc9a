/** How an attempt to sign in ends. What is wrong is not said: not whether the account exists, nor which factor failed. */
import type { Result } from '#lib/shared/result.ts';

export type Refusal =
	| { readonly kind: 'refused' }
	| { readonly kind: 'throttled'; readonly waitSeconds: number }
	/** The half session it was to complete is over: start again. */
	| { readonly kind: 'ended' };

/** The token of the session that now holds. */
export type SignInOutcome = Result<{ readonly token: string }, Refusal>;
