/** Talks with the server and the authenticator about a passkey, and says how far it has come. */
import type { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import { m } from '#lib/paraglide/messages.js';

type Step = 'ready' | 'waiting' | 'failed';
type Options = Parameters<typeof startAuthentication>[0]['optionsJSON'] &
	Parameters<typeof startRegistration>[0]['optionsJSON'];

/** One conversation; `kind` says whether a passkey is used or made. */
export class PasskeyTalk {
	step: Step = $state('ready');
	sentence: string = $state('');
	readonly #kind: 'use' | 'make';
	readonly #address: string;
	readonly #query: string;

	/** The talk is held at `<address>/options<query>` and `<address>/answer<query>`. */
	constructor(kind: 'use' | 'make', address: string, query = '') {
		this.#kind = kind;
		this.#address = address;
		this.#query = query;
	}

	/** The server's answer, or null when it came to nothing; then `sentence` says why. */
	async run(extra: Record<string, string> = {}): Promise<Record<string, unknown> | null> {
		this.step = 'waiting';
		this.sentence = '';
		try {
			const { startAuthentication, startRegistration } = await import('@simplewebauthn/browser');
			const optionsJSON = (await this.#post('options', {})) as unknown as Options;
			const response =
				this.#kind === 'use'
					? await startAuthentication({ optionsJSON })
					: await startRegistration({ optionsJSON });
			return await this.#post('answer', { response, ...extra });
		} catch (error) {
			this.step = 'failed';
			this.sentence = toSentence(error);
			return null;
		}
	}

	async #post(step: 'options' | 'answer', body: object): Promise<Record<string, unknown>> {
		const answer = await fetch(`${this.#address}/${step}${this.#query}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body)
		});
		const content = (await answer.json()) as Record<string, unknown>;
		if (!answer.ok) throw new Error(String(content['message'] ?? ''), { cause: 'server' });
		return content;
	}
}

/** The server's own sentence; the person's change of mind; anything else. */
function toSentence(error: unknown): string {
	if (!(error instanceof Error)) return m.access_passkey_failed();
	if (error.cause === 'server') return error.message;
	return error.name === 'NotAllowedError' || error.name === 'AbortError'
		? m.access_passkey_cancelled()
		: m.access_passkey_failed();
}
