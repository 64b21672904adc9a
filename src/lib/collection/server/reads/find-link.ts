import { findLinkRow, listAsked } from '../link/queries.ts';
import { decideLink } from '../../decide-link.ts';
import type { LinkTarget } from '../../link-target.ts';
import { Problem } from '#lib/shared/problem.ts';
import { hashToken } from '#lib/shared/server/hash-token.ts';
import { read } from '#lib/shared/server/read.ts';
import { countByLink, findSurveyLink } from '#lib/surveys/server/queries.ts';
import { limitOf } from '#lib/surveys/link-limit.ts';
import { isSurveyOpen } from '#lib/surveys/is-survey-open.ts';

export interface FindLinkInput {
	readonly token: string;
	/** Whoever goes on has begun; whether a shared link takes more is then seen when the answer is sent. */
	readonly stage?: 'begin' | 'go-on';
}

/**
 * What a link opens today. Refuses one that nobody made (`link-unknown`), that is no longer open (`link-expired`,
 * `link-withdrawn`, `already-answered`) and a survey outside its days (`survey-not-open`)
 * or whose shared link takes no more (`survey-full`).
 */
export const findLink = read({
	name: 'findLink',
	permission: 'response:submit',
	// The holder's own answers: nobody else is shown anything.
	audit: 'none',
	subject: null,
	async run(work, { token, stage = 'begin' }: FindLinkInput): Promise<LinkTarget> {
		const tokenHash = hashToken(token);
		const link = await findLinkRow(work, tokenHash);
		if (link) {
			const open = decideLink(link, work.today);
			// The thanks after a confidential survey go on saying that it was one.
			const about = link.surveyProvider;
			if (!open.ok) throw new Problem(open.problem, about === null ? {} : { confidentialAbout: about });
			const { administrationId, expiresOn, boardName, informationId, surveyLanguages: languages } = link;
			const { draftAnswers: answers, draftPage: page, draftLanguage: language } = link;
			const draft = answers && language ? { answers, page, language } : null;
			const state = draft ? 'started' : 'sent';
			return {
				kind: 'case',
				administrationId,
				instruments: listAsked(link),
				state,
				draft,
				expiresOn,
				boardName,
				informationId,
				quickExit: link.surveyQuickExit ?? 'by-subject',
				survey: about !== null && languages ? { providerName: about, languages } : null,
				resumable: true
			};
		}
		const survey = await findSurveyLink(work, tokenHash);
		if (!survey) throw new Problem('link-unknown');
		const { door } = survey;
		if (door !== 'trial' && !isSurveyOpen(survey, work.today)) throw new Problem('survey-not-open');
		if (survey.isUsed) throw new Problem('already-answered');
		if (door === 'shared' && stage === 'begin' && (await countByLink(work, survey)) >= limitOf(survey)) {
			throw new Problem('survey-full');
		}
		const { surveyId, providerId, providerName, languages, surveyTitle, instruments, closesOn } = survey;
		const { boardName, informationId } = survey;
		return {
			kind: 'survey',
			isTrial: door === 'trial',
			isConfidential: survey.mode === 'confidential',
			surveyId,
			providerId,
			providerName,
			surveyTitle,
			languages,
			instruments,
			closesOn,
			boardName,
			informationId,
			quickExit: survey.quickExit,
			resumable: false
		};
	}
});
