/** From what is open to what the day's page shows: one row for each thing to do, days of a daily one together. */
import type { Standing } from '#lib/plans/assess-occasion.ts';
import { assessOccasion } from '#lib/plans/assess-occasion.ts';
import type { Today } from '#lib/plans/server/reads/today.ts';
import { m } from '#lib/paraglide/messages.js';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { respondentLabel } from '../../labels.ts';

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
	readonly action: { readonly href: string; readonly label: string };
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
export function toTodayLists({ occasions, versions }: Today, input: Input): TodayLists {
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
			return last ? [toItem(key, last, days.length, standing, wordsOf(last))] : [];
		});
	};
	return { overdue: list('overdue'), due: list('due'), coming: list('coming') };
}

function toItem(
	key: string,
	occasion: Open,
	days: number,
	standing: Standing,
	words: { readonly name: string; readonly what: string }
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
		action: mayAct ? nextStep(occasion, caseHref) : { href: `${caseHref}#plan`, label: m.today_open() }
	};
}

/** What staff answer themselves is filled in at once; what somebody else does goes by link, or is done elsewhere. */
function nextStep({ id, instrumentId, respondent }: Open, caseHref: string): TodayItem['action'] {
	if (instrumentId === null) return { href: `${caseHref}#plan`, label: m.today_record() };
	const query = `instrument=${instrumentId}&occasion=${id}`;
	return respondent === 'staff'
		? { href: `${caseHref}/paper?${query}`, label: m.today_fill_in() }
		: { href: `${caseHref}/send?${query}`, label: m.today_send() };
}

function whenWords({ opensOn, closesOn }: Open, standing: Standing): string {
	if (standing === 'overdue') return m.today_item_was({ date: closesOn });
	return standing === 'coming'
		? m.today_item_from({ date: opensOn })
		: m.today_item_until({ date: closesOn });
}
