import type { CaseAccess } from '#lib/cases/server/reads/case-access.ts';
import type { CaseTeamView } from '#lib/cases/ui/case-team.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Actor } from '#lib/access/actor.ts';

/** The people by name; whoever looks is named even where they have no account, as in the demo. */
export function toTeamView(
	{ isProtected, assigned, colleagues, may }: CaseAccess,
	actor: Actor
): CaseTeamView {
	const own = actor.kind === 'staff' ? actor : null;
	return {
		isProtected,
		names: assigned.map(
			({ staffId, name }) => name ?? (staffId === own?.staffId ? own.name : m.case_team_former())
		),
		colleagues: may.handOver
			? [...new Set(colleagues.map(({ staffId }) => staffId))]
					.filter((staffId) => staffId !== own?.staffId)
					.map((staffId) => ({ value: staffId, label: labelOf(staffId, colleagues) }))
			: null,
		mayProtect: may.protect
	};
}

function labelOf(staffId: string, colleagues: CaseAccess['colleagues']): string {
	const mine = colleagues.filter((colleague) => colleague.staffId === staffId);
	const units = mine.flatMap(({ unitName }) => unitName ?? []);
	return [mine[0]?.name ?? '', ...units].join(', ');
}
