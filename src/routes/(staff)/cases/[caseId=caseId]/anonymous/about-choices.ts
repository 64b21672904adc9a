/** Whom an anonymous answer can be about: the providers of the surveys that are open. */
import type { ProviderId, SurveyId } from '#lib/shared/ids.ts';
import type { SurveyToHandOut } from '#lib/surveys/server/reads/surveys-to-hand-out.ts';

export interface About {
	readonly value: string;
	readonly label: string;
	readonly hint: string;
	readonly surveyId: SurveyId;
	readonly providerId: ProviderId;
}

/** One choice for each survey and provider; only those that the case has help from, where there are any. */
export function listAbout(
	surveys: readonly SurveyToHandOut[],
	ofCase: ReadonlySet<ProviderId>
): readonly About[] {
	const all = surveys.flatMap(({ id, title, providers }) =>
		providers.map(({ providerId, name }) => ({
			value: `${id} ${providerId}`,
			label: name,
			hint: title,
			surveyId: id,
			providerId
		}))
	);
	const own = all.filter(({ providerId }) => ofCase.has(providerId));
	return own.length > 0 ? own : all;
}
