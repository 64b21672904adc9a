/** The columns that stand before the questions: which response it is, and of whom as far as a file may say. */
import type { Instrument as CatalogueInstrument } from '#lib/instruments/instrument.ts';
import { m } from '#lib/paraglide/messages.js';
import type { AgeForm, DataSet, FileLanguage } from './export-order.ts';
import type { AnonymousRecord, CaseRecord, ExportRecord } from './export-record.ts';
import { findWidestLayers, writeLayers } from './write-layers.ts';
import type { Cell, ValueLabel, Variable } from './variable.ts';

/** Which response, whose, when and how; the names are Swedish and the same in every language. */
export function listBackgroundVariables(
	dataSet: DataSet,
	{ ageForm, language, instrument }: { ageForm: AgeForm; language: FileLanguage; instrument: Instrument }
): Variable[] {
	const locale = { locale: language };
	const id = variable('id', 'number', m.exports_var_id({}, locale), ({ number }) => number);
	const provider = variable(
		'utforare',
		'text',
		m.exports_var_provider({}, locale),
		(record) => record.provider
	);
	const form = [
		variable('instrument', 'text', m.exports_var_instrument({}, locale), () => instrument.id),
		variable('version', 'text', m.exports_var_version({}, locale), () => instrument.version)
	];
	if (dataSet === 'anonymous-responses') {
		const period = ofSurvey('period', m.exports_var_period({}, locale), (record) => record.period);
		return [id, period, provider, ...form];
	}
	const age =
		ageForm === 'birth-year'
			? ofCase('fodelsear', 'number', m.exports_var_birth_year({}, locale), ({ birthYear }) => birthYear)
			: ofCase('aldersgrupp', 'text', m.exports_var_age_group({}, locale), ({ ageGroup }) => ageGroup);
	return [
		id,
		ofCase('arende', 'text', m.exports_var_case({}, locale), ({ pseudonym }) => pseudonym),
		{
			...ofCase('matpunkt', 'number', m.exports_var_occasion({}, locale), (record) =>
				occasionCodes.indexOf(record.occasion)
			),
			valueLabels: occasionLabels(language)
		},
		ofCase('matning', 'number', m.exports_var_repeat({}, locale), ({ repeat }) => repeat),
		ofCase('svarsdag', 'day', m.exports_var_day({}, locale), ({ answeredOn }) => answeredOn),
		words('lage', m.exports_var_mode({}, locale), modeLabels(language), ({ mode }) => modeCodes[mode]),
		ofCase('sprak', 'text', m.exports_var_language({}, locale), (record) => record.language),
		{
			...ofCase('textlager', 'text', m.exports_var_layers({}, locale), ({ layers }) => writeLayers(layers)),
			width: findWidestLayers(instrument.questionnaire)
		},
		words(
			'svarande',
			m.exports_var_respondent({}, locale),
			respondentLabels(language),
			({ respondent }) => respondentCodes[respondent]
		),
		words('hjalp', m.exports_var_help({}, locale), helpLabels(language), ({ help }) => helpCodes[help]),
		words('kon', m.exports_var_sex({}, locale), sexLabels(language), ({ sex }) => sex && sexCodes[sex]),
		age,
		provider,
		ofCase('insats', 'text', m.exports_var_intervention({}, locale), ({ intervention }) => intervention),
		...form
	];
}

/** Room for the texts that are the program's own. */
const widths: Readonly<Record<string, number>> = {
	arende: 12,
	lage: 10,
	sprak: 16,
	svarande: 10,
	hjalp: 16,
	kon: 6,
	aldersgrupp: 12,
	period: 20,
	instrument: 40,
	version: 16
};

type Instrument = Pick<CatalogueInstrument, 'id' | 'version' | 'questionnaire'>;

/** By number in the files: 1 before, 2 during, 3 after, 4 follow-up. */
const occasionCodes: readonly (CaseRecord['occasion'] | null)[] = [
	null,
	'before',
	'during',
	'after',
	'follow-up'
];
const modeCodes = { link: 'lank', kiosk: 'kiosk', interview: 'intervju', paper: 'papper' } as const;
const respondentCodes = {
	client: 'klient',
	child: 'barn',
	parent: 'foralder',
	relative: 'narstaende',
	staff: 'personal',
	provider: 'utforare'
} as const;
const helpCodes = {
	self: 'sjalv',
	aids: 'hjalpmedel',
	interpreter: 'tolk',
	relative: 'narstaende',
	'legal-representative': 'foretradare',
	staff: 'personal',
	'question-assistant': 'frageassistent'
} as const;
const sexCodes = { female: 'kvinna', male: 'man' } as const;

function occasionLabels(locale: FileLanguage): ValueLabel[] {
	return [
		{ code: 1, label: m.staff_occasion_before({}, { locale }) },
		{ code: 2, label: m.staff_occasion_during({}, { locale }) },
		{ code: 3, label: m.staff_occasion_after({}, { locale }) },
		{ code: 4, label: m.staff_occasion_follow_up({}, { locale }) }
	];
}

function modeLabels(locale: FileLanguage): ValueLabel[] {
	return [
		{ code: modeCodes.link, label: m.staff_mode_link({}, { locale }) },
		{ code: modeCodes.kiosk, label: m.staff_mode_kiosk({}, { locale }) },
		{ code: modeCodes.interview, label: m.staff_mode_interview({}, { locale }) },
		{ code: modeCodes.paper, label: m.staff_mode_paper({}, { locale }) }
	];
}

function respondentLabels(locale: FileLanguage): ValueLabel[] {
	return [
		{ code: respondentCodes.client, label: m.staff_respondent_client({}, { locale }) },
		{ code: respondentCodes.child, label: m.staff_respondent_child({}, { locale }) },
		{ code: respondentCodes.parent, label: m.staff_respondent_parent({}, { locale }) },
		{ code: respondentCodes.relative, label: m.staff_respondent_relative({}, { locale }) },
		{ code: respondentCodes.staff, label: m.staff_respondent_staff({}, { locale }) },
		{ code: respondentCodes.provider, label: m.staff_respondent_provider({}, { locale }) }
	];
}

function helpLabels(locale: FileLanguage): ValueLabel[] {
	return [
		{ code: helpCodes.self, label: m.staff_help_self({}, { locale }) },
		{ code: helpCodes.aids, label: m.staff_help_aids({}, { locale }) },
		{ code: helpCodes.interpreter, label: m.staff_help_interpreter({}, { locale }) },
		{ code: helpCodes.relative, label: m.staff_help_relative({}, { locale }) },
		{ code: helpCodes['legal-representative'], label: m.staff_help_legal_representative({}, { locale }) },
		{ code: helpCodes.staff, label: m.staff_help_staff({}, { locale }) },
		{ code: helpCodes['question-assistant'], label: m.staff_help_question_assistant({}, { locale }) }
	];
}

function sexLabels(locale: FileLanguage): ValueLabel[] {
	return [
		{ code: sexCodes.female, label: m.staff_sex_female({}, { locale }) },
		{ code: sexCodes.male, label: m.staff_sex_male({}, { locale }) }
	];
}

function variable(
	name: string,
	kind: Variable['kind'],
	label: string,
	read: (record: ExportRecord) => Cell
): Variable {
	return {
		name,
		kind,
		decimals: 0,
		width: widths[name] ?? null,
		label,
		wording: null,
		valueLabels: [],
		hasMissingCodes: false,
		source: null,
		range: null,
		read
	};
}

function ofCase(
	name: string,
	kind: Variable['kind'],
	label: string,
	read: (record: CaseRecord) => Cell
): Variable {
	return variable(name, kind, label, (record) => (record.kind === 'case' ? read(record) : null));
}

function words(
	name: string,
	label: string,
	valueLabels: readonly ValueLabel[],
	read: (record: CaseRecord) => Cell
): Variable {
	return { ...ofCase(name, 'text', label, read), valueLabels };
}

function ofSurvey(name: string, label: string, read: (record: AnonymousRecord) => Cell): Variable {
	return variable(name, 'text', label, (record) => (record.kind === 'anonymous' ? read(record) : null));
}
