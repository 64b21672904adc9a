import { fail, redirect } from '@sveltejs/kit';
import { readEffort } from '#lib/cases/effort.ts';
import { breakOffInterview } from '#lib/collection/server/commands/break-off-interview.ts';
import { saveInterview } from '#lib/collection/server/commands/save-interview.ts';
import { submitInterview } from '#lib/collection/server/commands/submit-interview.ts';
import { openInterview, type StandingInterview } from '#lib/collection/server/reads/open-interview.ts';
import { standingPlace } from '#lib/collection/interview.ts';
import {
	parseKeySettings,
	standardKeys,
	writeKeySettings,
	type KeySettings
} from '#lib/collection/interview-keys.ts';
import type { InterviewData } from '#lib/collection/ui/interview/interview-view.ts';
import { caseOverview } from '#lib/cases/server/reads/case-overview.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { m } from '#lib/paraglide/messages.js';
import { parseJson } from '#lib/shared/parse-json.ts';
import { maxAnswersLength } from '#lib/collection/answers-size.ts';
import { Problem } from '#lib/shared/problem.ts';
import { run } from '#lib/shared/server/command.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { helpLabel, respondentLabel } from '../../../../../labels.ts';
import { languageName } from '../../../../../language-name.ts';
import { wayToCase } from '../../way-to-case.ts';
import { keysCookie, readKeysForm } from './keys-form.ts';
import { handOver } from '../hand-over.server.ts';
import { isUuid, readStepForm, takeStep } from './step-form.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { cookies, locals, params, url } = event;
	const { context, locale } = locals;
	const overview = await fetch(context, caseOverview, { caseId: params.caseId });
	const standing = await openStanding(event);
	const { instrument, draft, administrationId, version, help, respondent } = standing;
	const { questionnaire } = instrument;
	const title = textIn(instrument.shortTitle, locale) ?? instrument.id;
	const wanted = url.searchParams.get('question') ?? draft.place;
	const interview: InterviewData = {
		here: hereOf(event),
		caseHref: `/cases/${params.caseId}`,
		title,
		about: m.interview_about({
			respondent: respondentLabel(respondent),
			help: helpLabel(help).toLocaleLowerCase('sv')
		}),
		languages: questionnaire.languages.map((tag) => ({ tag, name: languageName(tag, locale) })),
		help,
		questionnaire,
		numbers: Object.fromEntries(instrument.items.map(({ name, number }) => [name, number])),
		language: draft.language,
		draft: { ...draft, place: standingPlace(questionnaire, draft, wanted) },
		version,
		saveId: context.newId(),
		submissionId: context.newId(),
		keys: parseKeySettings(cookies.get(keysCookie)),
		notices: instrument.rights.notices.map((notice) => textIn(notice, locale) ?? '')
	};
	return {
		key: administrationId,
		interview,
		mayHandOver: respondent !== 'staff' && locals.visit.session !== null,
		isClients: respondent !== 'staff',
		isFromReview: url.searchParams.get('question') !== null,
		areKeysSaved: url.searchParams.has('keys'),
		way: wayToCase(overview.case)
	};
};

export const actions: Actions = {
	/** One question, from the form as it is without a script. */
	answer: async (event) => {
		const form = await readStepForm(event.request);
		const standing = await openStanding(event);
		const taken = takeStep(standing, form);
		if (!taken.ok) return fail(422, { refused: taken.problem });
		const { draft, isReturning } = taken.value;
		const { version, saveId } = form;
		const saved = await trySave(event, { version, saveId, draft });
		if (saved === 'conflict') return fail(409, { conflict: true });
		if (form.move.kind === 'pause') redirect(303, `/cases/${event.params.caseId}?saved=interview-paused`);
		redirect(303, isReturning ? `${hereOf(event)}?question=${draft.place}` : hereOf(event));
	},
	/** Everything so far, by itself after every answer. */
	save: async (event) => {
		const data = await event.request.formData();
		const version = Number(data.get('version'));
		const saveId = String(data.get('saveId'));
		const read = parseJson(String(data.get('draft')), maxAnswersLength);
		if (!read.ok || !Number.isSafeInteger(version) || !isUuid(saveId)) {
			return fail(422, { reason: 'refused' as const });
		}
		try {
			const saved = await trySave(event, { version, saveId, draft: read.value });
			return saved === 'conflict' ? fail(409, { reason: 'conflict' as const }) : { version: saved };
		} catch (error) {
			if (!(error instanceof Problem)) throw error;
			if (error.code === 'already-answered') return fail(410, { reason: 'closed' as const });
			if (error.code !== 'answers-refused' && error.code !== 'answers-too-large') throw error;
			return fail(422, { reason: 'refused' as const });
		}
	},
	send: async (event) => {
		const data = await event.request.formData();
		const { administrationId } = event.params;
		const standing = await openStanding(event);
		const input = {
			administrationId,
			version: Number(data.get('version')),
			submissionId: String(data.get('submissionId')),
			effort: readEffort(
				{ kind: 'interview', instrumentId: null },
				{ seconds: data.get('effortSeconds'), keystrokes: data.get('effortKeystrokes') }
			)
		};
		try {
			const responseId = await run(event.locals.context, submitInterview, input);
			redirect(303, responseAddress(standing.caseId, responseId));
		} catch (error) {
			if (error instanceof Problem && error.code === 'changed-meanwhile')
				return fail(409, { conflict: true });
			throw error;
		}
	},
	breakOff: async (event) => {
		await openStanding(event);
		const { administrationId, caseId } = event.params;
		await run(event.locals.context, breakOffInterview, { administrationId });
		redirect(303, `/cases/${caseId}?saved=interview-ended`);
	},
	/** Locks this session to the questions, and leads to them in the client's language. */
	handOver: async (event) => {
		const standing = await openStanding(event);
		const { administrationId, draft } = standing;
		const handed = await handOver(event, { administrationId, language: draft.language });
		return handed ?? fail(409, { isNotHanded: true });
	},
	/** Which keys do what is this computer's: keyboards differ, and it says nothing about anybody. */
	keys: async (event) => {
		const data = await event.request.formData();
		const form = data.has('standard') ? ({ ok: true, value: standardKeys } as const) : readKeysForm(data);
		if (!form.ok) return fail(422, { keys: form.problem });
		setKeys(event, form.value);
		redirect(303, `${hereOf(event)}?keys`);
	}
};

/** The interview while it goes on; one that has been sent or broken off leads to where it ended. */
async function openStanding({
	locals,
	params
}: Pick<RequestEvent, 'locals' | 'params'>): Promise<StandingInterview> {
	const { caseId, administrationId } = params;
	const standing = await fetch(locals.context, openInterview, { caseId, administrationId });
	if (standing.responseId !== null) redirect(303, responseAddress(caseId, standing.responseId));
	if (standing.state !== 'started') redirect(303, `/cases/${caseId}`);
	return standing;
}

/** The version that now holds, or that it has been saved from elsewhere. */
async function trySave(
	{ locals, params }: Pick<RequestEvent, 'locals' | 'params'>,
	input: { readonly version: number; readonly saveId: string; readonly draft: unknown }
): Promise<number | 'conflict'> {
	const { administrationId } = params;
	try {
		return await run(locals.context, saveInterview, { administrationId, ...input });
	} catch (error) {
		if (error instanceof Problem && error.code === 'changed-meanwhile') return 'conflict';
		throw error;
	}
}

const hereOf = ({ params }: Pick<RequestEvent, 'params'>): string =>
	`/cases/${params.caseId}/interviews/${params.administrationId}`;

const responseAddress = (caseId: string, responseId: string): string =>
	`/cases/${caseId}/responses/${responseId}/result`;

function setKeys({ cookies, url }: RequestEvent, settings: KeySettings): void {
	cookies.set(keysCookie, writeKeySettings(settings), {
		path: '/cases',
		httpOnly: true,
		sameSite: 'strict',
		secure: url.protocol === 'https:',
		maxAge: 400 * 86_400
	});
}
