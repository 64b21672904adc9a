/**
 * Which tables hold what belongs to a client, found by their foreign keys: a table that somebody adds later is in the
 * extract and is erased without anybody having to remember it.
 */

/** One foreign key. Columns stand in the same order on both sides. */
export interface ForeignKey {
	readonly table: string;
	readonly columns: readonly string[];
	readonly parent: string;
	readonly parentColumns: readonly string[];
}

export interface PersonalTable {
	readonly name: string;
	/** The keys that lead towards the client; none for the client itself. */
	readonly keys: readonly ForeignKey[];
}

/**
 * The root and every table that a chain of foreign keys leads from to the root, each after the tables that it points at:
 * read in this order, erase in the opposite one. Throws when keys go in a circle: then there is no such order.
 */
export function listPersonalTables(
	root: string,
	foreignKeys: readonly ForeignKey[]
): readonly PersonalTable[] {
	const personal = new Set([root]);
	for (let grew = true; grew;) {
		const found = foreignKeys.filter(({ table, parent }) => personal.has(parent) && !personal.has(table));
		for (const { table } of found) personal.add(table);
		grew = found.length > 0;
	}
	const keysOf = (name: string): readonly ForeignKey[] =>
		name === root ? [] : foreignKeys.filter(({ table, parent }) => table === name && personal.has(parent));
	const ordered: PersonalTable[] = [];
	const left = new Set(personal);
	while (left.size > 0) {
		const ready = [...left].filter((name) => keysOf(name).every(({ parent }) => !left.has(parent))).sort();
		if (ready.length === 0) throw new Error(`Foreign keys in a circle: ${[...left].join(', ')}`);
		for (const name of ready) {
			left.delete(name);
			ordered.push({ name, keys: keysOf(name) });
		}
	}
	return ordered;
}

/**
 * Columns that name a person or a case without a foreign key, and why: the log and its review outlive what they are
 * about. A test fails on any other column of the kind.
 */
export const keptWithoutKey: Readonly<Record<string, string>> = {
	'audit_events.case_id': 'the access log outlives the case; it tells who has read about somebody',
	'log_review_visits.case_id': 'what a log review looked at, without anything from the case'
};

/**
 * Days and moments in those tables that are notes in the record, so that the clock counts from the last of them, and those
 * that are not, with the reason. A test fails on a column that nobody has decided about.
 */
export const noteColumns: Readonly<Record<string, 'note' | { readonly notANote: string }>> = {
	'administrations.created_on': 'note',
	'administrations.expires_on': { notANote: 'when a link stops working, not when anything was noted' },
	'administrations.withdrawn_on': 'note',
	'case_assignments.valid_from': { notANote: 'who works with the case, not what is noted in it' },
	'case_assignments.valid_to': { notANote: 'who works with the case, not what is noted in it' },
	'case_goals.ended_on': 'note',
	'case_goals.set_on': 'note',
	'case_occasions.closes_on': { notANote: 'when something is planned, not when anything was noted' },
	'case_occasions.due_on': { notANote: 'when something is planned, not when anything was noted' },
	'case_occasions.opens_on': { notANote: 'when something is planned, not when anything was noted' },
	'case_occasions.settled_on': 'note',
	'case_plans.ended_on': 'note',
	'case_plans.started_on': 'note',
	'cases.closed_on': 'note',
	'cases.opened_on': 'note',
	'goal_ratings.rated_on': 'note',
	'goal_ratings.recorded_at': { notANote: 'when it was written; the day it is about is the note' },
	'invitations.declined_on': 'note',
	'invitations.invited_on': 'note',
	'interventions.decided_on': 'note',
	'interventions.ended_on': 'note',
	'interventions.started_on': 'note',
	'provider_hand_overs.agreed_on': 'note',
	'messages.claimed_until': { notANote: 'how sending went, not when anything was noted' },
	'messages.due_at': { notANote: 'when a message may be sent, not when anything was noted' },
	'messages.settled_at': { notANote: 'how sending went; that somebody was invited is noted' },
	'response_corrections.corrected_at': 'note',
	'response_restrictions.lifted_on': { notANote: 'about the use of an answer, not about the person' },
	'response_restrictions.restricted_on': { notANote: 'about the use of an answer, not about the person' },
	'responses.answered_on': 'note',
	'retention_holds.held_on': { notANote: 'about erasing, not about the person' },
	'retention_holds.lifted_on': { notANote: 'about erasing, not about the person' },
	'retention_items.due_on': { notANote: 'about erasing, not about the person' },
	'retention_items.eligible_on': { notANote: 'about erasing, not about the person' },
	'retention_items.last_note_on': { notANote: 'about erasing, not about the person' },
	'risk_alerts.acknowledged_on': 'note',
	'risk_alerts.raised_on': 'note',
	'work_efforts.recorded_on': { notANote: 'what the work cost, not what is noted about the person' }
};
