/** Random SurveyJS definitions with answers, made up, for the property tests that compare with survey-core. */
import * as fc from 'fast-check';

export type Json = Record<string, unknown>;

interface Slot {
	readonly name: string;
	readonly type: string;
}

const types = ['radiogroup', 'checkbox', 'dropdown', 'rating', 'boolean', 'text', 'number', 'date', 'comment', 'matrix'];

const choices = [
	{ value: 0, text: 'Noll' },
	{ value: 1, text: 'Ett' },
	{ value: 2, text: 'Två' },
	{ value: 'a', text: 'Å' },
	{ value: '04', text: 'Fyra' }
];
const choiceCodes = choices.map(({ value }) => value);

/** Conditions as people write them, over the questions a condition may look at. */
function conditions(slots: readonly Slot[]): fc.Arbitrary<string> {
	if (slots.length === 0) return fc.constantFrom('1 = 1', '2 < 1');
	const variables = slots.flatMap(({ name, type }) =>
		type === 'matrix' ? [`{${name}.r1}`, `{${name}.r2}`] : [`{${name}}`, `{${name.toUpperCase()}}`, `{${name}.length}`]
	);
	const variable = fc.constantFrom(...variables);
	const literal = fc.constantFrom('0', '1', '2', "'a'", "'04'", 'true', 'false', "'Å'", '3.5', "'2026-05-01'");
	const simple = fc.oneof(
		fc.tuple(variable, fc.constantFrom('=', '<>', '<', '>=', 'contains', 'anyof', '+'), literal).map((parts) => parts.join(' ')),
		fc.tuple(variable, fc.constantFrom('empty', 'notempty')).map((parts) => parts.join(' ')),
		fc.tuple(variable, variable).map(([left, right]) => `${left} = ${right}`),
		variable.map((name) => `sum(${name}, 1) > 2`),
		variable,
		variable.map((name) => `!${name}`)
	);
	return fc.oneof(
		simple,
		fc
			.tuple(simple, fc.constantFrom('and', 'or'), simple)
			.map(([left, operator, right]) => `(${left}) ${operator} (${right})`)
	);
}

const sometimes = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });

function validators(type: string, slots: readonly Slot[]): fc.Arbitrary<Json[]> {
	const limit = sometimes(fc.integer({ min: 0, max: 4 }));
	const byType: Readonly<Record<string, fc.Arbitrary<Json>>> = {
		expression: fc.record({ type: fc.constant('expression'), expression: conditions(slots) }),
		numeric: fc.record({ type: fc.constant('numeric'), minValue: limit, maxValue: limit }),
		text: fc.record({
			type: fc.constant('text'),
			minLength: limit,
			maxLength: limit,
			allowDigits: sometimes(fc.boolean())
		}),
		answercount: fc.record({ type: fc.constant('answercount'), minCount: limit, maxCount: limit }),
		regex: fc.record({
			type: fc.constant('regex'),
			regex: fc.constantFrom('^[a-zåäö]+$', '\\d', '^.{2}$', '😀'),
			caseInsensitive: sometimes(fc.boolean())
		}),
		email: fc.constant({ type: 'email' })
	};
	const suitable = ['expression', ...(suitableValidators[type] ?? [])].flatMap((name) => byType[name] ?? []);
	return fc.array(fc.oneof(...suitable), { maxLength: 2 });
}

/** survey-core `settings.supportedValidators`, beside the one every question has. */
const suitableValidators: Readonly<Record<string, readonly string[]>> = {
	text: ['numeric', 'text', 'regex', 'email'],
	number: ['numeric', 'text', 'regex', 'email'],
	date: ['numeric', 'text', 'regex', 'email'],
	comment: ['text', 'regex'],
	checkbox: ['answercount']
};

function conditional(slots: readonly Slot[]): fc.Arbitrary<Json> {
	return fc.record({
		visibleIf: sometimes(conditions(slots)),
		enableIf: sometimes(conditions(slots)),
		requiredIf: sometimes(conditions(slots)),
		isRequired: sometimes(fc.boolean()),
		visible: sometimes(fc.boolean()),
		readOnly: fc.option(fc.constant(true), { nil: undefined, freq: 6 })
	});
}

function question(slot: Slot, slots: readonly Slot[]): fc.Arbitrary<Json> {
	const { name, type } = slot;
	const base = fc.tuple(conditional(slots), validators(type, slots)).map(([conditions, checks]) => ({
		name,
		type,
		...conditions,
		validators: checks.map(withoutUndefined)
	}));
	const extra: fc.Arbitrary<Json> = extraOf(type);
	return fc.tuple(base, extra).map((parts) => withoutUndefined(Object.assign({}, ...parts)));
}

function extraOf(type: string): fc.Arbitrary<Json> {
	const limit = sometimes(fc.integer({ min: 0, max: 4 }));
	switch (type) {
		case 'radiogroup':
		case 'dropdown':
			return fc.record({ choices: fc.constant(choices), showOtherItem: fc.boolean() });
		case 'checkbox':
			return fc.record({
				choices: fc.constant(choices),
				showOtherItem: fc.boolean(),
				showNoneItem: fc.boolean(),
				minSelectedChoices: limit
			});
		case 'rating':
			return fc.record({ rateMin: fc.integer({ min: 0, max: 1 }), rateMax: fc.integer({ min: 3, max: 7 }) });
		case 'number':
			return fc.record({
				type: fc.constant('text'),
				inputType: fc.constant('number'),
				min: sometimes(fc.constantFrom(0, 1.5)),
				max: sometimes(fc.constantFrom(3, 7.5)),
				step: sometimes(fc.constantFrom(1, 0.5, 0.1))
			});
		case 'date':
			return fc.record({
				type: fc.constant('text'),
				inputType: fc.constant('date'),
				min: sometimes(fc.constant('2026-05-01')),
				max: sometimes(fc.constant('2026-06-30'))
			});
		case 'text':
			return fc.record({ inputType: fc.constantFrom('text', 'email', 'tel') });
		case 'matrix':
			return fc.record({
				rows: fc.constant([{ value: 'r1', text: 'Ett' }, { value: 'r2', text: 'Två' }]),
				columns: fc.constant(choices),
				eachRowRequired: fc.boolean()
			});
		default:
			return fc.constant({});
	}
}

/** An answer that SurveyJS would keep as it is; texts with unicode, numbers as text, blanks and empties among them. */
function answer({ type }: Slot): fc.Arbitrary<unknown> {
	const empty = fc.constantFrom(undefined, '', null);
	const choice = fc.constantFrom(...choiceCodes);
	switch (type) {
		case 'radiogroup':
		case 'dropdown':
			return fc.oneof(choice, choice, fc.constant('other'), fc.constant(undefined));
		case 'checkbox':
			return fc.oneof(
				fc.uniqueArray(choice, { maxLength: 4 }),
				fc.uniqueArray(fc.constantFrom(...choiceCodes, 'other'), { maxLength: 4 }),
				fc.constantFrom(undefined, ['none'])
			);
		case 'rating':
			return fc.oneof(fc.integer({ min: 0, max: 7 }), fc.constant(undefined));
		case 'boolean':
			return fc.constantFrom(true, false, undefined);
		case 'number':
			return fc.oneof(fc.integer({ min: -2, max: 9 }), fc.constantFrom(0.3, 2.5, 7.5, undefined, '12', 'x'));
		case 'date':
			return fc.constantFrom('2026-04-30', '2026-05-01', '2026-07-01', '3000-01-01', undefined, '');
		case 'matrix':
			return fc.oneof(
				fc.record({ r1: sometimes(choice), r2: sometimes(choice) }).map((rows) => withoutUndefined(rows)),
				fc.constant(undefined)
			);
		default:
			return fc.oneof(
				fc.string({ maxLength: 5, unit: 'grapheme' }),
				fc.constantFrom('abc', 'ÅÄÖ', '😀😀', 'a@b.se', 'åsa@exempel.se', '12', 'rum 3', '  ', 'true', '0', "'a'"),
				empty
			);
	}
}

/** A definition with up to three pages and its answers. With `looksBack` conditions only look at earlier questions. */
export function definitionsWithAnswers({ looksBack = false } = {}): fc.Arbitrary<{ survey: Json; answers: Json }> {
	const slotLists = fc
		.array(fc.constantFrom(...types), { minLength: 2, maxLength: 8 })
		.map((list) => list.map((type, index) => ({ name: `q${index}`, type })));
	return slotLists.chain((slots) => {
		const scopeAt = (index: number) => (looksBack ? slots.slice(0, index) : slots);
		const questions = fc.tuple(...slots.map((slot, index) => question(slot, scopeAt(index))));
		const answers = fc.tuple(...slots.map(answer));
		const comments = fc.tuple(...slots.map(() => sometimes(fc.constantFrom('för att', ''))));
		const sizes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: slots.length, maxLength: slots.length });
		const containers = fc.tuple(...slots.map((_, index) => conditional(scopeAt(index))));
		const shape = fc.record({ sizes, hasPanels: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }) });
		return fc.tuple(questions, answers, comments, containers, shape).map(([list, given, texts, holders, { sizes, hasPanels }]) => ({
			survey: { locale: 'sv', pages: toPages(list, holders, sizes, hasPanels) },
			answers: withoutUndefined(
				Object.fromEntries(
					slots.flatMap(({ name, type }, index) => {
						const { showOtherItem: hasOther, showNoneItem: hasNone } = list[index] ?? {};
						const value = given[index];
						return [
							[name, (mentions(value, 'other') && !hasOther) || (mentions(value, 'none') && !hasNone) ? undefined : value],
							[`${name}-Comment`, hasOther && type !== 'matrix' ? texts[index] : undefined]
						];
					})
				)
			)
		}));
	});
}

function mentions(value: unknown, code: string): boolean {
	return value === code || (Array.isArray(value) && value.includes(code));
}

function toPages(questions: readonly Json[], holders: readonly Json[], sizes: readonly number[], hasPanels: readonly boolean[]): Json[] {
	const pages: Json[] = [];
	for (let at = 0; at < questions.length; ) {
		const index = pages.length;
		const size = sizes[index] ?? 1;
		const elements = questions.slice(at, at + size);
		const panel = { type: 'panel', name: `panel${index}`, ...holders[at], elements: elements.slice(0, 2) };
		pages.push(
			withoutUndefined({
				name: `page${index}`,
				...(hasPanels[index] ? {} : holders[at]),
				elements: hasPanels[index] ? [withoutUndefined(panel), ...elements.slice(2)] : elements
			})
		);
		at += size;
	}
	return pages;
}

function withoutUndefined(object: Json): Json {
	return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}
