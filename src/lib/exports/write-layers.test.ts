import { expect, it } from 'vitest';
import { writeLayers } from './write-layers.ts';

it('says which questions were answered in which other layer, and nothing where none was', () => {
	const simple = { language: 'sv-simple', hasPictures: false };
	const pictured = { language: 'sv', hasPictures: true };
	expect(writeLayers({ sol_1: simple, sol_2: simple, sol_4: pictured })).toBe(
		'sv-simple: sol_1 sol_2; sv+bilder: sol_4'
	);
	expect(writeLayers({})).toBeNull();
});
