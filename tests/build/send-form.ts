/** The last step of answering, as a browser without JavaScript does it. */
import type { Answers } from '#lib/instruments/questionnaire.ts';

export interface SentForm {
	/** The address of the link, without the step: `http://127.0.0.1:3000/s/board/token`. */
	readonly address: string;
	readonly submissionId: string;
	/** What an anonymous form carries with it; null where the server keeps the answers. */
	readonly carried: Answers | null;
}

/** True when the server has acknowledged that the answers are stored. Throws when there is no answer at all. */
export async function sendForm({ address, submissionId, carried }: SentForm): Promise<boolean> {
	const form = new URLSearchParams({ _move: 'send', _submission: submissionId, _help: 'self' });
	if (carried) form.set('_answers', JSON.stringify(carried));
	const response = await fetch(`${address}/review`, {
		method: 'POST',
		body: form,
		headers: { origin: new URL(address).origin, accept: 'text/html' },
		redirect: 'manual'
	});
	await response.arrayBuffer();
	return response.status === 303 && (response.headers.get('location') ?? '').includes('/thanks');
}
