/** Gallringsbevis: what was erased, under which rule and by whose decision. Counts only; it says nothing about whom. */
import type { CertificateId, RetentionProposalId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';

export interface Certificate {
	readonly id: CertificateId;
	readonly proposalId: RetentionProposalId;
	readonly executedOn: LocalDate;
	readonly approved: { readonly by: string; readonly on: LocalDate };
	readonly ruleId: string;
	/** The law, and the archive plan where that decided. */
	readonly law: string;
	readonly years: number;
	readonly persons: number;
	readonly skipped: number;
	/** Rows by table. */
	readonly counts: Readonly<Record<string, number>>;
	/** The day the tables' files were cleared of what was erased; null while that is left to do. */
	readonly sweptOn: LocalDate | null;
}
