import { endPublication, insertPublication, listPublicationRows, listPublishedCuts } from '../queries.ts';
import { hashFigure, hashSnapshot } from '../hash-figure.ts';
import type { PublishedFigure, PublishedLaw, Snapshot } from '../../publication.ts';
import { findConflicts } from '../../published-differences.ts';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { isSensitive } from '#lib/instruments/is-sensitive.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { findDisclosureRule } from '#lib/outcomes/disclosure/disclosure-rules.ts';
import type { PublicationId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';
import { requireFreshSignIn } from '#lib/shared/server/require-fresh-sign-in.ts';
import type { Work } from '#lib/shared/server/work.ts';
import { discloseYear, type PublishedCut } from '#lib/targets/figure.ts';
import { findGoalScale, findGoalWording } from '#lib/targets/goal-wording.ts';
import { countDistributions } from '#lib/targets/server/answers/queries.ts';
import { listTargetsOfYear } from '#lib/targets/server/queries.ts';
import type { Target, TargetLaw } from '#lib/targets/target.ts';

export interface PublishResultsInput {
	readonly year: number;
	/** The board's decision to publish. */
	readonly decidedOn: LocalDate;
	readonly decisionReference: string;
	/** As it stands on the page. */
	readonly boardName: string;
}

export interface PublishedVersion {
	readonly id: PublicationId;
	readonly version: number;
}

/**
 * Publishes a year's results as a picture that stays, with a record of how each figure was made. What was out of the same
 * year is replaced and stays in the history. Refuses a year without any figure that may be shown (`nothing-to-publish`), and
 * one that beside what has been published before would show what a few people answered (`difference-too-small`).
 */
export const publishResults = command({
	name: 'publishResults',
	permission: 'result:publish',
	audit: 'always',
	subject: ({ year }: PublishResultsInput, { id }: PublishedVersion) => ({
		type: 'publication',
		id,
		reason: String(year)
	}),
	async run(work, input: PublishResultsInput): Promise<PublishedVersion> {
		const { actor, today, now } = work;
		requireFreshSignIn(actor, now);
		const { year, decidedOn, decisionReference, boardName } = input;
		if (decidedOn > today) throw new Problem('invalid-input', { field: 'decidedOn' });
		const laws = await discloseLaws(work, year);
		const figures = laws.flatMap((law) => law.figures);
		if (!figures.some(({ result }) => result.kind === 'shown'))
			throw new Problem('nothing-to-publish', { year });
		const cuts = laws.flatMap((law) => law.cuts);
		const conflicts = findConflicts({
			earlier: await listPublishedCuts(work, year),
			next: cuts,
			sizes: new Map(laws.flatMap(({ sizes }) => [...sizes])),
			limitsOf: (cut) => limitsOf(work, cut)
		});
		if (conflicts.length > 0) throw new Problem('difference-too-small', { count: conflicts.length });
		const snapshot: Snapshot = {
			boardName,
			year,
			publishedOn: today,
			decidedOn,
			decisionReference,
			laws: laws.map(({ law, table, goals }) => ({ law, table, goals }))
		};
		const by = actor.kind === 'staff' ? actor.staffId : 'genklang';
		await endPublication(work, year, { on: today, by, because: 'replaced', comment: null });
		const earlier = (await listPublicationRows(work)).filter((one) => one.year === year);
		const id = work.newId() as PublicationId;
		const version = Math.max(0, ...earlier.map((one) => one.version)) + 1;
		await insertPublication(
			work,
			{
				id,
				year,
				version,
				publishedOn: today,
				publishedBy: by,
				decidedOn,
				decisionReference,
				snapshot,
				cuts,
				hash: hashSnapshot(snapshot)
			},
			figures.map(({ definition, result }, index): PublishedFigure => {
				const stored = { definition, result };
				return { number: index + 1, ...stored, hash: hashFigure(definition, result) };
			})
		);
		return { id, version };
	}
});

interface DisclosedLaw
	extends PublishedLaw, Pick<ReturnType<typeof discloseYear>, 'figures' | 'cuts' | 'sizes'> {}

async function discloseLaws(work: Work, year: number): Promise<readonly DisclosedLaw[]> {
	const targets = await listTargetsOfYear(work, year, undefined);
	const laws = [...new Set(targets.map(({ law }) => law))].sort().reverse();
	return Promise.all(laws.map((law) => discloseLaw(work, year, law, targets)));
}

async function discloseLaw(
	work: Work,
	year: number,
	law: TargetLaw,
	all: readonly Target[]
): Promise<DisclosedLaw> {
	const instrumentOf = ({ instrumentId }: Pick<Target, 'instrumentId'>) =>
		findInstrument(work.catalogue, instrumentId);
	const targets = all.filter((target) => target.law === law && instrumentOf(target));
	const instruments = [...new Set(targets.map(({ instrumentId }) => instrumentId))];
	const counted = await Promise.all(
		instruments.map(
			async (instrumentId) =>
				[
					instrumentId,
					await countDistributions(work, { year, instrumentId, countsAnew: true }, () => true)
				] as const
		)
	);
	const disclosed = discloseYear({
		targets,
		distributions: new Map(counted),
		scaleOf: (target) => findGoalScale(instrumentOf(target), target),
		versionOf: (target) => instrumentOf(target)?.version ?? '',
		smallestKnownOf: (scale) =>
			findDisclosureRule({ audience: 'public', isSensitive: scale.isSensitive }).smallestKnownGroup
	});
	return {
		law,
		...disclosed,
		goals: disclosed.table.goals.map(({ target }) => {
			const instrument = instrumentOf(target);
			return {
				...findGoalWording(instrument, target, 'sv'),
				instrument: textIn(instrument?.title ?? null, 'sv') ?? target.instrumentId,
				version: instrument?.version ?? ''
			};
		})
	};
}

function limitsOf({ catalogue }: Work, { instrumentId }: PublishedCut) {
	const instrument = findInstrument(catalogue, instrumentId);
	return findDisclosureRule({
		audience: 'public',
		isSensitive: instrument ? isSensitive(instrument) : true
	});
}
