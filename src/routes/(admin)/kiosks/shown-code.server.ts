import { showPairingCode } from '#lib/kiosk/pairing-code.ts';
import { findBoardOf } from '../../visitor.server.ts';

export interface ShownCode {
	readonly name: string;
	readonly code: string;
	readonly address: string;
}

/** A code and where it is typed; shown this once. */
export async function toShownCode(
	locals: App.Locals,
	origin: string,
	{ name, code }: { readonly name: string; readonly code: string }
): Promise<ShownCode> {
	const board = await findBoardOf(locals);
	return { name, code: showPairingCode(code), address: `${origin}/kiosk/${board?.code ?? ''}/pair` };
}
