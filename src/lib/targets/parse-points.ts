/**
 * Points as they are written, with decimal comma or point and at most three decimals, as whole thousandths: `2,60` is 2600
 * exactly. Undefined when the text is not such a number.
 */
export function parseThousandths(text: string): number | undefined {
	const match = /^(\d{1,4})(?:[.,](\d{1,3}))?$/.exec(text.trim());
	if (!match) return undefined;
	const [, whole = '0', decimals = ''] = match;
	return Number(whole) * 1000 + Number(decimals.padEnd(3, '0'));
}
