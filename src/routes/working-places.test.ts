import { expect, it } from 'vitest';
import { listPlaces } from './working-places.ts';

const current = (pathname: string) =>
	listPlaces(['follow-up-administrator'], pathname)
		.filter((place) => place.isCurrent)
		.map((place) => place.href);

it('shows a caseworker the cases and nothing that only leads to a closed door', () => {
	expect(listPlaces(['caseworker'], '/cases').map((place) => place.href)).toEqual(['/today', '/cases']);
});

it('marks the nearest place above the page, and only that', () => {
	expect(current('/targets')).toEqual(['/targets']);
	expect(current('/targets/decide')).toEqual(['/targets/decide']);
	expect(current('/instruments/audit')).toEqual(['/instruments']);
	expect(current('/instrumentsomething')).toEqual([]);
});
