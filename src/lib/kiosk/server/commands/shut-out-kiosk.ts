import { revokeKiosk } from '../queries.ts';
import type { KioskId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface ShutOutKioskInput {
	readonly kioskId: KioskId;
}

/** Shuts the tablet out from its very next request. What lies sealed on it can be sent if it is paired again. */
export const shutOutKiosk = command({
	name: 'shutOutKiosk',
	permission: 'kiosk:manage',
	audit: 'always',
	subject: ({ kioskId }: ShutOutKioskInput) => ({ type: 'kiosk', id: kioskId }),
	async run(work, { kioskId }: ShutOutKioskInput): Promise<void> {
		if (!(await revokeKiosk(work, kioskId, work.today))) throw new Problem('not-found');
	}
});
