import { expect, it } from 'vitest';
import { listMenu, listPlaces } from './working-places.ts';

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

it('folds the many places of an administrator under headings, each place once, and leaves a short menu as it is', () => {
	const menu = listMenu(['follow-up-administrator'], '/surveys/new');
	const groups = menu.filter((entry) => 'places' in entry);
	expect(menu.length).toBeLessThanOrEqual(4);
	expect(groups.filter(({ isCurrent }) => isCurrent)).toHaveLength(1);
	const inMenu = menu.flatMap((entry) => ('places' in entry ? entry.places : [entry]));
	const all = listPlaces(['follow-up-administrator'], '/surveys/new');
	expect(inMenu.map(({ href }) => href).sort()).toEqual(all.map(({ href }) => href).sort());
	expect(listMenu(['caseworker'], '/cases').every((entry) => 'href' in entry)).toBe(true);
});
