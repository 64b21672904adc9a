import { replaceSurveys, updateKiosk } from '../queries.ts';
import { hashPin } from '../pin.ts';
import { requireLinks } from '../require-links.ts';
import { isPin } from '../../kiosk.ts';
import type { KioskId, SurveyLinkId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface ChangeKioskInput {
	readonly kioskId: KioskId;
	readonly name: string;
	/** Null: the digits stay as they are. */
	readonly pin: string | null;
	readonly linkIds: readonly SurveyLinkId[];
}

/** Another name, other surveys, other digits. Refuses the same as `addKiosk`, and a kiosk that does not exist (`not-found`). */
export const changeKiosk = command({
	name: 'changeKiosk',
	permission: 'kiosk:manage',
	audit: 'always',
	subject: ({ kioskId }: ChangeKioskInput) => ({ type: 'kiosk', id: kioskId }),
	async run(work, { kioskId, name, pin, linkIds }: ChangeKioskInput): Promise<void> {
		if (name.trim() === '') throw new Problem('invalid-input', { field: 'name' });
		if (pin !== null && !isPin(pin)) throw new Problem('invalid-input', { field: 'pin' });
		const change = { name: name.trim(), pin: pin === null ? null : await hashPin(pin) };
		if (!(await updateKiosk(work, kioskId, change))) throw new Problem('not-found');
		await replaceSurveys(work, kioskId, await requireLinks(work, linkIds));
	}
});
