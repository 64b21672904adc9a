/** The fingerprint of what has been published: the same figure made in the same way has the same one. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '#lib/shared/canonical-json.ts';
import type { FigureDefinition } from '#lib/targets/figure.ts';
import type { FigureResult, Snapshot } from '../publication.ts';

const sha256 = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');

export function hashFigure(definition: FigureDefinition, result: FigureResult): string {
	return sha256({ definition, result });
}

export function hashSnapshot(snapshot: Snapshot): string {
	return sha256(snapshot);
}
