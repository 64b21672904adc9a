/** What holds for the board today: its rule, and where it is. */
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { BoardFacts } from '../assess-record.ts';
import { findRule, type RuleInForce } from '../override.ts';
import { retentionRules } from '../retention-rules.ts';
import { findSettings, listOverrides } from './queries.ts';

type Scope = Parameters<typeof findSettings>[0];

/** Until somebody has said otherwise the board works under SoL, in a municipality that is not known. */
export async function findBoardRule(
	scope: Scope,
	today: LocalDate
): Promise<{ readonly rule: RuleInForce | null; readonly board: BoardFacts }> {
	const settings = await findSettings(scope);
	const overrides = await listOverrides(scope);
	const rule = findRule(retentionRules, overrides, settings?.regime ?? 'sol', today);
	return { rule, board: { municipalityCode: settings?.municipalityCode ?? null } };
}
