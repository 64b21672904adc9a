import { listKioskRows, type KioskRow } from '../queries.ts';
import type { Kiosk, KioskSurvey } from '../../kiosk.ts';
import { read } from '#lib/shared/server/read.ts';
import { listSurveyLinks, listUnclosedSurveyLinks, type SharedLinkRow } from '#lib/surveys/server/queries.ts';

export interface ListedKiosks {
	readonly kiosks: readonly Kiosk[];
	/** What a tablet may be given: the links of every survey that has not closed. */
	readonly surveys: readonly KioskSurvey[];
}

/** The board's tablets and the surveys there are to give them. It is about nobody. */
export const listKiosks = read({
	name: 'listKiosks',
	permission: 'kiosk:manage',
	audit: 'none',
	subject: null,
	async run(work): Promise<ListedKiosks> {
		const rows = await listKioskRows(work);
		const links = await listSurveyLinks(work, [...new Set(rows.flatMap(({ linkIds }) => linkIds))]);
		const byId = new Map(links.map((link) => [link.linkId, toSurvey(link)]));
		return {
			kiosks: rows.map((row) => ({
				id: row.id,
				name: row.name,
				surveys: row.linkIds.flatMap((id) => byId.get(id) ?? []),
				state: toState(row, work.now)
			})),
			surveys: (await listUnclosedSurveyLinks(work, work.today)).map(toSurvey)
		};
	}
});

function toSurvey({ linkId, surveyTitle, providerName, opensOn, closesOn }: SharedLinkRow): KioskSurvey {
	return { linkId, title: surveyTitle, providerName, opensOn, closesOn };
}

function toState({ pairedOn, lastSeenOn, revokedOn, pairingEndsAt }: KioskRow, now: Date): Kiosk['state'] {
	if (pairedOn !== null) return { kind: 'paired', pairedOn, lastSeenOn: lastSeenOn ?? pairedOn };
	const isCodeValid = pairingEndsAt !== null && pairingEndsAt > now;
	if (revokedOn !== null && !isCodeValid) return { kind: 'revoked', revokedOn };
	return { kind: 'waiting', isCodeValid };
}
