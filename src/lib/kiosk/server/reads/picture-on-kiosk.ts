import { findPairedKiosk } from '../queries.ts';
import { findPicture, type PictureContent } from '#lib/pictures/server/queries.ts';
import { Problem } from '#lib/shared/problem.ts';
import { hashToken } from '#lib/shared/server/hash-token.ts';
import { read } from '#lib/shared/server/read.ts';
import { listSurveyLinks } from '#lib/surveys/server/queries.ts';

interface PictureOnKioskInput {
	readonly token: string;
	readonly hash: string;
}

/**
 * A picture of one of the forms that the tablet asks. Refuses a tablet that is not paired (`kiosk-unknown`) and every other
 * picture (`not-found`).
 */
export const pictureOnKiosk = read({
	name: 'pictureOnKiosk',
	permission: 'response:submit',
	audit: 'none',
	subject: null,
	async run(work, { token, hash }: PictureOnKioskInput): Promise<PictureContent> {
		const kiosk = await findPairedKiosk(work, hashToken(token));
		if (!kiosk) throw new Problem('kiosk-unknown');
		const links = await listSurveyLinks(work, kiosk.linkIds);
		const asked = links.filter(({ closesOn }) => closesOn >= work.today);
		const picture = await findPicture(
			work,
			asked.flatMap(({ instruments }) => instruments.map(({ id }) => id)),
			hash
		);
		if (!picture) throw new Problem('not-found');
		return picture;
	}
});
