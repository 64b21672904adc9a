/**
 * What the municipality's identity provider says about how somebody was let in (OpenID Connect Core 1.0 §2; RFC 8176
 * for the values of `amr`). Without a word about two factors it is not believed to have asked for them.
 */
import * as v from 'valibot';

const claimsSchema = v.object({
	sub: v.pipe(v.string(), v.nonEmpty()),
	acr: v.optional(v.string()),
	amr: v.optional(v.array(v.string())),
	auth_time: v.optional(v.pipe(v.number(), v.finite()))
});

export interface RequiredAssurance {
	/** Accepted levels, any one of them; empty when the level is not asked about. */
	readonly acr: readonly string[];
	/** Methods that must all have been used; empty when they are not asked about. */
	readonly amr: readonly string[];
}

export interface MunicipalityClaims {
	readonly subject: string;
	/** When the person last proved who they are to the provider; null when it does not say. */
	readonly provedAt: Date | null;
}

/**
 * The claims of a verified id token, or null when they do not show what is required. Requires something of everybody:
 * with neither level nor methods to require, nobody is let in.
 */
export function readMunicipalityClaims(
	payload: unknown,
	required: RequiredAssurance
): MunicipalityClaims | null {
	const parsed = v.safeParse(claimsSchema, payload);
	if (!parsed.success) return null;
	const { sub, acr, amr = [], auth_time } = parsed.output;
	if (required.acr.length === 0 && required.amr.length === 0) return null;
	if (required.acr.length > 0 && !(acr !== undefined && required.acr.includes(acr))) return null;
	if (!required.amr.every((method) => amr.includes(method))) return null;
	return { subject: sub, provedAt: auth_time === undefined ? null : new Date(auth_time * 1000) };
}
