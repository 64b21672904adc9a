/** How an intervention ended, in two: from SKL's variable 20 (avslutsorsak). */

/** Broken off, or carried through; somebody who moved or died could not go on, and is outside. */
const endedEarly: readonly string[] = ['3', '4', '5', '8'];
const couldNotGoOn: readonly string[] = ['6', '7'];

export type Completion = 'complete' | 'broken-off';
export const completions: readonly Completion[] = ['complete', 'broken-off'];

/** Null for somebody who could not go on. */
export function completionOf(code: string): Completion | null {
	if (isOutside(code)) return null;
	return endedEarly.includes(code) ? 'broken-off' : 'complete';
}

/** Whether the person moved or died. */
export function isOutside(code: string): boolean {
	return couldNotGoOn.includes(code);
}
