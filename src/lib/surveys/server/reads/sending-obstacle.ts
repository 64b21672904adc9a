import { findAssessment, findInForce } from '../information/queries.ts';
import { decideOpening, type OpeningProblem } from '../../assessment.ts';
import { isSensitive } from '#lib/instruments/is-sensitive.ts';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { read } from '#lib/shared/server/read.ts';

/** What has to be in place before the instrument may be sent as a link in a case; null when everything is. */
export const sendingObstacle = read({
	name: 'sendingObstacle',
	permission: 'instrument:read',
	audit: 'none',
	subject: null,
	async run(
		work,
		{ instrumentId }: { readonly instrumentId: string | null }
	): Promise<OpeningProblem | null> {
		const instrument = instrumentId === null ? null : findInstrument(work.catalogue, instrumentId);
		const decided = decideOpening({
			purpose: 'follow-up',
			anonymity: 'identified',
			isSensitive: instrument !== null && isSensitive(instrument),
			information: await findInForce(work, 'cases'),
			assessment: await findAssessment(work)
		});
		return decided.ok ? null : decided.problem;
	}
});
