import { fail, redirect } from '@sveltejs/kit';
import { readEffort } from '#lib/cases/effort.ts';
import { caseOverview } from '#lib/cases/server/reads/case-overview.ts';
import type { Administration } from '#lib/collection/administration.ts';
import { listPaperGaps } from '#lib/collection/paper-gaps.ts';
import { compareEntries } from '#lib/collection/double-entry.ts';
import { hasOtherThanExperience, listExperienceQuestions } from '#lib/collection/experience.ts';
import { listPaperRows, readPaperEntry, type PaperRow } from '#lib/collection/paper.ts';
import { enterFromPaper } from '#lib/collection/server/commands/enter-from-paper.ts';
import { listAdministrations } from '#lib/collection/server/reads/list-administrations.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import { mayAdminister } from '#lib/instruments/rights.ts';
import { findInstrument, listInstruments } from '#lib/instruments/server/catalogue.ts';
import { listPermits } from '#lib/instruments/server/permits/list-permits.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { m } from '#lib/paraglide/messages.js';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { run } from '#lib/shared/server/command.ts';
import { parseForm, readFields } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { helpChoices, occasionChoices, respondentChoices } from '../../../../choices.ts';
import { toInstrumentChoices } from '../instrument-choices.ts';
import { suggestOccasion } from '../next-occasion.ts';
import { findPlanned, tryNotTooSoon, type PlannedHere } from '../planned-occasion.server.ts';
import { wayToCase } from '../way-to-case.ts';
import { paperFormSchema } from './paper-form.ts';
import { firstFieldName, readStage, type PaperStage, type RefusedPaper } from './paper-stage.ts';
import { fieldNameOf, paperErrors, toPaperRowViews } from './paper-view.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { context, locale } = locals;
	const { caseId } = params;
	const overview = await fetch(context, caseOverview, { caseId });
	const here = `/cases/${caseId}`;
	const planned = await findPlanned(context, caseId, url);
	if (overview.case.closedOn !== null && !planned) redirect(303, here);
	const administrations = await fetch(context, listAdministrations, { caseId });
	const instrument = await findWorded(locals, url.searchParams.get('instrument'));
	return {
		caseHref: here,
		way: wayToCase(overview.case),
		choices: toInstrumentChoices({
			instruments: listInstruments(context.catalogue),
			permits: [],
			mode: 'paper',
			usedIds: new Set(administrations.map(({ instrumentId }) => instrumentId)),
			here: `${here}/paper`,
			language: locale
		}),
		chosen: instrument && {
			...describeForm(instrument, locale, planned),
			planned: planned?.label ?? null,
			suggested: planned?.phase ?? suggestOccasion(administrations.filter(isAnswered), instrument.id),
			today: toLocalDate(context.now())
		}
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request, url }) => {
		const { context } = locals;
		const instrument = await findWorded(locals, url.searchParams.get('instrument'));
		if (!instrument) throw new Problem('not-found');
		const data = await request.formData();
		const values = readFields(data);
		const planned = await findPlanned(context, params.caseId, url);
		const respondents = planned ? [planned.respondent] : instrument.respondents;
		const about = parseForm(paperFormSchema({ respondents }, toLocalDate(context.now())), data);
		const checked = checkEntry(instrument, values);
		const stage = readStage(values);
		const { hasGaps } = checked;
		if (!about.ok || checked.errors !== null) {
			const errors = { ...(about.ok ? {} : about.problem.errors), ...checked.errors };
			return fail(422, { values, errors, hasGaps, stage } satisfies RefusedPaper);
		}
		const asked = askAgain(listPaperRows(instrument), values, stage);
		if (asked) return asked.stage === 'second' ? asked : fail(422, asked);
		const entered = await tryNotTooSoon(
			run(context, enterFromPaper, {
				caseId: params.caseId,
				instrumentId: instrument.id,
				answers: checked.answers,
				...about.value,
				occasionId: planned?.id ?? null,
				effort: readEffort(
					{ kind: 'paper', instrumentId: instrument.id },
					{ seconds: values['effortSeconds'], keystrokes: values['effortKeystrokes'] }
				)
			})
		);
		if (!entered.ok) {
			const errors = { answeredOn: entered.problem };
			return fail(422, { values, errors, hasGaps, stage } satisfies RefusedPaper);
		}
		redirect(303, `/cases/${params.caseId}/responses/${entered.value}/result?saved=response`);
	}
};

/** What is on paper may well be the answer to a link that still waits. */
const isAnswered = ({ state }: Administration): boolean => state === 'answered';

/** The instrument with the board's own wording where it has any; on paper no permit is needed. */
async function findWorded({ context }: App.Locals, id: string | null): Promise<Instrument | null> {
	const instrument = id === null ? null : findInstrument(context.catalogue, id);
	if (!instrument) return null;
	const permits = await fetch(context, listPermits, {});
	const given = mayAdminister(instrument, 'paper', permits);
	return given.ok ? given.value : null;
}

function describeForm(instrument: Instrument, language: 'sv' | 'en', planned: PlannedHere | null) {
	const rows = listPaperRows(instrument);
	return {
		id: instrument.id,
		title: textIn(instrument.shortTitle, language) ?? instrument.id,
		rows,
		rowViews: toPaperRowViews(rows, instrument.respondents.includes('staff'), language),
		questionnaire: instrument.questionnaire,
		hasExperience: listExperienceQuestions(instrument).size > 0,
		printHref: `/forms/${instrument.id}`,
		hasText: rows.some(({ label }) => label !== null),
		notices: instrument.rights.notices.map((notice) => textIn(notice, language) ?? ''),
		occasions: occasionChoices().filter(({ value }) => !planned || value === planned.phase),
		respondents: respondentChoices(planned ? [planned.respondent] : instrument.respondents),
		helps: helpChoices()
	};
}

/** The form again, for the second time or to settle what differs between the two; null when it is to be stored. */
function askAgain(
	rows: readonly PaperRow[],
	values: Readonly<Record<string, string>>,
	stage: PaperStage
): RefusedPaper | null {
	if (stage === 'once' && values['twice'] === 'yes') {
		const first = rows.map((row) => [firstFieldName(row), values[fieldNameOf(row)] ?? ''] as const);
		const kept = Object.entries(values).filter(([name]) => !name.startsWith('item.'));
		const again = Object.fromEntries([...kept, ...first]);
		return { values: again, errors: {}, hasGaps: false, stage: 'second' };
	}
	if (stage !== 'second') return null;
	const typed = (nameOf: (row: PaperRow) => string) =>
		Object.fromEntries(rows.map((row) => [row.name, values[nameOf(row)] ?? '']));
	const [first, second] = [typed(firstFieldName), typed(fieldNameOf)];
	const differing = new Set(compareEntries(rows, first, second));
	if (differing.size === 0) return null;
	const wrong = rows.filter(({ name }) => differing.has(name));
	return {
		// What differs is written anew from the paper: neither of the two is right until then.
		values: { ...values, ...Object.fromEntries(wrong.map((row) => [fieldNameOf(row), ''])) },
		errors: Object.fromEntries(
			wrong.map((row) => [
				fieldNameOf(row),
				m.paper_differs({
					number: row.number,
					first: first[row.name] || m.paper_differs_empty(),
					second: second[row.name] || m.paper_differs_empty()
				})
			])
		),
		hasGaps: false,
		stage: 'settle'
	};
}

/** Reads what was typed. Empty rows must be said to be empty on the paper too: `emptyConfirmed`. */
function checkEntry(instrument: Instrument, values: Readonly<Record<string, string>>) {
	const rows = listPaperRows(instrument);
	const typed = Object.fromEntries(rows.map((row) => [row.name, values[fieldNameOf(row)] ?? '']));
	const entry = readPaperEntry(rows, typed);
	const errors = paperErrors(rows, typed, entry);
	const isByStaff = values['help'] === 'staff';
	const leftOut = isByStaff ? listExperienceQuestions(instrument) : new Set<string>();
	if (isByStaff && !hasOtherThanExperience(instrument)) {
		return { answers: {}, errors: { help: m.paper_experience_only() }, hasGaps: false };
	}
	for (const row of rows) {
		if (!leftOut.has(row.question) || entry.answers[row.question] === undefined) continue;
		errors[fieldNameOf(row)] = m.paper_experience_answered({ number: row.number });
	}
	const gaps = listPaperGaps(instrument.questionnaire, rows, entry).filter(
		({ question }) => !leftOut.has(question)
	);
	const [first] = rows;
	if (first && Object.keys(entry.answers).length === 0 && Object.keys(errors).length === 0) {
		return { answers: {}, errors: { [fieldNameOf(first)]: m.staff_paper_all_empty() }, hasGaps: false };
	}
	if (gaps.length > 0 && values.emptyConfirmed !== 'yes') {
		errors.emptyConfirmed = m.staff_paper_empty_problem({
			numbers: gaps.map(({ number }) => number).join(', ')
		});
	}
	const hasErrors = Object.keys(errors).length > 0;
	return { answers: entry.answers, errors: hasErrors ? errors : null, hasGaps: gaps.length > 0 };
}
