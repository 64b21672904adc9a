/** Everything `genklang outcome` can compute. A new function is a file beside this one and a line here. */
import { alpha } from './alpha.ts';
import { bootstrap } from './bootstrap.ts';
import { dropout } from './dropout.ts';
import { funnelMean, funnelShare } from './funnel.ts';
import { gas } from './gas.ts';
import { newcombe } from './newcombe.ts';
import type { OutcomeFunction } from './outcome-function.ts';
import { paired } from './paired.ts';
import { quantiles } from './quantiles.ts';
import { rates } from './rates.ts';
import { rci } from './rci.ts';
import { response } from './response.ts';
import { sced } from './sced.ts';
import { suppression } from './suppression.ts';
import { target } from './target.ts';
import { wilson } from './wilson.ts';

export const outcomeFunctions: Readonly<Record<string, OutcomeFunction>> = {
	paired,
	bootstrap,
	alpha,
	rci,
	gas,
	sced,
	wilson,
	newcombe,
	quantiles,
	target,
	response,
	rates,
	'funnel-mean': funnelMean,
	'funnel-share': funnelShare,
	dropout,
	suppression
};
