/** Invitations and reminders through a real SMTP server and a real HTTP gateway, both run here. Every person is made up. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { withdrawLink } from '#lib/collection/server/commands/withdraw-link.ts';
import { submitResponse } from '#lib/collection/server/commands/submit-response.ts';
import { declineInvitation } from '#lib/invitations/server/commands/decline-invitation.ts';
import { invite } from '#lib/invitations/server/commands/invite.ts';
import { registerContact } from '#lib/invitations/server/commands/register-contact.ts';
import { remindInvited } from '#lib/invitations/server/commands/remind-invited.ts';
import { renewLink } from '#lib/invitations/server/commands/renew-link.ts';
import { setMessageText, setReminderDays } from '#lib/invitations/server/commands/set-message-texts.ts';
import type { Gateways } from '#lib/invitations/server/gateways/gateway.ts';
import { makeSmsGateway } from '#lib/invitations/server/gateways/sms-gateway.ts';
import { makeSmtpGateway } from '#lib/invitations/server/gateways/smtp-gateway.ts';
import { makeMessageWorker } from '#lib/invitations/server/message-worker.ts';
import { claimMessages } from '#lib/invitations/server/outbox/queries.ts';
import { caseInvitations } from '#lib/invitations/server/reads/case-invitations.ts';
import type { CaseId } from '#lib/shared/ids.ts';
import { addDays, type LocalDate } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { fetch as fetchRead } from '#lib/shared/server/read.ts';
import { linkBaseOf, openTestCase, sendTestLink, testSubmission } from '#tests/build/made-up.ts';
import { testDay, type TestBoard } from '#tests/build/test-board.ts';
import { describeOnOwnDatabase } from '../databases.ts';

interface Received {
	readonly to: string;
	readonly text: string;
}

/** What the SMTP server does with the next letter. */
type Mood = 'takes' | 'knows-nobody' | 'is-busy' | 'hangs-up-after';

describeOnOwnDatabase('invitations', (open) => {
	let board: TestBoard;
	let letters: Received[];
	let mood: Mood;
	let smtp: SMTPServer;
	let texts: { readonly headers: Record<string, unknown>; readonly body: URLSearchParams }[];
	let smsStatus: number;
	let sms: Server;
	let gateways: Gateways;

	beforeEach(async () => {
		board = await open();
		letters = [];
		mood = 'takes';
		smtp = new SMTPServer({
			disabledCommands: ['AUTH', 'STARTTLS'],
			onRcptTo(_address, _session, done) {
				if (mood === 'knows-nobody')
					return done(Object.assign(new Error('No such user'), { responseCode: 550 }));
				if (mood === 'is-busy') return done(Object.assign(new Error('Later'), { responseCode: 451 }));
				done();
			},
			onData(stream, session, done) {
				const parts: Buffer[] = [];
				stream.on('data', (part: Buffer) => parts.push(part));
				stream.on('end', () => {
					const to = session.envelope.rcptTo[0]?.address ?? '';
					letters.push({ to, text: Buffer.concat(parts).toString() });
					// The letter has been taken, and the word about it never comes.
					if (mood === 'hangs-up-after') smtp.connections.forEach((one) => one.close());
					else done();
				});
			}
		});
		await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
		texts = [];
		smsStatus = 200;
		sms = createServer((request, response) => {
			let body = '';
			request.on('data', (part) => (body += String(part)));
			request.on('end', () => {
				texts.push({ headers: request.headers, body: new URLSearchParams(body) });
				response.writeHead(smsStatus).end('{}');
			});
		});
		await new Promise<void>((resolve) => sms.listen(0, '127.0.0.1', resolve));
		const smtpPort = (smtp.server.address() as AddressInfo).port;
		const smsPort = (sms.address() as AddressInfo).port;
		gateways = {
			email: makeSmtpGateway({
				url: `smtp://127.0.0.1:${smtpPort}`,
				from: 'Exempelby kommun <svara-ej@exempelby.example>'
			}),
			sms: makeSmsGateway({
				url: `http://127.0.0.1:${smsPort}/a1/sms`,
				user: 'anvandare',
				password: 'hemligt',
				from: 'Exempelby'
			})
		};
	});

	afterEach(async () => {
		gateways.email?.close();
		await new Promise<void>((resolve) => smtp.close(() => resolve()));
		await new Promise((resolve) => sms.close(resolve));
	});

	const at = (day: string, hour = '12:00') => new Date(`${day}T${hour}:00+01:00`);

	function workerOn(day: string, hour?: string) {
		return makeMessageWorker({
			database: board.database,
			gateways,
			now: () => at(day, hour),
			complain: (sentence) => {
				throw new Error(sentence);
			}
		});
	}

	async function inviteTestClient(channel: 'email' | 'sms', language = 'sv') {
		const caseId = await openTestCase(board.karin);
		await run(board.karin, registerContact, {
			caseId,
			email: 'klient@exempel.example',
			phone: '070-174 06 05',
			language
		});
		const { administrationId, token } = await sendTestLink(board.karin, caseId);
		const link = `${linkBaseOf(board.board.code)}${token}`;
		await run(board.karin, invite, { administrationId, channel, link });
		return { caseId, administrationId, token, link };
	}

	const system = (day: string): Context =>
		board.on(day, { ...board.adnan, actor: { kind: 'system', boardId: board.board.id } });
	const remindOn = (day: string) => run(system(day), remindInvited, {});

	async function statesOf(caseId: CaseId): Promise<string[]> {
		const lines = await fetchRead(board.karin, caseInvitations, { caseId });
		return lines.flatMap(({ messages }) => messages.map(({ number, state }) => `${number} ${state}`));
	}

	it('go by e-mail with the link, the board’s name and nothing of what it is about', async () => {
		const { caseId, link } = await inviteTestClient('email');
		expect(await workerOn(testDay).runDue()).toBe(1);
		expect(letters.map(({ to }) => to)).toEqual(['klient@exempel.example']);
		const text = letters[0]?.text ?? '';
		const plain = text.replaceAll('=\r\n', '').replaceAll('=3D', '=');
		expect(plain).toContain(`${link}\r\n`);
		expect(text).toMatch(/^Message-ID: <[0-9a-f-]{36}@exempelby\.example>/im);
		expect(text).not.toMatch(/audit|alkohol/i);
		expect(await statesOf(caseId)).toEqual(['0 sent']);
		expect(await workerOn(testDay).runDue()).toBe(0);
	});

	it('go as SMS in the gateway’s form, in the client’s language', async () => {
		const { link } = await inviteTestClient('sms', 'en');
		await workerOn(testDay).runDue();
		expect(texts).toHaveLength(1);
		expect(texts[0]?.body.get('to')).toBe('+46701740605');
		expect(texts[0]?.body.get('from')).toBe('Exempelby');
		expect(texts[0]?.body.get('message')).toMatch(/^Påhittade nämnden has some questions/);
		expect(texts[0]?.body.get('message')).toContain(`${link}?lang=en`);
		const basic = Buffer.from('anvandare:hemligt').toString('base64');
		expect(texts[0]?.headers['authorization']).toBe(`Basic ${basic}`);
		expect(texts[0]?.headers['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/);
	});

	it('say what the board has written itself', async () => {
		await run(board.adnan, setMessageText, {
			channel: 'sms',
			kind: 'invitation',
			language: 'sv',
			subject: '',
			body: 'Egna ord: {lank}'
		});
		const { link } = await inviteTestClient('sms');
		await workerOn(testDay).runDue();
		expect(texts[0]?.body.get('message')).toBe(`Egna ord: ${link}`);
	});

	it('wait for the morning', async () => {
		await inviteTestClient('sms');
		expect(await workerOn(testDay, '21:30').runDue()).toBe(0);
		expect(await workerOn(addDays(testDay, 1), '08:05').runDue()).toBe(1);
	});

	it('are followed by each reminder once, on its day', async () => {
		const { caseId } = await inviteTestClient('email');
		for (let days = 0; days < 30; days += 1) {
			const day = addDays(testDay, days);
			await remindOn(day);
			await remindOn(day);
			await Promise.all([workerOn(day).runDue(), workerOn(day).runDue()]);
		}
		expect(await statesOf(caseId)).toEqual(['0 sent', '1 sent', '2 sent']);
		expect(letters).toHaveLength(3);
	});

	it('keep to the days that the board has decided', async () => {
		await run(board.adnan, setReminderDays, { days: [3] });
		await inviteTestClient('email');
		await workerOn(testDay).runDue();
		expect(await remindOn('2026-03-04')).toBe(0);
		expect(await remindOn('2026-03-05')).toBe(1);
		await expect(run(board.adnan, setReminderDays, { days: [7, 7] })).rejects.toMatchObject({
			code: 'invalid-input'
		});
	});

	it('never remind after an answer, after “no, thank you” or of a link that is taken back', async () => {
		const [answered, declined, withdrawn] = [
			await inviteTestClient('email'),
			await inviteTestClient('email'),
			await inviteTestClient('email')
		];
		await workerOn(testDay).runDue();
		await run(board.linkHolder, submitResponse, testSubmission(answered.token));
		expect(await run(board.linkHolder, declineInvitation, { token: declined.token })).toBe(true);
		await run(board.karin, withdrawLink, { administrationId: withdrawn.administrationId });
		expect(await remindOn(addDays(testDay, 20))).toBe(0);
	});

	it('are stopped at the last moment: a reminder in the outbox is not sent to whoever has just answered', async () => {
		const { caseId, token } = await inviteTestClient('email');
		await workerOn(testDay).runDue();
		const day = addDays(testDay, 7);
		expect(await remindOn(day)).toBe(1);
		await run(board.on(day, board.linkHolder), submitResponse, testSubmission(token));
		await workerOn(day).runDue();
		expect(await statesOf(caseId)).toEqual(['0 sent', '1 stopped']);
	});

	it('carry the new link when it has been renewed: those that wait and the reminders', async () => {
		const { administrationId } = await inviteTestClient('sms');
		const linkBase = linkBaseOf(board.board.code);
		const renew = async (expiresOn: LocalDate) => {
			const { token } = await run(board.karin, renewLink, { administrationId, expiresOn, linkBase });
			return `${linkBase}${token}`;
		};
		const waiting = await renew(addDays(testDay, 30));
		await workerOn(testDay).runDue();
		const reminding = await renew(addDays(testDay, 30));
		const day = addDays(testDay, 7);
		expect(await remindOn(day)).toBe(1);
		await workerOn(day).runDue();
		const sent = texts.map(({ body }) => body.get('message')?.match(/https:\S+/)?.[0]);
		expect(sent).toEqual([waiting, reminding]);
	});

	it('show a message that came back, and send no more there', async () => {
		const { caseId } = await inviteTestClient('email');
		mood = 'knows-nobody';
		await workerOn(testDay).runDue();
		expect(await statesOf(caseId)).toEqual(['0 bounced']);
		mood = 'takes';
		expect(await remindOn(addDays(testDay, 8))).toBe(0);
	});

	it('try again later when the server is busy, and then go once', async () => {
		const { caseId } = await inviteTestClient('email');
		mood = 'is-busy';
		await workerOn(testDay).runDue();
		expect(await statesOf(caseId)).toEqual(['0 waiting']);
		mood = 'takes';
		expect(await workerOn(testDay, '12:00').runDue()).toBe(0);
		expect(await workerOn(testDay, '12:02').runDue()).toBe(1);
		expect(letters).toHaveLength(1);
	});

	it('are never sent twice when nobody knows whether the first arrived', async () => {
		const { caseId } = await inviteTestClient('email');
		mood = 'hangs-up-after';
		await workerOn(testDay).runDue();
		expect(await statesOf(caseId)).toEqual(['0 uncertain']);
		mood = 'takes';
		await workerOn(addDays(testDay, 1)).runDue();
		expect(letters).toHaveLength(1);
	});

	it('are never sent twice when the program falls in between: the claim says so', async () => {
		const { caseId, link } = await inviteTestClient('sms');
		const { orm: tx, query } = await board.database.forBoard(board.board.id);
		const cipher = () => board.database.keyRing.cipherOf(board.board.id, query);
		const scope = { tx, query, cipher, boardId: board.board.id };
		const until = at(testDay, '12:02');
		expect(await claimMessages(scope, ['sms'], at(testDay), testDay, until, 10)).toHaveLength(1);
		await workerOn(testDay, '12:01').runDue();
		await workerOn(testDay, '12:03').runDue();
		expect(await statesOf(caseId)).toEqual(['0 uncertain']);
		expect(texts.filter(({ body }) => body.get('message')?.includes(link))).toEqual([]);
	});

	it('tell a number that is wrong from a gateway that is away', async () => {
		const wrong = await inviteTestClient('sms');
		smsStatus = 400;
		await workerOn(testDay).runDue();
		expect(await statesOf(wrong.caseId)).toEqual(['0 bounced']);
		const away = await inviteTestClient('sms');
		smsStatus = 503;
		await workerOn(testDay).runDue();
		expect(await statesOf(away.caseId)).toEqual(['0 waiting']);
	});

	it('need an address', async () => {
		const caseId = await openTestCase(board.karin);
		const { administrationId } = await sendTestLink(board.karin, caseId);
		const link = 'https://genklang.exempelby.example/s/x/y';
		await expect(run(board.karin, invite, { administrationId, channel: 'sms', link })).rejects.toMatchObject({
			code: 'contact-missing'
		});
		await expect(
			run(board.karin, registerContact, { caseId, email: 'ingen', phone: null, language: 'sv' })
		).rejects.toMatchObject({ code: 'invalid-input' });
	});

	it('let nobody but the link’s holder say no: an unknown link changes nothing', async () => {
		const { caseId } = await inviteTestClient('email');
		expect(await run(board.linkHolder, declineInvitation, { token: 'x'.repeat(26) })).toBe(false);
		const [line] = await fetchRead(board.karin, caseInvitations, { caseId });
		expect(line?.declinedOn).toBeNull();
	});
});
