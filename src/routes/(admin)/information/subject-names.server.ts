/** What a text is about, by the name that staff know it by. */
import { listPlans } from '#lib/plans/server/reads/list-plans.ts';
import { m } from '#lib/paraglide/messages.js';
import { Problem } from '#lib/shared/problem.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { splitSubject, type InformationSubject } from '#lib/surveys/information-subject.ts';
import { listSurveys } from '#lib/surveys/server/reads/list-surveys.ts';
import { subjectTitle } from './words.ts';

export interface NamedSubject {
	readonly subject: InformationSubject;
	/** The general text's name, or the plan's or survey's own. */
	readonly title: string;
	/** "Uppföljningsplan" or "Undersökning"; null for a general text. */
	readonly kind: string | null;
	/** The page of the plan or survey; null for a general text. */
	readonly ownerHref: string | null;
}

/** What names any subject of the board's; the Problem that it has no such plan or survey. */
export async function subjectNamer(context: Context): Promise<(subject: InformationSubject) => NamedSubject> {
	const plans = await fetch(context, listPlans, {});
	const surveys = await fetch(context, listSurveys, {});
	return (subject) => {
		const { general, planId, surveyId } = splitSubject(subject);
		if (planId) {
			const title = plans.find(({ id }) => id === planId)?.versions[0]?.plan.name;
			if (title === undefined) throw new Problem('not-found');
			return { subject, title, kind: m.information_kind_plan(), ownerHref: `/plans/${planId}` };
		}
		if (surveyId) {
			const title = surveys.find(({ id }) => id === surveyId)?.title;
			if (title === undefined) throw new Problem('not-found');
			return { subject, title, kind: m.information_kind_survey(), ownerHref: `/surveys/${surveyId}` };
		}
		return { subject, title: subjectTitle(general), kind: null, ownerHref: null };
	};
}

/** The way to the page of a text: by the plan or survey that it belongs to, or by the list of texts. */
export function wayToSubject({ title, ownerHref }: NamedSubject) {
	return ownerHref === null
		? [{ href: '/information', label: m.information_title() }]
		: [{ href: ownerHref, label: title }];
}
