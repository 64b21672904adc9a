/** Changes to a plan's parts. A part keeps its key through all versions: by it a case's occasions are known again. */
import type { OccasionRule, Plan, PlanLine } from './plan.ts';

/** A plan with nothing in it. */
export function emptyPlan(name: string): Plan {
	return { name, service: '', purpose: '', occasions: [], lines: [] };
}

/** Puts the occasion in place of the one with its key, or last. */
export function putOccasion(plan: Plan, rule: OccasionRule): Plan {
	return { ...plan, occasions: put(plan.occasions, rule) };
}

/** Removes the occasion, also from the lines that are asked at it. */
export function removeOccasion(plan: Plan, key: string): Plan {
	return {
		...plan,
		occasions: plan.occasions.filter((rule) => rule.key !== key),
		lines: plan.lines.map((line) => ({ ...line, at: line.at.filter((at) => at !== key) }))
	};
}

/** Puts the line in place of the one with its key, or last. */
export function putLine(plan: Plan, line: PlanLine): Plan {
	return { ...plan, lines: put(plan.lines, line) };
}

export function removeLine(plan: Plan, key: string): Plan {
	return { ...plan, lines: plan.lines.filter((line) => line.key !== key) };
}

function put<Part extends { readonly key: string }>(parts: readonly Part[], part: Part): readonly Part[] {
	return parts.some(({ key }) => key === part.key)
		? parts.map((other) => (other.key === part.key ? part : other))
		: [...parts, part];
}

/** A key made of what the part is called, that none of the others has: `vid-start`, `vid-start-2`. */
export function makeKey(name: string, taken: readonly string[]): string {
	const plain = name
		.toLowerCase()
		.normalize('NFD')
		.replace(/\p{Mark}/gu, '')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 36);
	const base = plain === '' ? 'part' : plain;
	const numbered = Array.from({ length: taken.length + 1 }, (_, index) =>
		index === 0 ? base : `${base}-${index + 1}`
	);
	return numbered.find((key) => !taken.includes(key)) ?? base;
}
