import { findVerdict } from '../verdict-queries.ts';
import { isLate, type NightlyCheck } from '../../nightly-verdict.ts';
import { verdictText } from '../../signed-text.ts';
import { read } from '#lib/shared/server/read.ts';

/** What the newest nightly check of the whole log said. Reads no line of the log. */
export const nightlyCheck = read({
	name: 'nightlyCheck',
	permission: 'log:review',
	// It tells numbers of lines, nothing about anybody.
	audit: 'none',
	subject: null,
	async run(work, _input: Record<never, never>): Promise<NightlyCheck> {
		const found = await findVerdict(work);
		if (!found) return { kind: 'none' };
		const { verdict, signature } = found;
		if (work.trail.judge(verdictText(work.boardId, verdict), signature) !== 'genuine') {
			return { kind: 'not-genuine' };
		}
		return { kind: 'verdict', verdict, isLate: isLate(verdict, work.today) };
	}
});
