const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that changes something comes from our own pages. Browsers always send Origin with such requests,
 * so one without it is refused too, whatever its content type (ASVS 5.0 3.5; reference: OWASP CSRF cheat sheet).
 */
export function isSameOrigin(method: string, originHeader: string | null, publicUrl: string): boolean {
	return safeMethods.has(method) || originHeader === publicUrl;
}
