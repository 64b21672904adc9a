/** What a link opens: one person's administration in a case, or a survey that knows nobody. */
import type { AdministrationId, InformationId, ProviderId, SurveyId } from '#lib/shared/ids.ts';
import type { LanguageTag } from '#lib/instruments/questionnaire.ts';
import type { AskedInstrument } from '#lib/instruments/sitting.ts';
import type { QuickExit } from '#lib/instruments/quick-exit.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { Draft } from './administration.ts';

interface LinkTargetBase {
	/** One, or several that are answered in one sitting, in order. */
	readonly instruments: readonly AskedInstrument[];
	/** Who asks. */
	readonly boardName: string;
	/** Whether the pages can be left in a hurry; what is asked about decides where no survey does. */
	readonly quickExit: QuickExit;
	/** What the person is told about how answers are handled; null where the board had said nothing yet. */
	readonly informationId: InformationId | null;
}

export interface CaseLinkTarget extends LinkTargetBase {
	readonly kind: 'case';
	readonly administrationId: AdministrationId;
	readonly state: 'sent' | 'started';
	/** What has been answered so far; null until something has. */
	readonly draft: Draft | null;
	/** The last day the link works. */
	readonly expiresOn: LocalDate;
	/** Set where the link is a part of a confidential survey. */
	readonly survey: { readonly providerName: string; readonly languages: readonly LanguageTag[] } | null;
	readonly resumable: true;
}

export interface SurveyLinkTarget extends LinkTargetBase {
	readonly kind: 'survey';
	readonly surveyId: SurveyId;
	/** The survey is being tried before it is published: nothing that is answered is kept. */
	readonly isTrial: boolean;
	/** A confidential one is only ever tried by such a link: those who are asked have their own. */
	readonly isConfidential: boolean;
	/** Those that the questions are offered in. */
	readonly languages: readonly LanguageTag[];
	readonly providerId: ProviderId;
	readonly providerName: string;
	readonly surveyTitle: string;
	/** The last day the survey is open. */
	readonly closesOn: LocalDate;
	/** Nothing is kept before it is sent: a draft would be a trace of somebody. */
	readonly resumable: false;
}

export type LinkTarget = CaseLinkTarget | SurveyLinkTarget;
