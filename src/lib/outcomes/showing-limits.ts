/**
 * How much is needed before a figure is shown. A table to read and argue with; the functions themselves compute whatever they
 * are given. Depends on nothing, so that pages can say the limits too.
 */
export const showingLimits = {
	/** Pairs for any figure of a group: the least that may be told of one. */
	pairsForFigures: 5,
	/** Pairs for an interval: simulated coverage of a 95 % interval on a top-heavy item is 88 % at 5 and 93 % at 10. */
	pairsForInterval: 10,
	/** Pairs for a standardised change: Hedges' correction is 0 at two, and below ten the figure mostly shows chance. */
	pairsForStandardised: 10,
	/** Values for a resampled interval: with fewer it is too narrow, and the t interval stands alone. */
	valuesForBootstrap: 20,
	/** Complete respondents and items for Cronbach's alpha: three respondents give .81 with an interval from −.34 to 1. */
	respondentsForAlpha: 30,
	itemsForAlpha: 3,
	/** Points in each phase for a line or NAP (What Works Clearinghouse 4.0: five). */
	pointsPerPhase: 5,
	/** Providers for a funnel; with fewer a list with intervals says more. */
	providersForFunnel: 6,
	/** Share followed up below which it is shown what the figure would be had all or none of the lost improved. */
	followUpShareForBounds: 0.7,
	/** Standardised difference between followed up and lost, either way, that is pointed out. */
	differencePointedOut: 0.1
} as const;
