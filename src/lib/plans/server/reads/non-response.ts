import { countStandings, listExpected, type ExpectedCase } from '../non-response/queries.ts';
import { managedUnits } from '../non-response/managed-units.ts';
import { listVersions } from '../queries.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { ageGroup, listAgeGroups } from '#lib/outcomes/age-group.ts';
import { withhold, type Withheld } from '#lib/outcomes/disclosure/withheld.ts';
import type { GroupCount, Grouping, NonResponseCounts, StandingCount } from '#lib/reports/non-response.ts';
import type { PlanId } from '#lib/shared/ids.ts';
import { read } from '#lib/shared/server/read.ts';
import type { Work } from '#lib/shared/server/work.ts';

/** Wide, so that few groups are small. */
const ageLimits = [0, 18, 30, 45, 65] as const;

export interface NonResponseInput {
	readonly planId: PlanId;
	/** The measurement whose bortfall is divided into groups; null for none. */
	readonly chosen: { readonly line: string; readonly rule: string } | null;
}

/** How a plan's measurements have gone in the units that the actor answers for, for the disclosure control. */
export const nonResponse = read({
	name: 'nonResponse',
	permission: 'non-response:read',
	audit: 'none',
	subject: null,
	async run(work, { planId, chosen }: NonResponseInput): Promise<Withheld<NonResponseCounts>> {
		const asked = { planId, units: managedUnits(work.actor) };
		const standings = (await countStandings(work, asked)) as readonly StandingCount[];
		if (!chosen) return withhold({ standings, groups: [] });
		const instrument = await findMeasured(work, planId, chosen.line);
		const scale = instrument?.scales.find(({ name }) => name === 'total') ?? instrument?.scales[0];
		const expected = await listExpected(work, asked, { ...chosen, scale: scale?.name ?? '' });
		const set = scale?.bandSets.find(({ isDefault }) => isDefault) ?? scale?.bandSets[0];
		const { open } = await work.cipher();
		const nameOf = ({ intervention }: ExpectedCase): string =>
			intervention ? open('interventions.name', intervention.id, intervention.name).trim() : '';
		const bandOf = ({ bands }: ExpectedCase): string =>
			bands?.find((band) => band.set === set?.id)?.label ?? '';
		return withhold({
			standings,
			groups: [
				...divide('sex', expected, ({ sex }) => sex ?? '', ['female', 'male']),
				...divide(
					'age',
					expected,
					(one) => ageGroup(one.ageInYears, ageLimits) ?? '',
					listAgeGroups(ageLimits)
				),
				...divide('intervention', expected, nameOf, []),
				...(set
					? divide(
							'start-score',
							expected,
							bandOf,
							set.bands.map(({ label }) => label.sv ?? '')
						)
					: [])
			]
		});
	}
});

async function findMeasured(work: Work, planId: PlanId, key: string): Promise<Instrument | null> {
	const line = (await listVersions(work, planId))
		.flatMap(({ plan }) => plan.lines)
		.findLast((one) => one.key === key);
	return line?.measure.kind === 'instrument'
		? (findInstrument(work.catalogue, line.measure.instrumentId) ?? null)
		: null;
}

/** The groups in the given order, then others by name, then those of whom it is not known. */
function divide(
	grouping: Grouping,
	expected: readonly ExpectedCase[],
	groupOf: (one: ExpectedCase) => string,
	order: readonly string[]
): readonly GroupCount[] {
	const groups = Map.groupBy(expected, groupOf);
	const place = (group: string): number => {
		if (group === '') return Infinity;
		const at = order.indexOf(group);
		return at === -1 ? order.length : at;
	};
	return [...groups]
		.toSorted(([one], [other]) => {
			const [first, second] = [place(one), place(other)];
			return first === second ? one.localeCompare(other, 'sv') : first < second ? -1 : 1;
		})
		.map(([group, members]) => {
			const done = members.filter(({ isDone }) => isDone).length;
			return { grouping, group, done, lost: members.length - done };
		});
}
