/** The demo's made-up staff: one account per role, with password and second factor set. They exist in the demo only. */
import type { Role } from '#lib/access/actor.ts';

export interface DemoAccount {
	readonly email: string;
	readonly name: string;
	readonly role: Role;
	/** The secret of the authenticator app: twenty bytes, as letters. */
	readonly totpSecret: string;
}

/** The same for all of them. */
export const demoPassword = 'prova-genklang-nu';

const account = (word: string, name: string, role: Role): DemoAccount => ({
	email: `${word}@exempelby.example`,
	name: `${name} (påhittad)`,
	role,
	totpSecret: `demo ${word}`.padEnd(20, '.').slice(0, 20)
});

export const demoAccounts: readonly DemoAccount[] = [
	account('handlaggare', 'Hanna Handläggare', 'caseworker'),
	account('enhetschef', 'Erik Enhetschef', 'unit-manager'),
	account('su', 'Sara Uppföljning', 'follow-up-administrator'),
	account('namnd', 'Nils Nämnd', 'board-member'),
	account('logg', 'Linnea Loggkontrollant', 'log-reviewer'),
	account('system', 'Samir Systemadministratör', 'system-administrator'),
	account('utforare', 'Ulla Utförare', 'provider-staff')
];
