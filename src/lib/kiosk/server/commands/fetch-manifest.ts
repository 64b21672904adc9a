import { findPairedKiosk, noteSeen, reviseContent } from '../queries.ts';
import { listManifestSurveys } from '../manifest-survey.ts';
import { pinIterations } from '../pin.ts';
import { getSigningKeys, hashContent, signManifest } from '../signing-keys.ts';
import { validDays, type KioskManifest, type ManifestContent } from '../../kiosk-manifest.ts';
import type { SignedManifest } from '../../signed-manifest.ts';
import { addDays } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';
import { hashToken } from '#lib/shared/server/hash-token.ts';
import { listSurveyLinks } from '#lib/surveys/server/queries.ts';

export interface FetchedManifest {
	readonly manifest: KioskManifest;
	readonly signed: SignedManifest;
	/** What it is verified with, for a tablet that was paired before anything was signed. */
	readonly verifyKey: string;
}

/**
 * What a tablet is to ask, complete enough to go on without a network, signed for it. Notes the day it was heard of. Refuses a
 * tablet that is not paired (`kiosk-unknown`). A survey whose instrument may not be given electronically is left out.
 */
export const fetchManifest = command({
	name: 'fetchManifest',
	permission: 'response:submit',
	// Nothing of a person is in it, and a line for each time it is asked for would say when the tablet was in use.
	audit: 'in-statement',
	subject: null,
	async run(work, { token, boardName }: { token: string; boardName: string }): Promise<FetchedManifest> {
		const kiosk = await findPairedKiosk(work, hashToken(token));
		if (!kiosk) throw new Problem('kiosk-unknown');
		await noteSeen(work, kiosk.id, work.today);
		const { verifyKey, signingKey } = await getSigningKeys(work, kiosk);
		const links = await listSurveyLinks(work, [...kiosk.linkIds].sort());
		const unclosed = links.filter(({ closesOn }) => closesOn >= work.today);
		const content: ManifestContent = {
			kioskId: kiosk.id,
			kioskName: kiosk.name,
			boardName,
			publicKey: kiosk.publicKey,
			pin: { salt: kiosk.pinSalt, hash: kiosk.pinHash, iterations: pinIterations },
			surveys: await listManifestSurveys(work, unclosed)
		};
		const revision = await reviseContent(work, kiosk.id, hashContent(content));
		const validUntil = addDays(work.today, validDays);
		const manifest: KioskManifest = { ...content, issuedOn: work.today, revision, validUntil };
		return { manifest, signed: signManifest(manifest, signingKey), verifyKey };
	}
});
