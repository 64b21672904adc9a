/**
 * The board's table as rows in the form of Kolada (kpi, organisational unit, year, sex, value, number): one row per goal and
 * provider, sorted by name. What is hidden has Kolada's sign in place of both figures. Anonymous answers have no sex: T.
 */
import { formatDecimal } from '#lib/shared/decimal.ts';
import type { TargetTable } from './assess-targets.ts';

const heading = ['kpi', 'mal', 'ou', 'ou_namn', 'ar', 'kon', 'varde', 'antal', 'malpoang'];

export function toKeyFigureRows({ goals, rows }: Pick<TargetTable, 'goals' | 'rows'>): string[][] {
	return [
		heading,
		...goals.flatMap(({ target }, index) =>
			rows.flatMap(({ provider, cells }): string[][] => {
				const cell = cells[index];
				if (!cell) return [];
				const figures =
					cell.kind === 'shown'
						? [
								formatDecimal({ numerator: cell.value.sum, denominator: cell.value.n }, 2),
								String(cell.value.n)
							]
						: [cell.symbol, cell.symbol];
				return [
					[
						`${target.law}_${target.instrumentId}_${target.item}`,
						target.goal,
						provider.id,
						provider.name,
						String(target.year),
						'T',
						...figures,
						formatDecimal({ numerator: target.thousandths, denominator: 1000 }, 2)
					]
				];
			})
		)
	];
}
