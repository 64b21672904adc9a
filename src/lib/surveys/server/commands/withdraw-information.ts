import { updateWithdrawn } from '../information/queries.ts';
import { requireChangeable } from '../information-owner.ts';
import { splitSubject, type InformationSubject } from '../../information-subject.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface WithdrawInformationInput {
	/** A plan or a survey. */
	readonly subject: InformationSubject;
}

/**
 * Lets a plan or a survey go by the board's general text again. The versions stay to be read, and whoever has begun to answer
 * goes on seeing the one they began with. Refuses the general texts (`invalid-input`), what has no text of its own in force
 * (`changed-meanwhile`), and a survey that has been published (`survey-fixed`).
 */
export const withdrawInformation = command({
	name: 'withdrawInformation',
	permission: 'information:write',
	audit: 'always',
	subject: ({ subject }: WithdrawInformationInput) => ({
		type: 'information-text',
		id: null,
		reason: subject
	}),
	async run(work, { subject }: WithdrawInformationInput): Promise<void> {
		if (splitSubject(subject).general === subject) throw new Problem('invalid-input', { field: 'subject' });
		await requireChangeable(work, subject);
		if (!(await updateWithdrawn(work, subject, work.today))) throw new Problem('changed-meanwhile');
	}
});
