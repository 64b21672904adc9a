/** A client's case with its interventions. Times are days; nothing here is tied to a database. */
import type { CaseId, ClientId, InterventionId, ProviderId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';

export interface Client {
	readonly id: ClientId;
	/** Id from the case system or the municipality's own; no personal identity number is needed. */
	readonly clientNumber: string;
	readonly sex: 'female' | 'male' | null;
	readonly birthYear: number | null;
}

export interface Case {
	readonly id: CaseId;
	readonly client: Client;
	readonly caseNumber: string;
	/** What the case is about (problematik), in the staff's words; null when not said. */
	readonly concern: string | null;
	readonly openedOn: LocalDate;
	readonly closedOn: LocalDate | null;
}

export interface Intervention {
	readonly id: InterventionId;
	readonly caseId: CaseId;
	readonly providerId: ProviderId;
	readonly name: string;
	readonly decidedOn: LocalDate | null;
	readonly startedOn: LocalDate | null;
	readonly endedOn: LocalDate | null;
}

/** Who carries out interventions (utförare). */
export interface Provider {
	readonly id: ProviderId;
	readonly name: string;
}

/** When something is measured in relation to an intervention (mättillfälle). */
export const occasions = ['before', 'during', 'after', 'follow-up'] as const;
export type Occasion = (typeof occasions)[number];
