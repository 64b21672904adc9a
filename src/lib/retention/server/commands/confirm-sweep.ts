import { updateCertificatesAsSwept } from '../queries.ts';
import type { CertificateId } from '#lib/shared/ids.ts';
import { command } from '#lib/shared/server/command.ts';

export interface ConfirmSweepInput {
	readonly certificateIds: readonly CertificateId[];
}

/** Writes on the certificates that the files have been cleared of what was erased. */
export const confirmSweep = command({
	name: 'confirmSweep',
	permission: 'retention:decide',
	audit: 'always',
	subject: ({ certificateIds }: ConfirmSweepInput) => ({
		type: 'retention-proposal',
		id: null,
		reason: String(certificateIds.length)
	}),
	async run(work, { certificateIds }: ConfirmSweepInput): Promise<void> {
		await updateCertificatesAsSwept(work, certificateIds, work.today);
	}
});
