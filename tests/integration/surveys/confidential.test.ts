/** A confidential survey: who is invited and by what, what lands in the case, and what nobody but the case's own may see. */
import { expect, it } from 'vitest';
import { addIntervention } from '#lib/cases/server/commands/add-intervention.ts';
import { registerIdentity } from '#lib/cases/server/commands/register-identity.ts';
import { protectCase } from '#lib/cases/server/commands/protect-case.ts';
import { restrictResponse } from '#lib/collection/server/commands/restrict-response.ts';
import { submitResponse } from '#lib/collection/server/commands/submit-response.ts';
import { findLink } from '#lib/collection/server/reads/find-link.ts';
import { listAdministrations } from '#lib/collection/server/reads/list-administrations.ts';
import { caseResponse } from '#lib/collection/server/reads/case-response.ts';
import { declineInvitation } from '#lib/invitations/server/commands/decline-invitation.ts';
import { inviteToSurvey } from '#lib/invitations/server/commands/invite-to-survey.ts';
import { registerContact } from '#lib/invitations/server/commands/register-contact.ts';
import { remindInvited } from '#lib/invitations/server/commands/remind-invited.ts';
import { renewLink } from '#lib/invitations/server/commands/renew-link.ts';
import { makeMessageWorker } from '#lib/invitations/server/message-worker.ts';
import type { SendOutcome } from '#lib/invitations/server/gateways/gateway.ts';
import { invitedInSurveys } from '#lib/invitations/server/reads/invited-in-surveys.ts';
import { surveyLetters } from '#lib/invitations/server/reads/survey-letters.ts';
import { caseInvitations } from '#lib/invitations/server/reads/case-invitations.ts';
import { surveyResponse } from '#lib/invitations/server/reads/survey-response.ts';
import { surveyTarget } from '#lib/invitations/server/reads/survey-target.ts';
import { discloseSurveyResponse } from '#lib/reports/survey-response.ts';
import type { CaseId, ProviderId, ResponseId, SurveyId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { writePdf } from '#lib/shared/server/pdf/write-pdf.ts';
import { run } from '#lib/shared/server/command.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { queryRows } from '#lib/shared/server/database.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { changeSurvey } from '#lib/surveys/server/commands/change-survey.ts';
import { copySurvey } from '#lib/surveys/server/commands/copy-survey.ts';
import { draftSurvey } from '#lib/surveys/server/commands/draft-survey.ts';
import { moveSurvey } from '#lib/surveys/server/commands/move-survey.ts';
import { publishInformation } from '#lib/surveys/server/commands/publish-information.ts';
import { publishSurvey } from '#lib/surveys/server/commands/publish-survey.ts';
import { trySurvey } from '#lib/surveys/server/commands/try-survey.ts';
import { confidentialResults } from '#lib/surveys/server/reads/confidential-results.ts';
import { finishedSurveys } from '#lib/surveys/server/reads/finished-surveys.ts';
import { surveyResults } from '#lib/surveys/server/reads/survey-results.ts';
import { informationTexts } from '#lib/surveys/server/reads/information-texts.ts';
import { shownInformation } from '#lib/surveys/server/reads/shown-information.ts';
import { surveyOverview } from '#lib/surveys/server/reads/survey-overview.ts';
import { subjectOfSurvey } from '#lib/surveys/information-subject.ts';
import { suggestGroup } from '#lib/surveys/target-group.ts';
import { madeUpInformation } from '#tests/build/inform-board.ts';
import { countRows, toDifference } from '#tests/build/count-rows.ts';
import {
	addTestProvider,
	draftTestSurvey,
	linkBaseOf,
	openConfidentialSurvey,
	openTestCase,
	testSubmission
} from '#tests/build/made-up.ts';
import { readSquare } from '#tests/build/read-square.ts';
import type { TestBoard } from '#tests/build/test-board.ts';
import { sql } from 'drizzle-orm';
import { toLetterDocument } from '../../../src/routes/(staff)/cases/letter-document.ts';
import { describeOnEachDatabase } from '../databases.ts';

const day = (text: string) => text as LocalDate;
const answers = { sol_1: 3 };

interface Given {
	readonly email?: string | null;
	readonly phone?: string | null;
	readonly startedOn?: string;
	readonly endedOn?: string | null;
	readonly clientNumber?: string;
}

/** A case with help from the provider since the autumn, and an e-mail address. */
async function openHelpedCase(board: TestBoard, providerId: ProviderId, given: Given = {}): Promise<CaseId> {
	const { email = 'klient@exempel.example', phone = null, startedOn = '2025-09-01', endedOn = null } = given;
	const { clientNumber } = given;
	const caseId = await openTestCase(board.karin, {
		openedOn: day('2025-08-01'),
		...(clientNumber ? { clientNumber } : {})
	});
	await run(board.karin, addIntervention, {
		caseId,
		providerId,
		name: 'Öppenvård',
		decidedOn: null,
		startedOn: day(startedOn),
		endedOn: endedOn === null ? null : day(endedOn)
	});
	if (email !== null || phone !== null) {
		await run(board.karin, registerContact, { caseId, email, phone, language: 'sv' });
	}
	return caseId;
}

const inviteAll = (
	board: TestBoard,
	surveyId: SurveyId,
	given: Partial<Parameters<typeof inviteToSurvey.run>[1]> = {}
) =>
	run(board.adnan, inviteToSurvey, {
		surveyId,
		order: 'email-first',
		channels: ['email', 'sms'],
		linkBase: linkBaseOf(board.board.code),
		...given
	});

/** What the board's gateways were given, on a day at noon. */
async function sendOn(board: TestBoard, on: string, outcome: SendOutcome = { kind: 'sent' }) {
	const sent: { recipient: string; body: string }[] = [];
	const gatewayOf = <Way extends 'email' | 'sms'>(channel: Way) => ({
		channel,
		send: (message: { recipient: string; body: string }) => {
			sent.push(message);
			return Promise.resolve(outcome);
		},
		close: () => undefined
	});
	const worker = makeMessageWorker({
		database: board.database,
		gateways: { email: gatewayOf('email'), sms: gatewayOf('sms') },
		now: () => new Date(`${on}T12:00:00+01:00`),
		complain: (sentence) => {
			throw new Error(sentence);
		}
	});
	await worker.runDue();
	// Each board's own, by which its messages are told from those of other tests in the same database.
	return sent.filter(({ body }) => body.includes(linkBaseOf(board.board.code)));
}

const tokenIn = (body: string): string => /\/s\/[^/]+\/(\w+)/.exec(body)?.[1] ?? '';

const remindOn = (board: TestBoard, on: string) => {
	const system: Context = { ...board.adnan, actor: { kind: 'system', boardId: board.board.id } };
	return run(board.on(on, system), remindInvited, {});
};

/** One invited by e-mail who has got the link. */
async function inviteOne(board: TestBoard) {
	const providerId = await addTestProvider(board.adnan);
	const caseId = await openHelpedCase(board, providerId);
	const surveyId = await openConfidentialSurvey(board.adnan, [providerId]);
	await inviteAll(board, surveyId);
	const [message] = await sendOn(board, '2026-03-02');
	return { providerId, caseId, surveyId, token: tokenIn(message?.body ?? '') };
}

const responseOf = async (board: TestBoard, surveyId: SurveyId) => {
	const counts = await fetch(board.adnan, surveyResponse, { surveyId });
	return counts.openForControl().map(({ outcome, people }) => `${people} ${outcome}`);
};

describeOnEachDatabase('whom a confidential survey invites', (open) => {
	it('is everybody with help under way in the period, once each, by the way there is an address for', async () => {
		const board = await open();
		const providerId = await addTestProvider(board.adnan);
		const other = await addTestProvider(board.adnan);
		await openHelpedCase(board, providerId);
		await openHelpedCase(board, providerId, { email: null, phone: '070-174 06 05' });
		await openHelpedCase(board, providerId, { email: null });
		// Twice in the register, once a person.
		await openHelpedCase(board, providerId, { clientNumber: 'K-samma' });
		await openHelpedCase(board, providerId, { clientNumber: 'K-samma' });
		await openHelpedCase(board, other);
		await openHelpedCase(board, providerId, { endedOn: '2025-10-01' });
		const surveyId = await openConfidentialSurvey(board.adnan, [providerId], {
			targetGroup: {
				unitId: null,
				interventions: 'under-way',
				from: day('2026-01-01'),
				to: day('2026-03-01')
			}
		});
		expect(await fetch(board.adnan, surveyTarget, { surveyId })).toEqual({ waiting: 4, invited: 0 });
		expect(await inviteAll(board, surveyId)).toEqual({ email: 2, sms: 1, letter: 1 });
		// Pressing again invites nobody twice; whoever has come since is invited.
		expect(await inviteAll(board, surveyId)).toEqual({ email: 0, sms: 0, letter: 0 });
		await openHelpedCase(board, providerId);
		expect(await inviteAll(board, surveyId)).toEqual({ email: 1, sms: 0, letter: 0 });
		expect(await fetch(board.adnan, surveyTarget, { surveyId })).toEqual({ waiting: 0, invited: 5 });
	});

	it('is those whose help ended in the period, where that is chosen', async () => {
		const board = await open();
		const providerId = await addTestProvider(board.adnan);
		await openHelpedCase(board, providerId);
		const ended = await openHelpedCase(board, providerId, { endedOn: '2026-02-01' });
		await openHelpedCase(board, providerId, { endedOn: '2025-12-31' });
		const surveyId = await openConfidentialSurvey(board.adnan, [providerId], {
			targetGroup: { unitId: null, interventions: 'ended', from: day('2026-01-01'), to: day('2026-03-01') }
		});
		expect(await inviteAll(board, surveyId)).toEqual({ email: 1, sms: 0, letter: 0 });
		expect(await fetch(board.karin, listAdministrations, { caseId: ended })).toMatchObject([
			{ state: 'sent', occasion: 'after', expiresOn: '2026-12-31' }
		]);
	});

	it('is nobody with protected identity, in that case or in another', async () => {
		const board = await open();
		const providerId = await addTestProvider(board.adnan);
		await openHelpedCase(board, providerId, { clientNumber: 'K-skyddad' });
		const hidden = await openHelpedCase(board, providerId, {
			clientNumber: 'K-skyddad',
			startedOn: '2024-01-01'
		});
		await run(board.karin, protectCase, { caseId: hidden, isProtected: true });
		const surveyId = await openConfidentialSurvey(board.adnan, [providerId]);
		expect(await inviteAll(board, surveyId)).toEqual({ email: 0, sms: 0, letter: 0 });
	});

	it('is nobody before the survey opens, after it closes, or in an anonymous one', async () => {
		const board = await open();
		const providerId = await addTestProvider(board.adnan);
		const later = { opensOn: day('2026-04-01'), closesOn: day('2026-04-30') };
		const surveyId = await openConfidentialSurvey(board.adnan, [providerId], later);
		await expect(inviteAll(board, surveyId)).rejects.toMatchObject({ code: 'survey-not-open' });
		await run(board.adnan, moveSurvey, { surveyId, to: 'closed' });
		await expect(inviteAll(board, surveyId)).rejects.toMatchObject({ code: 'survey-not-open' });
		const anonymous = await draftTestSurvey(board.adnan, [providerId]);
		await expect(inviteAll(board, anonymous)).rejects.toMatchObject({ code: 'survey-fixed' });
		await expect(
			run(board.karin, inviteToSurvey, {
				surveyId,
				order: 'letter',
				channels: [],
				linkBase: linkBaseOf(board.board.code)
			})
		).rejects.toMatchObject({ code: 'not-permitted' });
	});

	it('leaves a line in the log of each case, with no address in it', async () => {
		const board = await open();
		const { caseId } = await inviteOne(board);
		const lines = await queryRows<{ reason: string; subject_type: string }>(
			board.database.orm,
			sql`select reason, subject_type from audit_events where action = 'inviteToSurvey' and case_id = ${caseId}`
		);
		expect(lines).toEqual([{ reason: 'email', subject_type: 'administration' }]);
	});
});

describeOnEachDatabase('an answer to a confidential survey', (open) => {
	it('lands in the case as others do, readable by those who may read the case', async () => {
		const board = await open();
		const { caseId, token, providerId } = await inviteOne(board);
		const target = await fetch(board.linkHolder, findLink, { token });
		expect(target).toMatchObject({ kind: 'case', survey: { languages: ['sv'] } });
		await run(board.linkHolder, submitResponse, testSubmission(token, { answers }));
		const [administration] = await fetch(board.karin, listAdministrations, { caseId });
		expect(administration?.surveyTitle).toBe('Vad tycker du om din hjälp? (påhittad)');
		const responseId = administration?.state === 'answered' ? administration.responseId : null;
		expect(responseId).not.toBeNull();
		if (responseId === null) return;
		expect(await fetch(board.karin, caseResponse, { responseId })).toMatchObject({
			answers,
			occasion: 'during',
			mode: 'link'
		});
		await expect(fetch(board.adnan, caseResponse, { responseId })).rejects.toMatchObject({
			code: 'not-permitted'
		});
		// The page of thanks goes on saying what it was.
		const confidentialAbout = await nameOf(board, providerId);
		await expect(fetch(board.linkHolder, findLink, { token })).rejects.toMatchObject({
			code: 'already-answered',
			details: { confidentialAbout }
		});
	});

	it('stops the reminders, as a no, thank you does, and never comes twice', async () => {
		const board = await open();
		const providerId = await addTestProvider(board.adnan);
		for (const email of ['a@exempel.example', 'b@exempel.example', 'c@exempel.example']) {
			await openHelpedCase(board, providerId, { email });
		}
		const surveyId = await openConfidentialSurvey(board.adnan, [providerId]);
		await inviteAll(board, surveyId);
		const sent = await sendOn(board, '2026-03-02');
		const tokenTo = (who: string) =>
			tokenIn(sent.find(({ recipient }) => recipient.startsWith(who))?.body ?? '');
		await run(board.linkHolder, submitResponse, testSubmission(tokenTo('a'), { answers }));
		await run(board.linkHolder, declineInvitation, { token: tokenTo('b') });
		expect(await remindOn(board, '2026-03-09')).toBe(1);
		expect(await remindOn(board, '2026-03-09')).toBe(0);
		expect((await sendOn(board, '2026-03-09')).map(({ recipient }) => recipient)).toEqual([
			'c@exempel.example'
		]);
		expect(await responseOf(board, surveyId)).toEqual(['1 answered', '1 declined', '1 no-answer']);
		// So few are not told to anybody who does not read the cases.
		const shown = discloseSurveyResponse(await fetch(board.adnan, surveyResponse, { surveyId }), [
			providerId
		]);
		expect(shown.at(-1)?.counts.every(({ kind }) => kind === 'hidden' || kind === 'shown')).toBe(true);
		expect(shown[0]?.counts[1]).toMatchObject({ kind: 'hidden' });
	});

	it('is not waited for from somebody whose message came back', async () => {
		const board = await open();
		const providerId = await addTestProvider(board.adnan);
		const caseId = await openHelpedCase(board, providerId);
		const surveyId = await openConfidentialSurvey(board.adnan, [providerId]);
		await inviteAll(board, surveyId);
		await sendOn(board, '2026-03-02', { kind: 'refused', fault: '550' });
		expect(await responseOf(board, surveyId)).toEqual(['1 not-reached']);
		expect(await remindOn(board, '2026-03-20')).toBe(0);
		// Those who work with the case see that it came back.
		const [invitation] = await fetch(board.karin, caseInvitations, { caseId });
		expect(invitation?.messages).toMatchObject([{ number: 0, state: 'bounced' }]);
	});

	it('is taken for as long as the survey is open, and no longer', async () => {
		const board = await open();
		const { caseId, surveyId, token } = await inviteOne(board);
		await run(board.adnan, changeSurvey, { surveyId, plan: { closesOn: day('2026-03-10') } });
		const late = board.on('2026-03-11', board.linkHolder);
		await expect(fetch(late, findLink, { token })).rejects.toMatchObject({ code: 'link-expired' });
		// A new link for somebody who has lost theirs is no way round it.
		const [administration] = await fetch(board.karin, listAdministrations, { caseId });
		if (!administration) throw new Error('Nobody was invited.');
		const linkBase = linkBaseOf(board.board.code);
		const renew = { administrationId: administration.id, expiresOn: day('2026-12-31'), linkBase };
		const { token: renewed } = await run(board.karin, renewLink, renew);
		await expect(fetch(late, findLink, { token: renewed })).rejects.toMatchObject({ code: 'link-expired' });
		await run(board.adnan, moveSurvey, { surveyId, to: 'closed' });
		await expect(fetch(board.linkHolder, findLink, { token: renewed })).rejects.toMatchObject({
			code: 'link-expired'
		});
		await expect(run(board.karin, renewLink, renew)).rejects.toMatchObject({ code: 'survey-not-open' });
	});
});

describeOnEachDatabase('a confidential survey before it opens', (open) => {
	it('needs a target group whose days come in order, and follow-up as its purpose', async () => {
		const board = await open();
		const providerId = await addTestProvider(board.adnan);
		const given = { anonymity: 'confidential', instrumentIds: ['audit'] as string[] } as const;
		const surveyId = await draftTestSurvey(board.adnan, [providerId], given);
		const { checks } = await fetch(board.adnan, surveyOverview, { surveyId });
		expect(checks.filter(({ state }) => state === 'stops').map(({ item }) => item)).toEqual(['target-group']);
		await expect(run(board.adnan, publishSurvey, { surveyId })).rejects.toMatchObject({
			code: 'invalid-input'
		});
		const group = {
			unitId: null,
			interventions: 'ended',
			from: day('2026-02-01'),
			to: day('2026-01-01')
		} as const;
		await expect(run(board.adnan, changeSurvey, { surveyId, targetGroup: group })).rejects.toMatchObject({
			code: 'invalid-input'
		});
		await run(board.adnan, changeSurvey, { surveyId, targetGroup: { ...group, to: day('2026-03-01') } });
		await expect(
			draftTestSurvey(board.adnan, [providerId], { anonymity: 'confidential', purpose: 'anonymous-survey' })
		).rejects.toMatchObject({ code: 'invalid-input' });
	});

	it('about something sensitive needs the board’s assessment, as links in cases do', async () => {
		const board = await open();
		const providerId = await addTestProvider(board.adnan);
		await run(board.adnan, publishInformation, { subject: 'cases', content: madeUpInformation });
		const surveyId = await run(board.adnan, draftSurvey, {
			title: 'Påhittad',
			purpose: 'follow-up',
			anonymity: 'confidential',
			instrumentIds: ['audit'],
			languages: ['sv'],
			opensOn: day('2026-01-01'),
			closesOn: day('2026-12-31'),
			quickExit: 'by-subject',
			providers: [{ providerId, invited: null }]
		});
		await run(board.adnan, changeSurvey, { surveyId, targetGroup: suggestGroup(day('2026-01-01')) });
		await expect(run(board.adnan, publishSurvey, { surveyId })).rejects.toMatchObject({
			code: 'assessment-required'
		});
	});

	it('is told of as cases are, and never opens while its own text speaks of anonymity', async () => {
		const board = await open();
		const providerId = await addTestProvider(board.adnan);
		const surveyId = await draftTestSurvey(board.adnan, [providerId], { anonymity: 'confidential' });
		const subject = subjectOfSurvey(surveyId);
		const { generalSubject } = await fetch(board.adnan, informationTexts, { subject });
		expect(generalSubject).toBe('cases');
		const group = {
			unitId: null,
			interventions: 'ended',
			from: day('2026-01-01'),
			to: day('2026-03-01')
		} as const;
		await run(board.adnan, changeSurvey, { surveyId, targetGroup: group });
		const { sv } = madeUpInformation;
		if (!sv) throw new Error('There is no Swedish text.');
		const untrue = { sv: { ...sv, recipients: 'Svaren är anonyma.' } };
		await run(board.adnan, publishInformation, { subject, content: untrue });
		const { checks } = await fetch(board.adnan, surveyOverview, { surveyId });
		expect(checks.filter(({ state }) => state === 'stops').map(({ item }) => item)).toEqual(['promise']);
		await expect(run(board.adnan, publishSurvey, { surveyId })).rejects.toMatchObject({
			code: 'information-incomplete'
		});
		await run(board.adnan, publishInformation, { subject, content: madeUpInformation });
		await run(board.adnan, publishSurvey, { surveyId });
		await openHelpedCase(board, providerId, { endedOn: '2026-02-01' });
		await inviteAll(board, surveyId);
		const [message] = await sendOn(board, '2026-03-02');
		const { informationId } = await fetch(board.linkHolder, findLink, {
			token: tokenIn(message?.body ?? '')
		});
		const told = informationId && (await fetch(board.linkHolder, shownInformation, { id: informationId }));
		expect(told).toMatchObject({ subject, version: 2 });
	});

	it('can be tried to the end, and nothing of it is stored anywhere', async () => {
		const board = await open();
		const providerId = await addTestProvider(board.adnan);
		const surveyId = await draftTestSurvey(board.adnan, [providerId], { anonymity: 'confidential' });
		const { token } = await run(board.adnan, trySurvey, { surveyId });
		const before = await countRows(board);
		const target = await fetch(board.linkHolder, findLink, { token });
		expect(target).toMatchObject({ isTrial: true, isConfidential: true });
		await run(board.linkHolder, submitResponse, testSubmission(token, { answers }));
		expect(await run(board.linkHolder, declineInvitation, { token })).toBe(false);
		expect(toDifference(before, await countRows(board))).toEqual({});
	});

	it('is copied with its group a year later', async () => {
		const board = await open();
		const providerId = await addTestProvider(board.adnan);
		const surveyId = await openConfidentialSurvey(board.adnan, [providerId], {
			targetGroup: { unitId: null, interventions: 'ended', from: day('2025-11-01'), to: day('2025-12-31') }
		});
		const copy = { surveyId, title: 'Nästa år', opensOn: day('2027-01-01'), closesOn: day('2027-02-01') };
		const id = await run(board.adnan, copySurvey, copy);
		const { survey } = await fetch(board.adnan, surveyOverview, { surveyId: id });
		expect(survey).toMatchObject({
			state: 'draft',
			anonymity: 'confidential',
			targetGroup: { interventions: 'ended', from: '2026-11-01', to: '2026-12-31' }
		});
	});
});

describeOnEachDatabase('letters to those who are invited', (open) => {
	it('are printed by those who work with the case, with the same link each time, until there is an answer', async () => {
		const board = await open();
		const providerId = await addTestProvider(board.adnan);
		const caseId = await openHelpedCase(board, providerId, { email: null });
		await run(board.karin, registerIdentity, { caseId, name: 'Påhittad Person', personalNumber: null });
		await openHelpedCase(board, providerId);
		const surveyId = await openConfidentialSurvey(board.adnan, [providerId]);
		expect(await inviteAll(board, surveyId)).toEqual({ email: 1, sms: 0, letter: 1 });
		const { letters } = await fetch(board.karin, surveyLetters, { surveyId });
		expect(letters).toMatchObject([{ caseId, name: 'Påhittad Person', expiresOn: '2026-12-31' }]);
		const [letter] = letters;
		if (!letter) throw new Error('There is no letter.');
		expect((await fetch(board.karin, surveyLetters, { surveyId })).letters[0]?.link).toBe(letter.link);
		const about = { title: 'Våren', boardName: 'Individ- och familjenämnden', madeAt: new Date(0) };
		const document = toLetterDocument(letters, [], about);
		const words = JSON.stringify(document.blocks);
		expect(words).toContain(letter.link);
		expect(words).toContain('Individ- och familjenämnden');
		expect(words).not.toMatch(/anonym/i);
		const bytes = await writePdf(document);
		expect(readSquare(bytes)).toBe(letter.link);
		const lines = await queryRows<{ count: number }>(
			board.database.orm,
			sql`select count(*)::int as count from audit_events where action = 'surveyLetters' and case_id = ${caseId}`
		);
		expect(lines).toEqual([{ count: 2 }]);
		await run(board.linkHolder, submitResponse, testSubmission(tokenIn(letter.link), { answers }));
		expect((await fetch(board.karin, surveyLetters, { surveyId })).letters).toEqual([]);
	});

	it('are nobody else’s: not the administrator’s, nor those of cases that others work with', async () => {
		const board = await open();
		const providerId = await addTestProvider(board.adnan);
		await openHelpedCase(board, providerId, { email: null });
		const surveyId = await openConfidentialSurvey(board.adnan, [providerId]);
		await inviteAll(board, surveyId);
		await expect(fetch(board.adnan, surveyLetters, { surveyId })).rejects.toMatchObject({
			code: 'not-permitted'
		});
		const other: Context = {
			...board.karin,
			actor: {
				kind: 'staff',
				boardId: board.board.id,
				staffId: 'test-Kajsa',
				name: 'Kajsa (påhittad)',
				roles: ['caseworker']
			}
		};
		expect((await fetch(other, surveyLetters, { surveyId })).letters).toEqual([]);
		expect(await fetch(other, invitedInSurveys, {})).toEqual([]);
		expect(await fetch(board.karin, invitedInSurveys, {})).toMatchObject([
			{ surveyId, way: 'letter', state: 'sent', messageState: null }
		]);
	});
});

describeOnEachDatabase('the results of a confidential survey', (open) => {
	it('are told when it is over, without what may not be used, and never added to anonymous ones', async () => {
		const board = await open();
		const providerId = await addTestProvider(board.adnan);
		for (let at = 0; at < 7; at += 1) {
			await openHelpedCase(board, providerId, { email: `k${at}@exempel.example` });
		}
		const surveyId = await openConfidentialSurvey(board.adnan, [providerId]);
		await inviteAll(board, surveyId);
		const sent = await sendOn(board, '2026-03-02');
		const responseIds: ResponseId[] = [];
		for (const { body } of sent.slice(0, 6)) {
			const submission = testSubmission(tokenIn(body), { answers });
			const { responseId } = await run(board.linkHolder, submitResponse, submission);
			if (responseId) responseIds.push(responseId);
		}
		const [restricted] = responseIds;
		if (!restricted) throw new Error('Nobody answered.');
		const ground = 'accuracy-contested';
		await run(board.karin, restrictResponse, { responseId: restricted, ground });
		const read = async () => {
			const found = await fetch(board.adnan, confidentialResults, { surveyId });
			return { isOver: found.isOver, rows: found.forms.flatMap((form) => form.answers.openForControl()) };
		};
		expect(await read()).toEqual({ isOver: false, rows: [] });
		await run(board.adnan, moveSurvey, { surveyId, to: 'closed' });
		expect(await read()).toEqual({
			isOver: true,
			rows: Array(5).fill({ instrumentId: 'simrishamn-sol', providerId, answers })
		});
		// A target's figures are those of anonymous surveys.
		const counted = await fetch(board.adnan, surveyResults, { instrumentId: 'simrishamn-sol', year: 2026 });
		expect(counted.openForControl().map(({ forms }) => forms)).toEqual([0]);
		await expect(fetch(board.karin, confidentialResults, { surveyId })).rejects.toMatchObject({
			code: 'not-permitted'
		});
		const anonymous = await draftTestSurvey(board.adnan, [providerId]);
		await expect(fetch(board.adnan, confidentialResults, { surveyId: anonymous })).rejects.toMatchObject({
			code: 'not-found'
		});
	});

	it('are a provider’s own to its staff', async () => {
		const board = await open();
		const own = await addTestProvider(board.adnan);
		const other = await addTestProvider(board.adnan);
		const surveyId = await openConfidentialSurvey(board.adnan, [own, other]);
		const foreign = await openConfidentialSurvey(board.adnan, [other]);
		const provider: Context = {
			...board.adnan,
			actor: {
				kind: 'staff',
				boardId: board.board.id,
				staffId: 'test-Petra',
				name: 'Petra (påhittad)',
				roles: ['provider-staff'],
				heldRoles: [{ role: 'provider-staff', unitId: null, providerId: own }]
			}
		};
		const { survey } = await fetch(provider, confidentialResults, { surveyId });
		expect(survey.providers.map(({ providerId }) => providerId)).toEqual([own]);
		await expect(fetch(provider, confidentialResults, { surveyId: foreign })).rejects.toMatchObject({
			code: 'not-found'
		});
		const listedTo = async (who: Context) => (await fetch(who, finishedSurveys, {})).map(({ id }) => id);
		expect(await listedTo(provider)).toEqual([]);
		for (const id of [surveyId, foreign]) await run(board.adnan, moveSurvey, { surveyId: id, to: 'closed' });
		expect(await listedTo(provider)).toEqual([surveyId]);
		expect((await listedTo(board.adnan)).toSorted()).toEqual([surveyId, foreign].toSorted());
	});
});

async function nameOf(board: TestBoard, providerId: ProviderId): Promise<string | undefined> {
	const rows = await queryRows<{ name: string }>(
		board.database.orm,
		sql`select name from providers where board_id = ${board.board.id} and id = ${providerId}`
	);
	return rows[0]?.name;
}
