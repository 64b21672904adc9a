import { insertProvider } from '../queries.ts';
import type { ProviderId } from '#lib/shared/ids.ts';
import { command } from '#lib/shared/server/command.ts';

export interface AddProviderInput {
	readonly name: string;
}

/** Adds a provider to the board. Refuses a name that the board already has (`already-exists`). */
export const addProvider = command({
	name: 'addProvider',
	permission: 'provider:write',
	audit: 'always',
	subject: (_input: AddProviderInput, id: ProviderId) => ({ type: 'provider', id }),
	async run(work, { name }: AddProviderInput): Promise<ProviderId> {
		const id = work.newId() as ProviderId;
		await insertProvider(work, { id, name });
		return id;
	}
});
