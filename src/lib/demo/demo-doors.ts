/** What the demo knows about its own made-up data, so that its front page can lead there. */
import type { BoardId, CaseId, ProviderId, UnitId } from '#lib/shared/ids.ts';

export interface DemoDoors {
	readonly boardId: BoardId;
	readonly boardCode: string;
	/** The case that the client's door gives a new AUDIT link to. */
	readonly caseId: CaseId;
	/** What the made-up tablet in the waiting room is paired with: whoever goes in by its door has it. */
	readonly kioskToken: string;
	/** Whose staff the provider's door makes one. */
	readonly providerId: ProviderId;
	/** Whose manager the manager's door makes one. */
	readonly unitId: UnitId;
	/** One open survey link per provider, in plain text: they are made up, and everybody may use them. */
	readonly surveyLinks: readonly { readonly provider: string; readonly token: string }[];
}
