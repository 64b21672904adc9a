/** The functions used from cephes 3.3, whose package does not tell TypeScript where its types are. */
declare module 'cephes' {
	/** Settles when the WebAssembly is ready; nothing may be called before. */
	export const compiled: Promise<void>;
	/** The normal distribution below x, and its inverse. */
	export function ndtr(x: number): number;
	export function ndtri(share: number): number;
	/** The regularised incomplete beta function, and its inverse. */
	export function incbet(a: number, b: number, x: number): number;
	export function incbi(a: number, b: number, share: number): number;
	/** The regularised incomplete gamma function, and the inverse of its complement. */
	export function igam(a: number, x: number): number;
	export function igami(a: number, shareAbove: number): number;
	/** The natural logarithm of the gamma function. */
	export function lgam(x: number): number;
}
