/**
 * What the compiler does with each SurveyJS property, by SurveyJS's canonical name:
 * 'read' is compiled; 'ignored' is presentation that the interface decides itself, left out on purpose;
 * a list means that only these values say what we do anyway. Everything that is not here is refused.
 */
export type PropertyRule = 'read' | 'ignored' | readonly unknown[];
export type PropertyRules = Readonly<Record<string, PropertyRule>>;

/** Widths, columns and indents: the page is one column that fits a phone. */
const layout: PropertyRules = {
	width: 'ignored',
	minWidth: 'ignored',
	maxWidth: 'ignored',
	colSpan: 'ignored',
	startWithNewLine: 'ignored',
	indent: 'ignored',
	innerIndent: 'ignored',
	gridLayoutColumns: 'ignored',
	questionTitleWidth: 'ignored',
	allowAdaptiveActions: 'ignored',
	state: ['default', 'expanded']
};

/** Numbers before questions and where titles and errors stand: the same everywhere in the interface. */
const placement: PropertyRules = {
	showNumber: 'ignored',
	showQuestionNumbers: 'ignored',
	questionStartIndex: 'ignored',
	descriptionLocation: 'ignored',
	questionDescriptionLocation: 'ignored',
	errorLocation: 'ignored',
	questionErrorLocation: 'ignored',
	titleLocation: ['default', 'top', 'bottom', 'left'],
	questionTitleLocation: ['default', 'top', 'bottom', 'left']
};

export const surveyRules: PropertyRules = {
	...placement,
	title: 'read',
	description: 'read',
	locale: 'read',
	pages: 'read',
	elements: 'read',
	questionsOnPageMode: ['standard', 'questionPerPage'],
	maxTextLength: 'read',
	// Same as what the engine does.
	clearInvisibleValues: ['onComplete'],
	checkErrorsMode: ['onNextPage', 'onValueChanged'],
	storeOthersAsComment: [true],
	questionOrder: ['initial'],
	firstPageIsStartPage: [false],
	readOnly: [false],
	showTimer: [false],
	showPrevButton: [true],
	showTitle: [true],
	showPageTitles: [true],
	// What the file is, for editors and for SurveyJS Creator.
	$schema: 'ignored',
	sjsVersion: 'ignored',
	// The interface has one look, one header, one progress line, one review page and one thank-you page.
	logo: 'ignored',
	logoWidth: 'ignored',
	logoHeight: 'ignored',
	logoFit: 'ignored',
	logoPosition: 'ignored',
	headerView: 'ignored',
	backgroundImage: 'ignored',
	backgroundImageFit: 'ignored',
	backgroundImageAttachment: 'ignored',
	backgroundOpacity: 'ignored',
	showBrandInfo: 'ignored',
	width: 'ignored',
	widthMode: 'ignored',
	fitToContainer: 'ignored',
	gridLayoutEnabled: 'ignored',
	requiredMark: 'ignored',
	questionTitlePattern: 'ignored',
	showPageNumbers: 'ignored',
	showProgressBar: 'ignored',
	progressBarLocation: 'ignored',
	progressBarType: 'ignored',
	progressBarShowNavigationText: 'ignored',
	progressBarShowPageNumbers: 'ignored',
	progressBarNavigationTextLocation: 'ignored',
	progressBarInheritWidthFrom: 'ignored',
	showTOC: 'ignored',
	tocLocation: 'ignored',
	showNavigationButtons: 'ignored',
	navigationButtonsLocation: 'ignored',
	showPreviewBeforeComplete: 'ignored',
	previewMode: 'ignored',
	showCompletePage: 'ignored',
	autoFocusFirstQuestion: 'ignored',
	autoFocusFirstError: 'ignored',
	// Nothing moves on by itself: the respondent says when (WCAG 3.2.2).
	autoAdvanceEnabled: 'ignored',
	autoAdvanceAllowComplete: 'ignored',
	textUpdateMode: 'ignored',
	validateVisitedEmptyFields: 'ignored',
	autoGrowComment: 'ignored',
	allowResizeComment: 'ignored',
	commentAreaRows: 'ignored',
	matrixDragHandleArea: 'ignored',
	regionalFormat: 'ignored'
};

const conditions: PropertyRules = {
	visible: 'read',
	visibleIf: 'read',
	readOnly: 'read',
	enableIf: 'read',
	isRequired: 'read',
	requiredIf: 'read',
	requiredErrorText: 'read'
};

export const panelRules: PropertyRules = {
	...layout,
	...placement,
	...conditions,
	name: 'read',
	title: 'read',
	description: 'read',
	elements: 'read',
	questionOrder: ['default', 'initial']
};

export const pageRules: PropertyRules = {
	...panelRules,
	showNavigationButtons: 'ignored',
	// Names in SurveyJS's table of contents, which the interface does not have.
	navigationTitle: 'ignored',
	navigationDescription: 'ignored',
	timeLimit: [0]
};

const questionRules: PropertyRules = {
	...layout,
	...placement,
	...conditions,
	name: 'read',
	title: 'read',
	description: 'read',
	validators: 'read',
	showCommentArea: 'read',
	commentText: 'read',
	clearIfInvisible: ['default', 'onComplete'],
	renderAs: ['default'],
	// Only used in texts with variables, which are refused.
	useDisplayValuesInDynamicTexts: 'ignored',
	defaultDisplayValue: 'ignored',
	// Only used with a random order, which is refused.
	randomize: 'ignored',
	randomizeCategory: 'ignored'
};

const selectRules: PropertyRules = {
	...questionRules,
	choices: 'read',
	showOtherItem: 'read',
	otherText: 'read',
	otherPlaceholder: 'read',
	showNoneItem: 'read',
	noneText: 'read',
	showRefuseItem: 'read',
	refuseText: 'read',
	showDontKnowItem: 'read',
	dontKnowText: 'read',
	choicesOrder: ['none'],
	choicesFromQuestionMode: ['all'],
	storeOthersAsComment: ['default', true],
	hideIfChoicesEmpty: 'ignored',
	separateSpecialChoices: 'ignored',
	colCount: 'ignored',
	displayMode: 'ignored',
	// An answer can always be taken back.
	allowClear: 'ignored'
};

/** By SurveyJS's element type: the types that are supported, and no others. */
export const questionRulesByType: Readonly<Record<string, PropertyRules>> = {
	radiogroup: selectRules,
	checkbox: {
		...selectRules,
		minSelectedChoices: 'read',
		maxSelectedChoices: 'read',
		showSelectAllItem: [false]
	},
	dropdown: {
		...selectRules,
		searchEnabled: 'ignored',
		searchMode: 'ignored',
		textWrapEnabled: 'ignored',
		autocomplete: 'ignored',
		allowCustomChoices: [false]
	},
	rating: {
		...questionRules,
		rateValues: 'read',
		rateMin: 'read',
		rateMax: 'read',
		rateStep: 'read',
		rateCount: 'read',
		autoGenerate: 'read',
		minRateDescription: 'read',
		maxRateDescription: 'read',
		rateType: ['labels'],
		displayMode: 'ignored',
		scaleColorMode: 'ignored',
		rateColorMode: 'ignored',
		rateDescriptionLocation: 'ignored',
		displayRateDescriptionsAsExtremeItems: 'ignored'
	},
	boolean: {
		...questionRules,
		labelTrue: 'read',
		labelFalse: 'read',
		valueTrue: 'read',
		valueFalse: 'read',
		swapOrder: 'ignored',
		displayMode: 'ignored',
		useTitleAsLabel: 'ignored'
	},
	text: {
		...questionRules,
		inputType: 'read',
		min: 'read',
		max: 'read',
		minErrorText: 'read',
		maxErrorText: 'read',
		step: 'read',
		maxLength: 'read',
		maskType: ['none'],
		inputSize: 'ignored',
		inputTextAlignment: 'ignored',
		textUpdateMode: 'ignored',
		autocomplete: 'ignored'
	},
	comment: {
		...questionRules,
		rows: 'read',
		maxLength: 'read',
		autoGrow: 'ignored',
		allowResize: 'ignored',
		textUpdateMode: 'ignored',
		acceptCarriageReturn: [true]
	},
	slider: {
		...questionRules,
		min: 'read',
		max: 'read',
		step: 'read',
		customLabels: 'read',
		sliderType: ['single'],
		labelFormat: ['{0}'],
		tooltipFormat: ['{0}'],
		showLabels: 'ignored',
		labelCount: 'ignored',
		tooltipVisibility: 'ignored',
		allowDragRange: 'ignored',
		allowSwap: 'ignored',
		allowClear: 'ignored'
	},
	matrix: {
		...questionRules,
		columns: 'read',
		rows: 'read',
		eachRowRequired: 'read',
		rowOrder: ['initial'],
		cellType: ['radio'],
		eachRowUnique: [false],
		hideIfRowsEmpty: 'ignored',
		showHeader: 'ignored',
		verticalAlign: 'ignored',
		alternateRows: 'ignored',
		displayMode: 'ignored',
		columnMinWidth: 'ignored',
		rowTitleWidth: 'ignored'
	}
};

const itemRules: PropertyRules = {
	value: 'read',
	text: 'read',
	randomize: 'ignored',
	randomizeCategory: 'ignored'
};

/** By SurveyJS's item class. */
export const itemRulesByClass = {
	choiceitem: { ...itemRules, showCommentArea: [false], isCommentRequired: [false] },
	checkboxitem: {
		...itemRules,
		isExclusive: 'read',
		showCommentArea: [false],
		isCommentRequired: [false]
	},
	ratingitem: itemRules,
	itemvalue: itemRules,
	matrixcolumn: { ...itemRules, isExclusive: [false] },
	sliderlabel: { ...itemRules, showValue: 'ignored' }
} as const satisfies Readonly<Record<string, PropertyRules>>;

const validatorRules: PropertyRules = { text: 'read', notificationType: ['error'] };

/** By the `type` of a validator. */
export const validatorRulesByType: Readonly<Record<string, PropertyRules>> = {
	numeric: { ...validatorRules, minValue: 'read', maxValue: 'read' },
	text: { ...validatorRules, minLength: 'read', maxLength: 'read', allowDigits: 'read' },
	answercount: { ...validatorRules, minCount: 'read', maxCount: 'read' },
	regex: { ...validatorRules, regex: 'read', caseInsensitive: 'read' },
	email: validatorRules,
	expression: { ...validatorRules, expression: 'read' }
};
