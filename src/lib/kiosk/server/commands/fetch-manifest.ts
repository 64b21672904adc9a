import { findPairedKiosk, noteSeen } from '../queries.ts';
import { listManifestSurveys } from '../manifest-survey.ts';
import { pinIterations } from '../pin.ts';
import { validDays, type KioskManifest } from '../../kiosk-manifest.ts';
import { addDays } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';
import { hashToken } from '#lib/shared/server/hash-token.ts';
import { listSurveyLinks } from '#lib/surveys/server/queries.ts';

/**
 * What a tablet is to ask, complete enough to go on without a network. Notes the day it was heard of. Refuses a tablet that
 * is not paired (`kiosk-unknown`). A survey whose instrument may not be given electronically is left out.
 */
export const fetchManifest = command({
	name: 'fetchManifest',
	permission: 'response:submit',
	// Nothing of a person is in it, and a line for each time it is asked for would say when the tablet was in use.
	audit: 'in-statement',
	subject: null,
	async run(work, { token, boardName }: { token: string; boardName: string }): Promise<KioskManifest> {
		const kiosk = await findPairedKiosk(work, hashToken(token));
		if (!kiosk) throw new Problem('kiosk-unknown');
		await noteSeen(work, kiosk.id, work.today);
		const links = await listSurveyLinks(work, kiosk.linkIds);
		const unclosed = links.filter(({ closesOn }) => closesOn >= work.today);
		return {
			kioskId: kiosk.id,
			kioskName: kiosk.name,
			boardName,
			publicKey: kiosk.publicKey,
			validUntil: addDays(work.today, validDays),
			pin: { salt: kiosk.pinSalt, hash: kiosk.pinHash, iterations: pinIterations },
			surveys: await listManifestSurveys(work, unclosed)
		};
	}
});
