/**
 * What a `<details>` is given to stand open from the start when there is a reason to. Written as `open={…}` it would be closed
 * again, under the hand of whoever has opened it, when the page's script arrives or anything beside it changes.
 */
export function openWhen(isWanted: boolean): { readonly open?: true } {
	return isWanted ? { open: true } : {};
}
