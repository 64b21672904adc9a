import type { ManifestSurvey } from '../../kiosk-manifest.ts';
import { listManifestSurveys } from '../manifest-survey.ts';
import type { SurveyId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { read } from '#lib/shared/server/read.ts';
import { listSharedLinksOf } from '#lib/surveys/server/queries.ts';

export interface KioskPreview {
	readonly boardName: string;
	/** One for each provider: the tablet asks which. */
	readonly surveys: readonly ManifestSurvey[];
}

/**
 * What a tablet would ask of a survey, published or not, for whoever makes it. Refuses one that no tablet can have
 * (`not-found`) and an instrument that may not be given on one (`instrument-unavailable`).
 */
export const previewOnKiosk = read({
	name: 'previewOnKiosk',
	permission: 'survey:write',
	audit: 'none',
	subject: null,
	async run(work, { surveyId }: { readonly surveyId: SurveyId }): Promise<KioskPreview> {
		const links = await listSharedLinksOf(work, surveyId);
		const [first] = links;
		if (first?.mode !== 'open-anonymous') throw new Problem('not-found');
		const surveys = await listManifestSurveys(work, links);
		if (surveys.length === 0) throw new Problem('instrument-unavailable');
		return { boardName: first.boardName, surveys };
	}
});
