import { findFigure } from '../queries.ts';
import { hashFigure } from '../hash-figure.ts';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { Problem } from '#lib/shared/problem.ts';
import { canonicalJson } from '#lib/shared/canonical-json.ts';
import { command } from '#lib/shared/server/command.ts';
import { figureMethod, judgeFigure } from '#lib/targets/figure.ts';
import { countDistributionOf } from '#lib/targets/server/answers/queries.ts';

export interface RerunFigureInput {
	readonly year: number;
	readonly version: number;
	readonly number: number;
}

/** Why a figure does not come out as it was published. */
export type RerunDifference =
	/** The program reckons in another way now. */
	| { readonly kind: 'method'; readonly was: number; readonly is: number }
	| { readonly kind: 'instrument'; readonly was: string; readonly is: string | null }
	/** The record has been changed since it was written. */
	| { readonly kind: 'record' }
	/** Answers have been taken away, or added, in the quarters it rests on. */
	| { readonly kind: 'answers' };

export interface Rerun {
	readonly published: string;
	/** Of what comes out now. */
	readonly now: string;
	readonly differences: readonly RerunDifference[];
}

/** Makes a published figure again from the answers as they are now, in the way its record says. Tells no number. */
export const rerunFigure = command({
	name: 'rerunFigure',
	permission: 'result:publish',
	audit: 'always',
	subject: ({ year, version, number }: RerunFigureInput) => ({
		type: 'publication',
		id: null,
		reason: `${year}/${version}/${number}`
	}),
	async run(work, input: RerunFigureInput): Promise<Rerun> {
		const figure = await findFigure(work, input);
		if (!figure) throw new Problem('not-found');
		const { definition, hash } = figure;
		const { method, instrumentVersion, target } = definition;
		const answers = await countDistributionOf(work, { ...definition, ...target });
		const result = judgeFigure(definition, answers);
		const { instrumentId } = target;
		const form =
			findInstrument(work.catalogue, instrumentId, instrumentVersion) ??
			findInstrument(work.catalogue, instrumentId);
		const version = form?.version ?? null;
		const is = { ...definition, method: figureMethod, instrumentVersion: version ?? instrumentVersion };
		const differences: RerunDifference[] = [];
		if (hashFigure(definition, figure.result) !== hash) differences.push({ kind: 'record' });
		if (method.version !== figureMethod.version) {
			differences.push({ kind: 'method', was: method.version, is: figureMethod.version });
		}
		if (version !== instrumentVersion) {
			differences.push({ kind: 'instrument', was: instrumentVersion, is: version });
		}
		// Without the form nothing can be counted.
		if (version !== null && canonicalJson(result) !== canonicalJson(figure.result))
			differences.push({ kind: 'answers' });
		return { published: hash, now: hashFigure(is, result), differences };
	}
});
