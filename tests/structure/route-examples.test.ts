/** The matrix can only walk what somebody has written an example of: so everything registered has one. */
import { describe, expect, it } from 'vitest';
import { routeAccess } from '#lib/access/route-access.ts';
import { listAsks, listPieces } from '#tests/build/list-asks.ts';
import { pathPieces, routeExamples } from '#tests/build/route-examples.ts';

const keys = (table: object | undefined): string[] => Object.keys(table ?? {}).sort();

describe('the examples of routes (tests/build/route-examples.ts; see docs/add-a-page.md)', () => {
	it('are there for every page, action and endpoint that is registered', () => {
		const without = listAsks().filter(({ example }) => example === undefined);
		expect(without.map(({ name }) => name)).toEqual([]);
	});

	it('are of nothing that is not registered', () => {
		const gone = Object.entries(routeExamples).flatMap(([id, { page, actions, methods }]) => {
			const route = routeAccess[id];
			return [
				...(route && (!page || route.page) ? [] : [id]),
				...keys(actions).filter((action) => !route?.actions?.[action]),
				...keys(methods).filter((method) => !route?.methods?.[method])
			];
		});
		expect(gone).toEqual([]);
	});

	it('have something to put in every piece of a path', () => {
		const pieces = Object.keys(routeAccess).flatMap(listPieces);
		expect(pieces.length).toBeGreaterThan(10);
		expect([...new Set(pieces)].filter((piece) => !(piece in pathPieces) && !piece.startsWith('x+'))).toEqual(
			[]
		);
	});
});
