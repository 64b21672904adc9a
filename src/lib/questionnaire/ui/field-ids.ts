/** The ids that tie a question's parts together; an error summary points at `question-<name>`. */
export interface FieldIds {
	readonly question: string;
	readonly title: string;
	readonly help: string;
	readonly problem: string;
	readonly control: string;
}

/** The ids for a question name. */
export function fieldIds(name: string): FieldIds {
	return {
		question: `question-${name}`,
		title: `question-${name}-title`,
		help: `question-${name}-help`,
		problem: `question-${name}-problem`,
		control: `question-${name}-control`
	};
}
