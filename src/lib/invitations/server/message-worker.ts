/**
 * Works off the outbox in the running program. A message is written down as being sent in a statement of its own before the
 * gateway is asked, and settled after: a program that falls in between leaves it `uncertain`, and nobody sends it again by
 * themselves. So a message leaves at most once, and exactly once while nothing falls (docs/decisions/0046-one-message-once.md).
 */
import { swedishTime } from '#lib/audit/swedish-time.ts';
import { nameFault } from '#lib/shared/name-fault.ts';
import type { BoardId } from '#lib/shared/ids.ts';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { listBoards, type Board } from '#lib/shared/server/boards.ts';
import type { Database } from '#lib/shared/server/database.ts';
import type { Channel } from '../channel.ts';
import { linkInLanguage } from '../link-in-language.ts';
import { fillText, findOwnText } from '../message-text.ts';
import type { Gateways, SendOutcome } from './gateways/gateway.ts';
import { claimMessages, settleAbandoned, settleMessage, type ClaimedMessage } from './outbox/queries.ts';
import { listTexts, type StoredText } from './texts/queries.ts';

export interface MessageWorkerSettings {
	readonly database: Database;
	readonly gateways: Gateways;
	readonly now: () => Date;
	/** Told when the outbox could not be worked off. */
	readonly complain: (sentence: string) => void;
	/** How often it looks. */
	readonly everyMs?: number;
}

export interface MessageWorker {
	/** Looks now and then at intervals. Waits for nothing. */
	start(): void;
	/** Sends everything that is due. Gives how many were handed over to a gateway that took them. */
	runDue(): Promise<number>;
	/** Begins no more and waits for what is under way. */
	close(): Promise<void>;
}

const batch = 20;
/** Longer than a gateway is waited for, so that only somebody who has been stopped loses a claim. */
const claimMs = 120_000;
/** How long a message that was not taken waits, by attempt. */
const retryMs = [60_000, 600_000, 3_600_000];
/** People are not woken: messages leave between these hours in Sweden. */
const hours = { from: 8, to: 20 };

/** A worker that does nothing until it is started or told to run. */
export function makeMessageWorker(settings: MessageWorkerSettings): MessageWorker {
	const { database, gateways, now, everyMs = 5_000 } = settings;
	const channels = Object.keys(gateways) as Channel[];
	let interval: NodeJS.Timeout | null = null;
	let isClosed = false;
	let running: Promise<unknown> | null = null;

	async function runDue(): Promise<number> {
		let sent = 0;
		for (const board of await listBoards(database)) {
			const scope = await openScope(board.id);
			await settleAbandoned(scope, now());
			const { hour } = swedishTime(now());
			if (channels.length === 0 || hour < hours.from || hour >= hours.to) continue;
			const texts = await listTexts(scope);
			while (!isClosed) {
				const until = new Date(now().getTime() + claimMs);
				const claimed = await claimMessages(scope, channels, now(), toLocalDate(now()), until, batch);
				if (claimed.length === 0) break;
				// One at a time: what has been claimed is sent also when the program is asked to stop.
				for (const message of claimed) {
					const outcome = await sendOne(message, board, texts);
					await settle(scope, message, outcome);
					if (outcome.kind === 'sent') sent += 1;
				}
			}
		}
		return sent;
	}

	async function openScope(boardId: BoardId) {
		const { orm: tx, query } = await database.forBoard(boardId);
		return { tx, query, boardId, cipher: () => database.keyRing.cipherOf(boardId, query) };
	}

	async function sendOne(
		{ id, channel, number, language, recipient, link, expiresOn }: ClaimedMessage,
		board: Board,
		texts: readonly StoredText[]
	): Promise<SendOutcome> {
		const gateway = gateways[channel];
		if (!gateway) return { kind: 'not-sent', fault: 'no-gateway' };
		const kind = number === 0 ? 'invitation' : 'reminder';
		const own = texts.find(
			(text) => text.channel === channel && text.kind === kind && text.language === language
		);
		const { subject, body } = fillText(own ?? findOwnText(channel, kind, language), language, {
			boardName: board.name,
			link: linkInLanguage(link, language),
			lastDay: expiresOn
		});
		try {
			return await gateway.send({ id, recipient, subject, body, language });
		} catch (error) {
			return { kind: 'uncertain', fault: nameFault(error) };
		}
	}

	async function settle(
		scope: Awaited<ReturnType<typeof openScope>>,
		{ id, attempts }: ClaimedMessage,
		outcome: SendOutcome
	): Promise<void> {
		const at = now();
		if (outcome.kind === 'sent') return settleMessage(scope, id, { state: 'sent', at, fault: null });
		const { kind, fault } = outcome;
		const pause = retryMs[attempts - 1];
		if (kind === 'not-sent' && pause !== undefined) {
			const dueAt = new Date(at.getTime() + pause);
			return settleMessage(scope, id, { state: 'waiting', dueAt, fault });
		}
		const state = kind === 'refused' ? 'bounced' : kind === 'not-sent' ? 'failed' : 'uncertain';
		await settleMessage(scope, id, { state, at, fault });
	}

	function look(): void {
		if (running !== null) return;
		running = runDue()
			.catch((error: unknown) => settings.complain(`Utskicken gick inte att göra: ${nameFault(error)}`))
			.finally(() => {
				running = null;
			});
	}

	return {
		start() {
			look();
			interval = setInterval(look, everyMs).unref();
		},
		runDue,
		async close() {
			isClosed = true;
			if (interval) clearInterval(interval);
			await running;
			for (const gateway of Object.values(gateways)) gateway.close();
		}
	};
}
