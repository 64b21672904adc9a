import { Serializer } from 'survey-core';
import type { CompileContext, Path } from './compile-context.ts';
import { report } from './compile-context.ts';
import type { PropertyRules } from './known-properties.ts';

/** One object of the definition with its properties by SurveyJS's canonical names. */
export interface OpenObject {
	readonly path: Path;
	readonly values: ReadonlyMap<string, { readonly path: Path; readonly value: unknown }>;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Reads an object's properties and reports each one that the rules do not allow. Old SurveyJS names
 * (`hasOther`) are taken for the new ones. `type` is read by the caller.
 */
export function openObject(
	raw: Readonly<Record<string, unknown>>,
	path: Path,
	className: string,
	rules: PropertyRules,
	context: CompileContext
): OpenObject {
	const values = new Map<string, { path: Path; value: unknown }>();
	for (const [key, value] of Object.entries(raw)) {
		if (key === 'type' || value === null || value === undefined) continue;
		const name: string | undefined = Serializer.findProperty(className, key)?.name;
		const place = [...path, key];
		const rule = name !== undefined && Object.hasOwn(rules, name) ? rules[name] : undefined;
		if (name === undefined) {
			report(
				context,
				place,
				'property-unknown',
				`SurveyJS har ingen egenskap ”${key}” här. Ta bort den eller rätta stavningen.`
			);
		} else if (rule === undefined) {
			report(context, place, 'property-unsupported', `Egenskapen ”${key}” stöds inte. Ta bort den.`);
		} else if (rule !== 'read' && rule !== 'ignored' && !rule.includes(value)) {
			const allowed = rule.map((item) => JSON.stringify(item)).join(' eller ');
			report(
				context,
				place,
				'property-value-unsupported',
				`Egenskapen ”${key}” kan bara vara ${allowed}. Ta bort den eller ändra värdet.`
			);
		} else if (values.has(name)) {
			report(context, place, 'property-twice', `Egenskapen ”${name}” står två gånger, med olika namn.`);
		} else {
			values.set(name, { path: place, value });
		}
	}
	return { path, values };
}

/** The value of a property as it stands, or undefined. */
export function readRaw(object: OpenObject, name: string): unknown {
	return object.values.get(name)?.value;
}

/** Where a property stands; where it would stand when it is missing. */
export function pathOf(object: OpenObject, name: string): Path {
	return object.values.get(name)?.path ?? [...object.path, name];
}

export function readBoolean(object: OpenObject, name: string, context: CompileContext): boolean {
	const value = readRaw(object, name);
	if (value === undefined || typeof value === 'boolean') return value ?? false;
	report(
		context,
		pathOf(object, name),
		'property-invalid',
		`Egenskapen ”${name}” ska vara true eller false.`
	);
	return false;
}

/** A finite number, or null when the property is missing. */
export function readNumber(object: OpenObject, name: string, context: CompileContext): number | null {
	const value = readRaw(object, name);
	if (value === undefined) return null;
	if (typeof value === 'number' && Number.isFinite(value)) return value;
	report(context, pathOf(object, name), 'property-invalid', `Egenskapen ”${name}” ska vara ett tal.`);
	return null;
}

/** A positive whole number; null when the property is missing or is SurveyJS's way to say no limit (0, −1). */
export function readLimit(object: OpenObject, name: string, context: CompileContext): number | null {
	const value = readNumber(object, name, context);
	if (value === null || value <= 0) return null;
	if (Number.isInteger(value)) return value;
	report(context, pathOf(object, name), 'property-invalid', `Egenskapen ”${name}” ska vara ett helt tal.`);
	return null;
}

/** A list, empty when the property is missing. */
export function readList(object: OpenObject, name: string, context: CompileContext): readonly unknown[] {
	const value = readRaw(object, name);
	if (value === undefined) return [];
	if (Array.isArray(value)) return value;
	report(context, pathOf(object, name), 'property-invalid', `Egenskapen ”${name}” ska vara en lista.`);
	return [];
}

/** Reports the members of a list property that are not objects. */
export function checkRecords(object: OpenObject, name: string, context: CompileContext): void {
	readList(object, name, context).forEach((item, index) => {
		if (isRecord(item)) return;
		report(context, [...pathOf(object, name), index], 'property-invalid', 'Här ska det stå ett objekt, {…}.');
	});
}
