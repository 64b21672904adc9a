import { findBoardOf } from './visitor.server.ts';

/** The full address that opens the questions, from the token that is shown only once. */
export async function respondentAddress(locals: App.Locals, origin: string, token: string): Promise<string> {
	const board = await findBoardOf(locals);
	return `${origin}/s/${board?.code ?? ''}/${token}`;
}
