/** E-mail over SMTP, through nodemailer. */
import nodemailer from 'nodemailer';
import type { Gateway, SendOutcome } from './gateway.ts';

export interface SmtpSettings {
	/** `smtps://user:password@mail.kommun.se` or `smtp://…` with STARTTLS. */
	readonly url: string;
	readonly from: string;
}

/**
 * Sends one at a time over kept connections. The Message-ID is made of the message's own id: a receiver that got it twice
 * could tell. SMTP itself cannot: once the letter has been handed over and the answer is lost, it is `uncertain`.
 */
export function makeSmtpGateway({ url, from }: SmtpSettings): Gateway {
	const transport = nodemailer.createTransport({
		url,
		pool: true,
		maxConnections: 2,
		connectionTimeout: 10_000,
		greetingTimeout: 10_000,
		socketTimeout: 20_000,
		// What people are asked must not be read on the way; a server on this computer has no way.
		requireTLS: !isLoopback(new URL(url).hostname) && url.startsWith('smtp:'),
		disableFileAccess: true,
		disableUrlAccess: true
	});
	const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'genklang.invalid';
	return {
		channel: 'email',
		async send({ id, recipient, subject, body, language }): Promise<SendOutcome> {
			try {
				await transport.sendMail({
					from,
					to: { name: '', address: recipient },
					subject,
					text: body,
					messageId: `<${id}@${domain}>`,
					headers: {
						'Auto-Submitted': 'auto-generated',
						'X-Auto-Response-Suppress': 'OOF, AutoReply',
						'Content-Language': language
					}
				});
				return { kind: 'sent' };
			} catch (error) {
				return toOutcome(error as SmtpError);
			}
		},
		close: () => transport.close()
	};
}

interface SmtpError extends Error {
	readonly code?: string;
	readonly command?: string;
	readonly responseCode?: number;
	readonly syscall?: string;
}

/**
 * 5xx to the recipient is a no for good, 4xx says that it was not taken (RFC 5321, 4.2.1), and what fails before there is a
 * connection never left. A connection that is lost, at whichever step, tells nothing of how far it came.
 */
function toOutcome(error: SmtpError): SendOutcome {
	const { code = 'unknown', command = '', responseCode = 0 } = error;
	const fault = responseCode > 0 ? `smtp-${responseCode}` : code;
	if (responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA')) return { kind: 'refused', fault };
	return { kind: responseCode >= 400 || isBeforeConnection(error) ? 'not-sent' : 'uncertain', fault };
}

function isBeforeConnection({ code = '', syscall, message }: SmtpError): boolean {
	if (syscall === 'connect' || ['EDNS', 'EAUTH', 'ETLS'].includes(code)) return true;
	return code === 'ETIMEDOUT' && /^(Connection timeout|Greeting never received)/.test(message);
}

function isLoopback(hostname: string): boolean {
	return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/.test(hostname);
}
