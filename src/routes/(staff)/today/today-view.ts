/** From what is open to what the day's page shows: one row for each thing to do, days of a daily one together. */
import type { Standing } from '#lib/plans/assess-occasion.ts';
import { assessOccasion } from '#lib/plans/assess-occasion.ts';
import type { OpenInterview } from '#lib/collection/server/interview/queries.ts';
import type { Today } from '#lib/plans/server/reads/today.ts';
import { m } from '#lib/paraglide/messages.js';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { respondentLabel } from '../../labels.ts';

interface Way {
	readonly href: string;
	readonly label: string;
}

export interface TodayItem {
	readonly key: string;
	readonly caseLabel: string;
	readonly caseHref: string;
	/** "AUDIT, klienten". */
	readonly what: string;
	/** "Vid start". */
	readonly occasion: string;
	readonly when: string;
	/** Said instead of a way on: a link is out. */
	readonly waits: string | null;
	readonly action: Way;
	/** Another way to the same; null where there is one only. */
	readonly also: Way | null;
}

interface Input {
	readonly today: LocalDate;
	readonly nameOf: (instrumentId: string) => string;
}

export interface TodayLists {
	readonly overdue: readonly TodayItem[];
	readonly due: readonly TodayItem[];
	readonly coming: readonly TodayItem[];
}

type Open = Today['occasions'][number];

/** The open occasions as rows, by how they stand. */
export function toTodayLists({ occasions, versions, interviews }: Today, input: Input): TodayLists {
	const standingOf = (occasion: Open): Standing =>
		assessOccasion(
			{ days: { ...occasion, dueOn: occasion.closesOn }, outcome: { state: 'planned' } },
			input.today
		);
	const wordsOf = (occasion: Open) => {
		const plan = versions.find(
			({ planId, version }) => planId === occasion.planId && version === occasion.planVersion
		)?.plan;
		const rule = plan?.occasions.find(({ key }) => key === occasion.rule);
		const measure = plan?.lines.find(({ key }) => key === occasion.line)?.measure;
		const what =
			occasion.instrumentId !== null
				? input.nameOf(occasion.instrumentId)
				: measure?.kind === 'outside'
					? measure.name
					: m.plans_line_goals();
		return { isDaily: rule?.timing.kind === 'daily', name: rule?.name ?? occasion.rule, what };
	};
	const list = (standing: Standing): TodayItem[] => {
		const rows = occasions.filter((occasion) => standingOf(occasion) === standing);
		const grouped = Map.groupBy(rows, (occasion) =>
			wordsOf(occasion).isDaily ? `${occasion.caseId} ${occasion.line} ${occasion.rule}` : occasion.id
		);
		return [...grouped].flatMap(([key, days]) => {
			const last = days.at(-1);
			const interview = interviews.find(({ occasionId }) => occasionId === last?.id);
			return last ? [toItem(key, last, days.length, standing, { ...wordsOf(last), interview })] : [];
		});
	};
	return { overdue: list('overdue'), due: list('due'), coming: list('coming') };
}

function toItem(
	key: string,
	occasion: Open,
	days: number,
	standing: Standing,
	words: { readonly name: string; readonly what: string; readonly interview: OpenInterview | undefined }
): TodayItem {
	const { caseId, caseNumber, respondent, isSent } = occasion;
	const caseHref = `/cases/${caseId}`;
	const mayAct = standing !== 'coming' && !isSent;
	return {
		key,
		caseLabel: m.today_case({ caseNumber }),
		caseHref,
		what: `${words.what}, ${respondentLabel(respondent).toLocaleLowerCase('sv')}`,
		occasion: words.name,
		when: days > 1 ? m.today_item_days({ count: days }) : whenWords(occasion, standing),
		waits: isSent ? m.today_sent() : null,
		...(words.interview
			? { action: continueInterview(words.interview), also: null }
			: mayAct
				? nextSteps(occasion, caseHref)
				: { action: { href: `${caseHref}#plan`, label: m.today_open() }, also: null })
	};
}

/** What staff answer themselves is filled in at once; what somebody else does is asked or goes by link, or is done elsewhere. */
function nextSteps(
	{ id, instrumentId, respondent }: Open,
	caseHref: string
): Pick<TodayItem, 'action' | 'also'> {
	if (instrumentId === null) {
		return { action: { href: `${caseHref}#plan`, label: m.today_record() }, also: null };
	}
	const query = `instrument=${instrumentId}&occasion=${id}`;
	if (respondent === 'staff') {
		return { action: { href: `${caseHref}/paper?${query}`, label: m.today_fill_in() }, also: null };
	}
	return {
		action: { href: `${caseHref}/interviews/new?${query}`, label: m.interview_open() },
		also: { href: `${caseHref}/send?${query}`, label: m.today_send() }
	};
}

const continueInterview = ({ caseId, administrationId }: OpenInterview): Way => ({
	href: `/cases/${caseId}/interviews/${administrationId}`,
	label: m.interview_continue()
});

/** Interviews that have begun and belong to no occasion in the lists, so that nothing that is under way is out of sight. */
export function toInterviewItems({ interviews, occasions }: Today, { nameOf }: Input): TodayItem[] {
	const listed = new Set(occasions.map(({ id }) => id));
	return interviews
		.filter(({ occasionId }) => occasionId === null || !listed.has(occasionId))
		.map((interview) => ({
			key: interview.administrationId,
			caseLabel: m.today_case({ caseNumber: interview.caseNumber }),
			caseHref: `/cases/${interview.caseId}`,
			what: `${nameOf(interview.instrumentId)}, ${respondentLabel(interview.respondent).toLocaleLowerCase('sv')}`,
			occasion: m.interview_open(),
			when: m.interview_today_since({ date: interview.createdOn }),
			waits: null,
			action: continueInterview(interview),
			also: null
		}));
}

function whenWords({ opensOn, closesOn }: Open, standing: Standing): string {
	if (standing === 'overdue') return m.today_item_was({ date: closesOn });
	return standing === 'coming'
		? m.today_item_from({ date: opensOn })
		: m.today_item_until({ date: closesOn });
}
