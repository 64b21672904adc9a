import { insertPublished } from '../information/queries.ts';
import { requireChangeable } from '../information-owner.ts';
import { toPublishable, type InformationDraft } from '../../information.ts';
import type { InformationSubject } from '../../information-subject.ts';
import type { InformationId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface PublishInformationInput {
	readonly subject: InformationSubject;
	readonly content: InformationDraft;
}

/**
 * Publishes the text as the next version, which from then on is what people are told and never changes. Refuses one with
 * anything missing or wrong in any of its languages (`information-incomplete`), and the text of a survey that has been
 * published (`survey-fixed`).
 */
export const publishInformation = command({
	name: 'publishInformation',
	permission: 'information:write',
	audit: 'always',
	subject: ({ subject }: PublishInformationInput, id: InformationId) => ({
		type: 'information-text',
		id,
		reason: subject
	}),
	async run(work, { subject, content: draft }: PublishInformationInput): Promise<InformationId> {
		await requireChangeable(work, subject);
		const content = toPublishable(draft);
		if (!content) throw new Problem('information-incomplete');
		const id = work.newId() as InformationId;
		await insertPublished(work, { id, subject, publishedOn: work.today, content });
		return id;
	}
});
