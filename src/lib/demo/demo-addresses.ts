import { demoStaff } from './demo-actor.ts';
import type { DemoDoors } from './demo-doors.ts';

/** The demo's addresses by role; `survey` has one per provider. */
export interface DemoAddresses {
	readonly madeUp: true;
	readonly client: string;
	readonly survey: readonly { readonly provider: string; readonly address: string }[];
	readonly kiosk: string;
	readonly handlaggare: string;
	readonly enhetschef: string;
	readonly namnd: string;
	readonly administrator: string;
	readonly utforare: string;
	/** Where the doors lead, for scripts that have a role already. */
	readonly pages: Readonly<Record<string, string>>;
}

/** Every door as a full address; the client's makes a new link each time it is opened. */
export function demoAddresses(demo: DemoDoors, origin: string): DemoAddresses {
	const enter = (role: string): string => `${origin}/demo/enter/${role}`;
	return {
		madeUp: true,
		client: enter('klient'),
		survey: demo.surveyLinks.map(({ provider, token }) => ({
			provider,
			address: `${origin}/s/${demo.boardCode}/${token}`
		})),
		kiosk: enter('kiosk'),
		handlaggare: enter('handlaggare'),
		enhetschef: enter('enhetschef'),
		namnd: enter('namnd'),
		administrator: enter('administrator'),
		utforare: enter('utforare'),
		pages: {
			handlaggare: `${origin}${demoStaff.handlaggare.home}`,
			case: `${origin}/cases/${demo.caseId}`,
			enhetschef: `${origin}${demoStaff.enhetschef.home}`,
			namnd: `${origin}${demoStaff.namnd.home}`,
			administrator: `${origin}${demoStaff.administrator.home}`,
			utforare: `${origin}${demoStaff.utforare.home}`,
			results: `${origin}/results/${demo.boardCode}/2025`
		}
	};
}
