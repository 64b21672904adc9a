/** The same text, as long as before, with the digits of other scripts (٠–٩, ۰–۹) written as 0–9. */
export function plainDigits(text: string): string {
	return text
		.replaceAll(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
		.replaceAll(/[\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0));
}
