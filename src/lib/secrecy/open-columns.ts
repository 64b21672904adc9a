/**
 * Every column of text or JSON that is stored as it is, and why it may be: one line each. What is not here is sealed
 * (sealed-columns.ts); a structure test fails on a column that nobody has decided about. The decisions with their
 * consequences: docs/decisions/0018-what-is-sealed.md.
 */

export const openReasons = {
	/** One of the words that the program or an instrument has itself; nobody writes anything in it. */
	word: 'a word from a fixed list',
	/** About the board, a provider, an instrument or a decision, as it stands in public documents. No client in it. */
	board: 'the board’s own, nothing about a client',
	/** Needed to find the case with; tells who it is only to whoever has the case system. */
	number: 'a number from the case system, never a personnummer',
	/** Codes and figures that statistics are made of in the database. No words, and no person but through the case. */
	figure: 'codes and figures',
	/** A hash with a key outside the database, or of 130 random bits: cannot be turned back or guessed. */
	hash: 'a hash that cannot be guessed',
	/** Shown to everybody it is for. */
	public: 'public by its nature',
	/** Encrypted with a key outside the database, by the domain that owns it. */
	locked: 'encrypted by its own domain',
	/** What signing in needs to find. About staff. */
	staff: 'the account of somebody on the staff',
	/** Written in the access log, where names and answers are not allowed. */
	log: 'the access log'
} as const;

type OpenReason = keyof typeof openReasons;

export const openColumns: Readonly<Record<string, Readonly<Record<string, OpenReason>>>> = {
	publications: {
		published_by: 'staff',
		decision_reference: 'board',
		snapshot: 'figure',
		cuts: 'figure',
		hash: 'hash',
		ended_by: 'staff',
		ended_because: 'word',
		ended_comment: 'board'
	},
	published_figures: { definition: 'figure', result: 'figure', hash: 'hash' },
	action_plan_events: { taken_by: 'staff', step: 'board' },
	action_plans: { law: 'word', instrument_id: 'word', item: 'word', state: 'word', draft: 'board' },
	administrations: {
		instrument_id: 'word',
		instrument_version: 'word',
		occasion: 'word',
		respondent: 'word',
		mode: 'word',
		state: 'word',
		token_hash: 'hash',
		draft_page: 'word',
		draft_language: 'word'
	},
	picture_places: {
		instrument_id: 'word',
		question: 'word',
		option: 'word',
		hash: 'hash',
		holder: 'board',
		licence: 'board',
		permission: 'board'
	},
	pictures: { hash: 'hash', media_type: 'word' },
	anonymous_responses: {
		quarter: 'word',
		instrument_id: 'word',
		instrument_version: 'word',
		answers: 'figure'
	},
	anonymous_texts: { quarter: 'word', instrument_id: 'word', question: 'word', state: 'word' },
	answer_boxes: { quarter: 'word', state: 'word', public_key: 'hash', languages: 'figure' },
	assessment_references: { reference: 'board', owner: 'board' },
	assignments: { role: 'word' },
	audit_events: {
		action: 'word',
		kind: 'word',
		subject_type: 'word',
		actor_kind: 'word',
		actor_id: 'log',
		work_context: 'word',
		reason: 'log',
		key_id: 'hash',
		mac: 'hash',
		seal_key_id: 'hash',
		seal: 'hash'
	},
	backup_codes: { code_hash: 'hash' },
	boards: { code: 'board', name: 'board' },
	goal_ratings: { judge: 'word' },
	hidden_questions: { instrument_id: 'word', questions: 'board' },
	case_imports: { staff_id: 'staff', columns: 'figure' },
	case_import_sources: { name: 'board', columns: 'board' },
	case_assignments: { staff_id: 'staff' },
	case_occasions: {
		line: 'word',
		rule: 'word',
		phase: 'word',
		instrument_id: 'word',
		respondent: 'word',
		state: 'word',
		missed_reason: 'word'
	},
	cases: { case_number: 'number' },
	clients: { client_number: 'number', sex: 'word', personal_number_index: 'hash' },
	export_orders: {
		data_set: 'word',
		instrument_id: 'word',
		instrument_version: 'word',
		format: 'word',
		value_form: 'word',
		age_form: 'word',
		unit_ids: 'word',
		language: 'word',
		ground: 'word',
		ordered_by: 'log',
		state: 'word',
		file_name: 'word',
		file_hash: 'hash',
		fault: 'word'
	},
	follow_up_plan_versions: { content: 'board' },
	information_texts: { subject: 'word', content: 'board' },
	client_contacts: { language: 'word' },
	invitations: { channel: 'word', language: 'word' },
	messages: { state: 'word', fault: 'word' },
	message_settings: { reminder_days: 'word' },
	message_texts: { channel: 'word', kind: 'word', language: 'word', subject: 'board', body: 'board' },
	instrument_permits: {
		instrument_id: 'word',
		instrument_version: 'word',
		holder: 'board',
		reference: 'board',
		wording: 'board'
	},
	kiosks: {
		name: 'board',
		pairing_hash: 'hash',
		token_hash: 'hash',
		public_key: 'public',
		verify_key: 'public',
		content_hash: 'hash',
		pin_salt: 'public',
		/** Four to eight digits can be tried through; it opens nothing but the way out of the questions on the tablet. */
		pin_hash: 'staff'
	},
	log_review_visits: {
		actor_id: 'log',
		actions: 'word',
		reasons: 'word',
		judgement: 'word',
		judged_by: 'log'
	},
	interviews: { help: 'word', place: 'word' },
	job_runs: { job: 'word', state: 'word', fault: 'word' },
	log_reviews: {
		month: 'word',
		seed: 'hash',
		assigned_to: 'log',
		signed_by: 'log',
		chain_seal: 'hash',
		chain_fault: 'word'
	},
	log_verdicts: { fault_kind: 'word', key_id: 'hash', mac: 'hash' },
	passkeys: { name: 'staff', credential_id: 'staff', public_key: 'staff', transports: 'word' },
	/** Organisations. A family home is entered without the family's name; see the decision. */
	providers: { name: 'board' },
	responses: { help: 'word', language: 'word', unanswered: 'figure' },
	scores: {
		scale: 'word',
		rule_version: 'word',
		instrument_version: 'word',
		reason: 'word',
		bands: 'figure',
		band_unknown_because: 'word',
		possible_bands: 'figure'
	},
	response_corrections: { corrected_by: 'log', scores_before: 'figure', unanswered_before: 'word' },
	report_conclusions: { report: 'word', scope: 'board', written_by: 'staff' },
	response_restrictions: { ground: 'word', restricted_by: 'log', lifted_by: 'log' },
	retention_certificates: { approved_by: 'log', rule_id: 'word', law: 'board', counts: 'figure' },
	retention_holds: { reason: 'word', held_by: 'log' },
	provider_hand_overs: { recorded_by: 'log' },
	retention_items: { asks: 'word', decision: 'word' },
	retention_overrides: { rule_id: 'word', reference: 'board' },
	retention_proposals: { rule_id: 'word', state: 'word', approved_by: 'log' },
	retention_settings: { municipality_code: 'word', regime: 'word' },
	risk_alerts: { item: 'word', acknowledged_by: 'log' },
	risk_routines: { routine: 'board' },
	sign_in_events: { kind: 'word' },
	sign_in_throttles: { key: 'hash' },
	/** To a key outside the database. */
	sealed_answers: { sealed: 'locked' },
	staff_accounts: {
		provider_id: 'word',
		account_id: 'staff',
		password: 'hash',
		access_token: 'staff',
		refresh_token: 'staff',
		id_token: 'staff',
		scope: 'word'
	},
	guests: { name: 'staff', token_hash: 'hash' },
	staff_invitations: { token_hash: 'hash' },
	/** The token is worth nothing without the signature in the cookie; the address is always null. */
	staff_sessions: { token: 'staff', second_factor: 'word', user_agent: 'staff', ip_address: 'staff' },
	staff_users: { name: 'staff', email: 'staff', image: 'staff' },
	staff_verifications: { identifier: 'staff', value: 'staff' },
	survey_answer_counts: {
		quarter: 'word',
		instrument_id: 'word',
		question: 'word',
		item: 'word',
		code: 'figure'
	},
	survey_codes: { code_hash: 'hash' },
	survey_form_counts: { quarter: 'word', instrument_id: 'word' },
	survey_links: { token_hash: 'hash' },
	surveys: {
		title: 'board',
		purpose: 'word',
		anonymity: 'word',
		instruments: 'word',
		state: 'word',
		languages: 'word',
		trial_hash: 'hash',
		target_group: 'word',
		quick_exit: 'word'
	},
	targets: {
		law: 'word',
		instrument_id: 'word',
		item: 'word',
		goal: 'board',
		comparison: 'word',
		decision_reference: 'board'
	},
	tenant_keys: { wrapped_key: 'locked', state: 'word' },
	totp_secrets: { secret: 'locked' },
	units: { name: 'board' },
	work_efforts: { kind: 'word', instrument_id: 'word' }
};
