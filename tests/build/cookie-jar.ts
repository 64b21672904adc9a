/** As much of a browser's cookies as a sign-in needs: the last value of each name, until it is taken away. */
export class CookieJar {
	readonly #values = new Map<string, string>();

	/** Takes `Set-Cookie` headers. */
	take(setCookies: readonly string[]): void {
		for (const cookie of setCookies) {
			const [pair = '', ...attributes] = cookie.split(';').map((part) => part.trim());
			const name = pair.slice(0, pair.indexOf('='));
			const isGone = attributes.some((attribute) => /^max-age=0$|^expires=Thu, 01 Jan 1970/i.test(attribute));
			if (isGone) this.#values.delete(name);
			else this.#values.set(name, pair.slice(pair.indexOf('=') + 1));
		}
	}

	get(name: string): string | undefined {
		return this.#values.get(name);
	}

	/** The `Cookie` header. */
	header(): string {
		return [...this.#values].map(([name, value]) => `${name}=${value}`).join('; ');
	}
}
