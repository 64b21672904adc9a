import { expect, it } from 'vitest';
import { withhold } from './withheld.ts';

it('holds its counts where no page and no file can find them', () => {
	const counts = withhold({ secret: 4711 });
	expect(JSON.stringify(counts)).not.toContain('4711');
	expect(counts.openForControl()).toEqual({ secret: 4711 });
});
