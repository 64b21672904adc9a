/** The address of one provider's result on one goal. */
import type { Target } from '../target.ts';

export function resultAddress(
	{ year, law, instrumentId, item }: Pick<Target, 'year' | 'law' | 'instrumentId' | 'item'>,
	providerId: string
): string {
	const query = new URLSearchParams({
		year: String(year),
		law,
		goal: `${instrumentId}/${item}`,
		provider: providerId
	});
	return `/targets/result?${query.toString().replaceAll('%2F', '/')}`;
}
