import { expect, it } from 'vitest';
import { parseThousandths } from './parse-points.ts';

it('reads points exactly, with comma or point', () => {
	expect(['2,60', '2.6', '3', ' 2,805 ', '0,1'].map(parseThousandths)).toEqual([2600, 2600, 3000, 2805, 100]);
});

it.each(['', 'två', '2,6000', '-1', '2,', ',5', '1 000', '2,6,0'])('refuses %j', (text) => {
	expect(parseThousandths(text)).toBeUndefined();
});
