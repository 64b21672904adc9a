/** The judgements of a whole page, one field of each kind per visit: `judgement-<id>`, `note-<id>`. */
import { judgements, type Judgement } from '#lib/audit/log-review.ts';
import { m } from '#lib/paraglide/messages.js';

export const maxNoteLength = 1000;

interface Judged {
	readonly id: string;
	readonly judged: { readonly judgement: Judgement; readonly note: string | null } | null;
	readonly isOwn: boolean;
}

export interface WrittenJudgement<V extends Judged> {
	readonly visit: V;
	readonly judgement: Judgement;
	readonly note: string | null;
}

export interface ReadJudgements<V extends Judged> {
	/** Only what is not stored already. */
	readonly changed: readonly WrittenJudgement<V>[];
	/** By the id of the field. */
	readonly errors: Readonly<Record<string, string>>;
}

/** Reads what was judged; visits without a choice are left as they are. */
export function readJudgements<V extends Judged>(
	fields: Readonly<Record<string, string>>,
	visits: readonly V[]
): ReadJudgements<V> {
	const changed: WrittenJudgement<V>[] = [];
	const errors: Record<string, string> = {};
	for (const visit of visits) {
		const judgement = judgements.find((one) => one === fields[`judgement-${visit.id}`]);
		if (!judgement || visit.isOwn) continue;
		const field = `note-${visit.id}`;
		// The field is seen only with what is to be followed up.
		const note = judgement === 'follow-up' ? fields[field] || null : null;
		if (judgement === 'follow-up' && note === null) errors[field] = m.audit_judgement_note_missing();
		if ((note?.length ?? 0) > maxNoteLength)
			errors[field] = m.audit_judgement_note_too_long({ max: maxNoteLength });
		const { judged } = visit;
		if (judged?.judgement === judgement && judged.note === note) continue;
		changed.push({ visit, judgement, note });
	}
	return { changed, errors };
}
