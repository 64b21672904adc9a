/**
 * The rows as one JSON document: what the file is, its variables, and one object per response with null where there is no
 * value and the reason beside it in words (`"missing": { "audit_4": "not-shown" }`).
 */
import type { Codebook } from './codebook.ts';
import type { Encoder } from './encoder.ts';
import { findMissingKind } from './missing-codes.ts';
import type { Cell, Variable } from './variable.ts';

export function makeJsonEncoder(
	fileName: string,
	variables: readonly Variable[],
	codebook: Codebook
): Encoder {
	let isFirst = true;
	return {
		fileName,
		head() {
			isFirst = true;
			const about = Object.fromEntries(codebook.facts.map(({ name, value }) => [name, value]));
			const described = variables.map(
				({ name, kind, label, wording, valueLabels, hasMissingCodes, range, source }) => ({
					name,
					kind,
					label,
					wording,
					valueLabels,
					hasMissingReasons: hasMissingCodes,
					range,
					source
				})
			);
			const { notes } = codebook;
			return `{"about":${JSON.stringify(about)},"notes":${JSON.stringify(notes)},"variables":${JSON.stringify(described)},"responses":[`;
		},
		row(record) {
			const values: Record<string, Cell> = {};
			const missing: Record<string, string> = {};
			for (const variable of variables) {
				const cell = variable.read(record);
				const kind = variable.hasMissingCodes && typeof cell === 'number' ? findMissingKind(cell) : undefined;
				values[variable.name] = kind === undefined ? cell : null;
				if (kind !== undefined) missing[variable.name] = kind;
			}
			const reasons = Object.keys(missing).length > 0 ? { missing } : {};
			const line = `${isFirst ? '' : ','}\n${JSON.stringify({ ...values, ...reasons })}`;
			isFirst = false;
			return line;
		},
		tail: () => '\n]}\n'
	};
}
