/** Every case of the R vectors, through the same functions as `genklang outcome`: values, and which keys are given at all. */
import { describe, expect, it } from 'vitest';
import { outcomeFunctions } from '../../../bin/outcome/outcome-functions.ts';
import bootstrap from '#tests/vectors/a2_bootstrap.json' with { type: 'json' };
import paired from '#tests/vectors/a_paired.json' with { type: 'json' };
import alpha from '#tests/vectors/b_alpha.json' with { type: 'json' };
import rci from '#tests/vectors/c_rci.json' with { type: 'json' };
import gas from '#tests/vectors/d_gas.json' with { type: 'json' };
import sced from '#tests/vectors/e_sced.json' with { type: 'json' };
import newcombe from '#tests/vectors/f2_newcombe_diff.json' with { type: 'json' };
import wilson from '#tests/vectors/f_wilson.json' with { type: 'json' };
import quantiles from '#tests/vectors/g_quantiles.json' with { type: 'json' };
import target from '#tests/vectors/h_target.json' with { type: 'json' };
import response from '#tests/vectors/j_response.json' with { type: 'json' };
import rates from '#tests/vectors/k_rates.json' with { type: 'json' };
import funnelShare from '#tests/vectors/l2_funnel_share.json' with { type: 'json' };
import funnelMean from '#tests/vectors/l_funnel_mean.json' with { type: 'json' };
import dropoutShare from '#tests/vectors/n2_dropout_share.json' with { type: 'json' };
import dropout from '#tests/vectors/n_dropout.json' with { type: 'json' };

interface VectorFile {
	readonly meta: {
		readonly default_tolerance_relative: number;
		readonly tolerances: Readonly<Record<string, number>> | null;
	};
	readonly cases: readonly VectorCase[];
}

interface VectorCase {
	readonly id: string;
	readonly input: unknown;
	readonly expected: Readonly<Record<string, unknown>>;
	readonly tolerance_absolute?: Readonly<Record<string, number>>;
}

/** Keys that are not given, each with why. */
const leftOut: Readonly<Record<string, readonly string[]>> = {
	// Means of other people than the pairs are no change; the interval says what a p value would.
	paired: ['mean_pre_all_UNPAIRED', 'mean_post_all_UNPAIRED', 'p_two_sided'],
	// Only the percentile interval is offered, as a check of the t interval.
	bootstrap: ['bca95_low', 'bca95_high'],
	// Another program's refusals; and omega, which depends on a fitted model.
	alpha: ['alpha_listwise_psych', 'alpha_pairwise_psych', 'omega_total_1factor_cov'],
	// More than daily notes of one person can carry, or unstable at the lengths that occur.
	sced: ['Tau_U_minus_trendA', 'Tau_BC_theil_sen', 'PND', 'NAP_ci95_newcombe5'],
	// No width at 0 and n; and not Wilson at 1 and n − 1.
	wilson: ['wald_low_DO_NOT_USE', 'wald_high_DO_NOT_USE', 'hmisc_wilson_low', 'hmisc_wilson_high'],
	// Leaving out the unknown flatters.
	response: ['RR5', 'RR6']
};

const files: readonly (readonly [string, string, VectorFile])[] = [
	['paired', 'a_paired', paired],
	['bootstrap', 'a2_bootstrap', bootstrap as unknown as VectorFile],
	['alpha', 'b_alpha', alpha],
	['rci', 'c_rci', rci],
	['gas', 'd_gas', gas],
	['sced', 'e_sced', sced],
	['wilson', 'f_wilson', wilson],
	['newcombe', 'f2_newcombe_diff', newcombe],
	['quantiles', 'g_quantiles', quantiles],
	['target', 'h_target', target],
	['response', 'j_response', response],
	['rates', 'k_rates', rates],
	['funnel-mean', 'l_funnel_mean', funnelMean],
	['funnel-share', 'l2_funnel_share', funnelShare],
	['dropout', 'n_dropout', dropout],
	['dropout', 'n2_dropout_share', dropoutShare]
];

/** What zero may look like after arithmetic on numbers of the size in the vectors. */
const noise = 1e-12;

function expectClose(
	actual: unknown,
	expected: unknown,
	tolerance: { relative: number; absolute: number }
): void {
	if (Array.isArray(expected)) {
		expect(actual).toHaveLength(expected.length);
		for (const [place, one] of expected.entries()) {
			expectClose((actual as readonly unknown[])[place], one, tolerance);
		}
	} else if (typeof expected === 'object' && expected !== null) {
		expect(Object.keys(actual as object)).toEqual(expect.arrayContaining(Object.keys(expected)));
		for (const [key, one] of Object.entries(expected)) {
			expectClose((actual as Readonly<Record<string, unknown>>)[key], one, tolerance);
		}
	} else if (typeof expected === 'number') {
		expect(typeof actual).toBe('number');
		const room = Math.max(tolerance.relative * Math.abs(expected), tolerance.absolute, noise);
		expect(Math.abs((actual as number) - expected)).toBeLessThanOrEqual(room);
	} else {
		expect(actual).toBe(expected);
	}
}

describe.each(files)('%s agrees with R on %s', (name, _file, { meta, cases }) => {
	it.each(cases.map((one) => [one.id, one] as const))(
		'%s',
		(_id, { input, expected, tolerance_absolute }) => {
			const result = outcomeFunctions[name]?.run(input);
			const given = result?.ok ? result.value : {};
			const wanted = Object.entries(expected).filter(([key]) => !leftOut[name]?.includes(key));
			expect(wanted.length).toBeGreaterThan(0);
			for (const [key, value] of wanted) {
				expect(given, key).toHaveProperty(key);
				const [, absolute = 0] =
					Object.entries(tolerance_absolute ?? {}).find(([prefix]) => key.startsWith(prefix)) ?? [];
				const relative = meta.tolerances?.[key] ?? meta.default_tolerance_relative;
				expectClose(given[key], value, { relative, absolute });
			}
		}
	);

	it('gives no key that R’s cases do not have, and none that is left out', () => {
		const known = new Set(cases.flatMap(({ expected }) => Object.keys(expected)));
		for (const { input } of cases) {
			const result = outcomeFunctions[name]?.run(input);
			const keys = result?.ok ? Object.keys(result.value) : [];
			expect(keys.length).toBeGreaterThan(0);
			expect(keys.filter((key) => !known.has(key) || leftOut[name]?.includes(key))).toEqual([]);
		}
	});
});
