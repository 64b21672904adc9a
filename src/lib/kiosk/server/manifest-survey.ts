import type { ManifestSurvey } from '../kiosk-manifest.ts';
import { hasQuickExit } from '#lib/instruments/quick-exit.ts';
import { findPictureSet } from '#lib/pictures/server/queries.ts';
import { getSittingFor } from '#lib/instruments/server/permits/queries.ts';
import { Problem } from '#lib/shared/problem.ts';
import type { Work } from '#lib/shared/server/work.ts';
import { findPublished } from '#lib/surveys/server/information/queries.ts';
import type { SharedLinkRow } from '#lib/surveys/server/queries.ts';

/** What a tablet needs to ask the questions. Those whose instrument may not be given electronically are left out. */
export async function listManifestSurveys(
	work: Work,
	links: readonly SharedLinkRow[]
): Promise<readonly ManifestSurvey[]> {
	const surveys: ManifestSurvey[] = [];
	for (const link of links) {
		const survey = await toManifestSurvey(work, link);
		if (survey) surveys.push(survey);
	}
	return surveys;
}

async function toManifestSurvey(work: Work, link: SharedLinkRow): Promise<ManifestSurvey | null> {
	const { linkId, surveyTitle: title, providerName, opensOn, closesOn, informationId } = link;
	const sitting = await getSittingFor(work, 'kiosk', link.instruments).catch((problem: unknown) => {
		if (problem instanceof Problem) return null;
		throw problem;
	});
	if (!sitting) return null;
	const { joined: instrument } = sitting;
	const published = informationId === null ? null : await findPublished(work, informationId);
	const information = published && {
		content: published.content,
		version: published.version,
		publishedOn: published.publishedOn
	};
	const pictures = await findPictureSet(
		work,
		link.instruments.map(({ id }) => id)
	);
	const about = { linkId, title, providerName, opensOn, closesOn };
	return {
		...about,
		instrument,
		pictures,
		information,
		hasQuickExit: hasQuickExit(instrument, link.quickExit)
	};
}
