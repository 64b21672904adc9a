import { findCertificate } from '../queries.ts';
import type { Certificate } from '../../certificate.ts';
import { findNames } from '#lib/access/server/colleagues/queries.ts';
import type { CertificateId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { read } from '#lib/shared/server/read.ts';

export interface CertificateInput {
	readonly certificateId: CertificateId;
}

type NamedCertificate = Certificate & { readonly approvedByName: string };

/** One certificate with the name of whoever decided. Refuses one that does not exist (`not-found`). */
export const retentionCertificate = read({
	name: 'retentionCertificate',
	permission: 'retention:decide',
	audit: 'always',
	subject: (_input: CertificateInput, { proposalId }: NamedCertificate) => ({
		type: 'retention-proposal',
		id: proposalId
	}),
	async run(work, { certificateId }: CertificateInput): Promise<NamedCertificate> {
		const certificate = await findCertificate(work, certificateId);
		if (!certificate) throw new Problem('not-found');
		const { by } = certificate.approved;
		const names = await findNames(work.tx, [by]);
		return { ...certificate, approvedByName: names.get(by) ?? by };
	}
});
