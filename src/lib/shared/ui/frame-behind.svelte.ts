import { afterFrame } from './after-frame.ts';

/**
 * What `read` gives, following it a frame behind: for what nobody looks at while they wait for something else on the page,
 * and which is dear to change. Called while a component is made.
 */
export function frameBehind<T>(read: () => T): { readonly value: T } {
	let value = $state.raw(read());
	$effect(() => {
		const now = read();
		afterFrame(() => (value = now));
	});
	return {
		get value() {
			return value;
		}
	};
}
