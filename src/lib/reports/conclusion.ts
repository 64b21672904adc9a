/** What a group has concluded from a report, in SKR's five steps (Kom ihåg analysen!, Uppföljning med hjälp av individdata). */
export const analysisSteps = ['gather', 'focus', 'causes', 'conclude', 'act'] as const;
export type AnalysisStep = (typeof analysisSteps)[number];

export type StepTexts = Readonly<Record<AnalysisStep, string>>;

/** As much as fits on half a page. */
export const longestStep = 2000;

export interface Conclusion {
	readonly steps: StepTexts;
	readonly writtenAt: Date;
	/** Who, as the access log names them. */
	readonly writtenBy: string;
}

/** The texts without room around them; null when nothing is written or something is too long. */
export function parseSteps(given: Readonly<Record<string, unknown>>): StepTexts | null {
	const texts = analysisSteps.map((step) => {
		const text = given[step];
		return typeof text === 'string' ? text.trim() : '';
	});
	if (texts.every((text) => text === '') || texts.some((text) => text.length > longestStep)) return null;
	return Object.fromEntries(
		analysisSteps.map((step, index) => [step, texts[index] ?? ''])
	) as unknown as StepTexts;
}
