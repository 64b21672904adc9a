/** An instrument in the list, in ready words. */
export interface InstrumentRow {
	readonly id: string;
	readonly href: string;
	readonly title: string;
	readonly purpose: string;
	readonly about: string;
	readonly rights: { readonly label: string; readonly kind: 'success' | 'warning' | 'accent' };
	readonly evidence: string;
}
