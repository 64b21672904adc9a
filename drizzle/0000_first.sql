CREATE TABLE "audit_events" (
	"board_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"happened_at" timestamp with time zone NOT NULL,
	"action" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"reason" text,
	CONSTRAINT "audit_events_board_id_id_pk" PRIMARY KEY("board_id","id"),
	CONSTRAINT "audit_events_actor" CHECK (("audit_events"."actor_kind" = 'staff') = ("audit_events"."actor_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"board_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"case_number" text NOT NULL,
	"concern" text,
	"opened_on" date NOT NULL,
	"closed_on" date,
	CONSTRAINT "cases_board_id_id_pk" PRIMARY KEY("board_id","id"),
	CONSTRAINT "cases_number_key" UNIQUE("board_id","case_number"),
	CONSTRAINT "cases_days" CHECK ("cases"."closed_on" >= "cases"."opened_on")
);
--> statement-breakpoint
CREATE TABLE "clients" (
	"board_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_number" text NOT NULL,
	"sex" text,
	"birth_year" smallint,
	CONSTRAINT "clients_board_id_id_pk" PRIMARY KEY("board_id","id"),
	CONSTRAINT "clients_number_key" UNIQUE("board_id","client_number"),
	CONSTRAINT "clients_sex" CHECK ("clients"."sex" in ('female', 'male')),
	CONSTRAINT "clients_birth_year" CHECK ("clients"."birth_year" between 1900 and 2100)
);
--> statement-breakpoint
CREATE TABLE "interventions" (
	"board_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"name" text NOT NULL,
	"decided_on" date,
	"started_on" date,
	"ended_on" date,
	CONSTRAINT "interventions_board_id_id_pk" PRIMARY KEY("board_id","id"),
	CONSTRAINT "interventions_days" CHECK ("interventions"."ended_on" >= "interventions"."started_on")
);
--> statement-breakpoint
CREATE TABLE "providers" (
	"board_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "providers_board_id_id_pk" PRIMARY KEY("board_id","id"),
	CONSTRAINT "providers_name_key" UNIQUE("board_id","name")
);
--> statement-breakpoint
CREATE TABLE "administrations" (
	"board_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"instrument_id" text NOT NULL,
	"instrument_version" text NOT NULL,
	"occasion" text NOT NULL,
	"respondent" text NOT NULL,
	"mode" text NOT NULL,
	"state" text NOT NULL,
	"created_on" date NOT NULL,
	"token_hash" text,
	"expires_on" date,
	"draft_answers" jsonb,
	"draft_page" text,
	"draft_language" text,
	"withdrawn_on" date,
	CONSTRAINT "administrations_board_id_id_pk" PRIMARY KEY("board_id","id"),
	CONSTRAINT "administrations_token_key" UNIQUE("board_id","token_hash"),
	CONSTRAINT "administrations_state" CHECK ("administrations"."state" in ('sent', 'started', 'answered', 'withdrawn')),
	CONSTRAINT "administrations_occasion" CHECK ("administrations"."occasion" in ('before', 'during', 'after', 'follow-up')),
	CONSTRAINT "administrations_mode" CHECK ("administrations"."mode" in ('link', 'kiosk', 'interview', 'paper')),
	CONSTRAINT "administrations_link" CHECK ("administrations"."mode" <> 'link' or ("administrations"."token_hash" is not null and "administrations"."expires_on" is not null)),
	CONSTRAINT "administrations_token_form" CHECK ("administrations"."token_hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "administrations_draft" CHECK (("administrations"."state" = 'started') = ("administrations"."draft_answers" is not null)),
	CONSTRAINT "administrations_draft_language" CHECK (("administrations"."draft_answers" is null) = ("administrations"."draft_language" is null)),
	CONSTRAINT "administrations_draft_form" CHECK (jsonb_typeof("administrations"."draft_answers") = 'object'),
	CONSTRAINT "administrations_withdrawn" CHECK (("administrations"."state" = 'withdrawn') = ("administrations"."withdrawn_on" is not null))
);
--> statement-breakpoint
CREATE TABLE "responses" (
	"board_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"administration_id" uuid NOT NULL,
	"help" text NOT NULL,
	"language" text NOT NULL,
	"answered_on" date NOT NULL,
	"answers" jsonb NOT NULL,
	CONSTRAINT "responses_board_id_id_pk" PRIMARY KEY("board_id","id"),
	CONSTRAINT "responses_administration_key" UNIQUE("board_id","administration_id"),
	CONSTRAINT "responses_help" CHECK ("responses"."help" in ('self', 'aids', 'interpreter', 'relative', 'legal-representative', 'staff', 'question-assistant')),
	CONSTRAINT "responses_answers_form" CHECK (jsonb_typeof("responses"."answers") = 'object')
);
--> statement-breakpoint
CREATE TABLE "scores" (
	"board_id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"scale" text NOT NULL,
	"rule_version" text NOT NULL,
	"instrument_version" text NOT NULL,
	"score" double precision,
	"reason" text,
	"answered" smallint NOT NULL,
	"item_count" smallint NOT NULL,
	"lowest_possible" double precision,
	"highest_possible" double precision,
	"is_prorated" boolean NOT NULL,
	"bands" jsonb NOT NULL,
	"band_unknown_because" text,
	"possible_bands" jsonb NOT NULL,
	CONSTRAINT "scores_board_id_response_id_scale_rule_version_pk" PRIMARY KEY("board_id","response_id","scale","rule_version"),
	CONSTRAINT "scores_value_or_reason" CHECK (("scores"."score" is null) = ("scores"."reason" is not null)),
	CONSTRAINT "scores_reason" CHECK ("scores"."reason" in ('missing-items', 'invalid-answer', 'no-scored-items')),
	CONSTRAINT "scores_answered" CHECK ("scores"."answered" between 0 and "scores"."item_count"),
	CONSTRAINT "scores_range" CHECK ("scores"."lowest_possible" <= "scores"."highest_possible")
);
--> statement-breakpoint
CREATE TABLE "instrument_permits" (
	"board_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"instrument_id" text NOT NULL,
	"instrument_version" text NOT NULL,
	"holder" text NOT NULL,
	"granted_on" date NOT NULL,
	"reference" text NOT NULL,
	"wording" jsonb,
	CONSTRAINT "instrument_permits_board_id_id_pk" PRIMARY KEY("board_id","id"),
	CONSTRAINT "instrument_permits_instrument_key" UNIQUE("board_id","instrument_id","instrument_version")
);
--> statement-breakpoint
CREATE TABLE "boards" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "boards_code_key" UNIQUE("code"),
	CONSTRAINT "boards_code_form" CHECK ("boards"."code" ~ '^[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?$')
);
--> statement-breakpoint
CREATE TABLE "anonymous_responses" (
	"board_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"survey_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"quarter" text NOT NULL,
	"instrument_id" text NOT NULL,
	"instrument_version" text NOT NULL,
	"language" text NOT NULL,
	"answers" jsonb NOT NULL,
	CONSTRAINT "anonymous_responses_board_id_id_pk" PRIMARY KEY("board_id","id"),
	CONSTRAINT "anonymous_responses_random_id" CHECK (substring("anonymous_responses"."id"::text from 15 for 1) = '4'),
	CONSTRAINT "anonymous_responses_quarter" CHECK ("anonymous_responses"."quarter" ~ '^[0-9]{4}-Q[1-4]$'),
	CONSTRAINT "anonymous_responses_answers_form" CHECK (jsonb_typeof("anonymous_responses"."answers") = 'object')
);
--> statement-breakpoint
CREATE TABLE "survey_links" (
	"board_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"survey_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	CONSTRAINT "survey_links_board_id_id_pk" PRIMARY KEY("board_id","id"),
	CONSTRAINT "survey_links_token_key" UNIQUE("board_id","token_hash"),
	CONSTRAINT "survey_links_provider_key" UNIQUE("board_id","survey_id","provider_id"),
	CONSTRAINT "survey_links_token_form" CHECK ("survey_links"."token_hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "surveys" (
	"board_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"title" text NOT NULL,
	"purpose" text NOT NULL,
	"anonymity" text NOT NULL,
	"instrument_id" text NOT NULL,
	"instrument_version" text NOT NULL,
	"opens_on" date NOT NULL,
	"closes_on" date NOT NULL,
	CONSTRAINT "surveys_board_id_id_pk" PRIMARY KEY("board_id","id"),
	CONSTRAINT "surveys_purpose" CHECK ("surveys"."purpose" in ('follow-up', 'anonymous-survey')),
	CONSTRAINT "surveys_anonymity" CHECK ("surveys"."anonymity" in ('open-anonymous')),
	CONSTRAINT "surveys_days" CHECK ("surveys"."closes_on" >= "surveys"."opens_on")
);
--> statement-breakpoint
CREATE TABLE "targets" (
	"board_id" uuid NOT NULL,
	"year" smallint NOT NULL,
	"law" text NOT NULL,
	"instrument_id" text NOT NULL,
	"item" text NOT NULL,
	"decided_on" date NOT NULL,
	"goal" text NOT NULL,
	"thousandths" integer NOT NULL,
	"comparison" text NOT NULL,
	"decision_reference" text NOT NULL,
	CONSTRAINT "targets_board_id_year_law_instrument_id_item_decided_on_pk" PRIMARY KEY("board_id","year","law","instrument_id","item","decided_on"),
	CONSTRAINT "targets_year" CHECK ("targets"."year" between 1990 and 2100),
	CONSTRAINT "targets_law" CHECK ("targets"."law" in ('sol', 'lss')),
	CONSTRAINT "targets_comparison" CHECK ("targets"."comparison" in ('unrounded', 'rounded-2'))
);
--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_client_fk" FOREIGN KEY ("board_id","client_id") REFERENCES "public"."clients"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clients" ADD CONSTRAINT "clients_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interventions" ADD CONSTRAINT "interventions_case_fk" FOREIGN KEY ("board_id","case_id") REFERENCES "public"."cases"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interventions" ADD CONSTRAINT "interventions_provider_fk" FOREIGN KEY ("board_id","provider_id") REFERENCES "public"."providers"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "providers" ADD CONSTRAINT "providers_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "administrations" ADD CONSTRAINT "administrations_case_fk" FOREIGN KEY ("board_id","case_id") REFERENCES "public"."cases"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_administration_fk" FOREIGN KEY ("board_id","administration_id") REFERENCES "public"."administrations"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scores" ADD CONSTRAINT "scores_response_fk" FOREIGN KEY ("board_id","response_id") REFERENCES "public"."responses"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instrument_permits" ADD CONSTRAINT "instrument_permits_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "anonymous_responses" ADD CONSTRAINT "anonymous_responses_survey_fk" FOREIGN KEY ("board_id","survey_id") REFERENCES "public"."surveys"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "anonymous_responses" ADD CONSTRAINT "anonymous_responses_provider_fk" FOREIGN KEY ("board_id","provider_id") REFERENCES "public"."providers"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_links" ADD CONSTRAINT "survey_links_survey_fk" FOREIGN KEY ("board_id","survey_id") REFERENCES "public"."surveys"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_links" ADD CONSTRAINT "survey_links_provider_fk" FOREIGN KEY ("board_id","provider_id") REFERENCES "public"."providers"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_events_subject" ON "audit_events" USING btree ("board_id","subject_id");--> statement-breakpoint
CREATE INDEX "audit_events_time" ON "audit_events" USING btree ("board_id","happened_at");--> statement-breakpoint
CREATE INDEX "cases_client" ON "cases" USING btree ("board_id","client_id");--> statement-breakpoint
CREATE INDEX "interventions_case" ON "interventions" USING btree ("board_id","case_id");--> statement-breakpoint
CREATE INDEX "interventions_provider" ON "interventions" USING btree ("board_id","provider_id");--> statement-breakpoint
CREATE INDEX "administrations_case" ON "administrations" USING btree ("board_id","case_id");--> statement-breakpoint
CREATE INDEX "anonymous_responses_survey" ON "anonymous_responses" USING btree ("board_id","survey_id");--> statement-breakpoint
CREATE INDEX "anonymous_responses_provider" ON "anonymous_responses" USING btree ("board_id","provider_id");--> statement-breakpoint
CREATE INDEX "anonymous_responses_results" ON "anonymous_responses" USING btree ("board_id","instrument_id","quarter");--> statement-breakpoint
CREATE INDEX "survey_links_provider" ON "survey_links" USING btree ("board_id","provider_id");