/** A survey round (brukarundersökning) whose answers belong to no person. First version: open anonymous only. */
import type { InformationId, ProviderId, SurveyId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';

/** Purpose codes of 6 § lag (2001:454); research and statistics are another law and not offered. */
export const purposes = ['follow-up', 'anonymous-survey'] as const;
export type Purpose = (typeof purposes)[number];

export interface Survey {
	readonly id: SurveyId;
	readonly title: string;
	readonly purpose: Purpose;
	/** 'open-anonymous': shared link, no person, no time finer than a quarter, nothing counted per answer. */
	readonly anonymity: 'open-anonymous';
	readonly instrumentId: string;
	readonly instrumentVersion: string;
	readonly opensOn: LocalDate;
	readonly closesOn: LocalDate;
	/** What everybody who answers is told; null on a survey that was opened before there were such texts. */
	readonly informationId: InformationId | null;
	readonly providers: readonly { readonly providerId: ProviderId; readonly name: string }[];
}
