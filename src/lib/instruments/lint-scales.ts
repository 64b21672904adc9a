import { findDuplicates } from './find-duplicates.ts';
import type { InstrumentFile, ScaleFile } from './instrument-file.ts';
import type { ScoredItem } from './instrument.ts';
import type { Complaint } from './lint-finding.ts';

/** Scales that name items they cannot have, or whose rule does not suit their items. */
export function lintScales(file: InstrumentFile, items: readonly ScoredItem[]): Complaint[] {
	return [
		...findDuplicates(file.scales.map(({ name }) => name)).map(({ index, value }) => ({
			path: ['scales', index, 'name'],
			rule: 'scale-duplicate',
			message: `Två skalor heter "${value}". Byt namn på den ena.`
		})),
		...file.scales.flatMap((scale, index) =>
			[...lintScaleItems(scale, items), ...lintRule(scale, items)].map((complaint) => ({
				...complaint,
				path: ['scales', index, ...complaint.path]
			}))
		)
	];
}

function lintScaleItems(scale: ScaleFile, items: readonly ScoredItem[]): Complaint[] {
	const byName = new Map(items.map((item) => [item.name, item]));
	const own = new Set(scale.items);
	return [
		...findDuplicates(scale.items).map(({ index, value }) => ({
			path: ['items', index],
			rule: 'scale-item-duplicate',
			message: `"${value}" står två gånger i skalan "${scale.name}". Använd weights om den ska väga mer.`
		})),
		...scale.items.flatMap((name, index): Complaint[] => {
			const item = byName.get(name);
			const path = ['items', index];
			if (!item) {
				const message = `"${name}" finns inte i items. Lägg till frågan där eller rätta namnet.`;
				return [{ path, rule: 'scale-item-unknown', message }];
			}
			if (hasScores(item)) return [];
			const message = `"${name}" har inga poäng och kan inte ingå i skalan "${scale.name}".`;
			return [{ path, rule: 'scale-item-without-score', message }];
		}),
		...scale.reversed.flatMap((name, index): Complaint[] => {
			if (own.has(name)) return [];
			const message = `"${name}" är vänd men ingår inte i skalan "${scale.name}".`;
			return [{ path: ['reversed', index], rule: 'reversed-item-unknown', message }];
		}),
		...Object.keys(scale.weights).flatMap((name): Complaint[] => {
			if (own.has(name)) return [];
			const message = `"${name}" har en vikt men ingår inte i skalan "${scale.name}".`;
			return [{ path: ['weights', name], rule: 'weighted-item-unknown', message }];
		})
	];
}

/** Percent of range and proration put one item in another's place: that needs items with the same ends. */
function lintRule(scale: ScaleFile, items: readonly ScoredItem[]): Complaint[] {
	const own = items.filter((item) => scale.items.includes(item.name));
	const ranges = new Set(own.map(({ lowest, highest }) => `${lowest}–${highest}`));
	const found: Complaint[] = [];
	if (scale.aggregate === 'percent-of-range' && ranges.size > 1) {
		const message = `Frågorna i "${scale.name}" har olika poängspann (${[...ranges].join(', ')}). Procent av skalans längd kräver samma.`;
		found.push({ path: ['aggregate'], rule: 'percent-mixed-ranges', message });
	}
	if (scale.missing === 'no-score') return found;
	if (ranges.size > 1) {
		const message = `Frågorna i "${scale.name}" har olika poängspann (${[...ranges].join(', ')}). Uppräkning för uteblivna svar kräver samma.`;
		found.push({ path: ['missing'], rule: 'prorate-mixed-ranges', message });
	}
	if (scale.missing.maxMissing >= scale.items.length) {
		const message = `Högst ${scale.items.length - 1} svar kan saknas i "${scale.name}" om något ska vara besvarat.`;
		found.push({ path: ['missing', 'maxMissing'], rule: 'prorate-nothing-left', message });
	}
	return found;
}

function hasScores(item: ScoredItem): boolean {
	return [...item.scoreByCode.values()].some((score) => score !== null);
}
