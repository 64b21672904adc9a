/**
 * SMS over HTTP in the form that 46elks and others take: a POST with from, to and message as a web form, with a user name and
 * a password. The message's id is sent along for gateways that know the same request by its key.
 */
import type { Gateway, SendOutcome } from './gateway.ts';

export interface SmsSettings {
	readonly url: string;
	readonly user: string;
	readonly password: string;
	/** A number, or up to eleven letters and digits. */
	readonly from: string;
}

const patienceMs = 15_000;

export function makeSmsGateway({ url, user, password, from }: SmsSettings): Gateway {
	const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
	return {
		channel: 'sms',
		async send({ id, recipient, body }): Promise<SendOutcome> {
			let answer: Response;
			try {
				answer = await fetch(url, {
					method: 'POST',
					redirect: 'error',
					signal: AbortSignal.timeout(patienceMs),
					headers: {
						authorization,
						'content-type': 'application/x-www-form-urlencoded',
						'idempotency-key': id
					},
					body: new URLSearchParams({ from, to: recipient, message: body })
				});
			} catch (error) {
				return toOutcome(error as Error);
			}
			await answer.body?.cancel();
			return readStatus(answer.status);
		},
		close: () => {}
	};
}

/** 400 is about the number or the text; 401, 403 and 404 about our settings; 429 and 503 say that it was not taken. */
function readStatus(status: number): SendOutcome {
	if (status >= 200 && status < 300) return { kind: 'sent' };
	const fault = `http-${status}`;
	if (status === 400 || status === 422) return { kind: 'refused', fault };
	if (status < 500 || status === 503) return { kind: 'not-sent', fault };
	return { kind: 'uncertain', fault };
}

const neverLeft = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

function toOutcome(error: Error): SendOutcome {
	const { code } = (error.cause ?? {}) as { readonly code?: string };
	const fault = code ?? error.name;
	return { kind: code !== undefined && neverLeft.has(code) ? 'not-sent' : 'uncertain', fault };
}
