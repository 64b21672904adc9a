import type { Instrument } from '#lib/instruments/instrument.ts';
import { mayAdminister } from '#lib/instruments/rights.ts';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { listPermits } from '#lib/instruments/server/permits/list-permits.ts';
import { fetch } from '#lib/shared/server/read.ts';

/** The version that was answered, with the board's own wording where it has any; null when it is no longer loaded. */
export async function findAnsweredInstrument(
	{ context }: App.Locals,
	{ instrumentId, instrumentVersion }: { readonly instrumentId: string; readonly instrumentVersion: string }
): Promise<Instrument | null> {
	const bare = findInstrument(context.catalogue, instrumentId, instrumentVersion);
	const worded = bare && mayAdminister(bare, 'paper', await fetch(context, listPermits, {}));
	return worded?.ok ? worded.value : null;
}
