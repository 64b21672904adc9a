import type { InstrumentFile } from './instrument-file.ts';
import type { ScoredItem } from './instrument.ts';
import type { Complaint } from './lint-finding.ts';

/** Structural zeros and risk items that name items or codes which do not exist or cannot mean what they say. */
export function lintStructure(file: InstrumentFile, items: readonly ScoredItem[]): Complaint[] {
	const byName = new Map(items.map((item) => [item.name, item]));
	return [...lintZeros(file, byName), ...lintRisks(file, byName)];
}

function lintZeros(file: InstrumentFile, byName: ReadonlyMap<string, ScoredItem>): Complaint[] {
	const reversed = new Set(file.scales.flatMap((scale) => scale.reversed));
	return file.structuralZeros.flatMap((zero, place) =>
		zero.items.flatMap((name, index): Complaint[] => {
			const path = ['structuralZeros', place, 'items', index];
			const item = byName.get(name);
			if (!item) {
				const message = `"${name}" finns inte i items. Rätta namnet.`;
				return [{ path, rule: 'structural-zero-item-unknown', message }];
			}
			if (reversed.has(name)) {
				const message = `"${name}" är en vänd fråga. Vad 0 poäng betyder när den hoppas över går inte att säga.`;
				return [{ path, rule: 'structural-zero-reversed', message }];
			}
			if (item.lowest <= 0 && item.highest >= 0) return [];
			const message = `"${name}" kan inte få 0 poäng (${item.lowest}–${item.highest}) och kan därför inte räknas som 0.`;
			return [{ path, rule: 'structural-zero-outside-range', message }];
		})
	);
}

function lintRisks(file: InstrumentFile, byName: ReadonlyMap<string, ScoredItem>): Complaint[] {
	return file.risks.flatMap((risk, place): Complaint[] => {
		const item = byName.get(risk.item);
		if (!item) {
			const message = `"${risk.item}" finns inte i items. Rätta namnet.`;
			return [{ path: ['risks', place, 'item'], rule: 'risk-item-unknown', message }];
		}
		return risk.codes.flatMap((code, index): Complaint[] => {
			if (item.scoreByCode.has(code)) return [];
			const message = `"${risk.item}" har inget svarsalternativ med koden ${code}.`;
			return [{ path: ['risks', place, 'codes', index], rule: 'risk-code-unknown', message }];
		});
	});
}
