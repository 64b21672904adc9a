CREATE TABLE "response_corrections" (
	"board_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"corrected_at" timestamp with time zone NOT NULL,
	"corrected_by" text NOT NULL,
	"reason" text NOT NULL,
	"answers_before" text NOT NULL,
	"scores_before" jsonb NOT NULL,
	CONSTRAINT "response_corrections_board_id_id_pk" PRIMARY KEY("board_id","id"),
	CONSTRAINT "response_corrections_reason_sealed" CHECK ("response_corrections"."reason" ~ '^g1[.][0-9]+[.][A-Za-z0-9_-]+$'),
	CONSTRAINT "response_corrections_answers_sealed" CHECK ("response_corrections"."answers_before" ~ '^g1[.][0-9]+[.][A-Za-z0-9_-]+$')
);
--> statement-breakpoint
CREATE TABLE "response_restrictions" (
	"board_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"ground" text NOT NULL,
	"restricted_on" date NOT NULL,
	"restricted_by" text NOT NULL,
	"lifted_on" date,
	"lifted_by" text,
	CONSTRAINT "response_restrictions_board_id_id_pk" PRIMARY KEY("board_id","id"),
	CONSTRAINT "response_restrictions_ground" CHECK ("response_restrictions"."ground" in ('accuracy-contested', 'unlawful', 'needed-for-claims', 'objection')),
	CONSTRAINT "response_restrictions_lifted" CHECK (("response_restrictions"."lifted_on" is null) = ("response_restrictions"."lifted_by" is null)),
	CONSTRAINT "response_restrictions_period" CHECK ("response_restrictions"."lifted_on" >= "response_restrictions"."restricted_on")
);
--> statement-breakpoint
CREATE TABLE "retention_certificates" (
	"board_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"proposal_id" uuid NOT NULL,
	"executed_on" date NOT NULL,
	"approved_by" text NOT NULL,
	"approved_on" date NOT NULL,
	"rule_id" text NOT NULL,
	"law" text NOT NULL,
	"years" integer NOT NULL,
	"persons" integer NOT NULL,
	"skipped" integer NOT NULL,
	"counts" jsonb NOT NULL,
	CONSTRAINT "retention_certificates_board_id_id_pk" PRIMARY KEY("board_id","id"),
	CONSTRAINT "retention_certificates_proposal_key" UNIQUE("board_id","proposal_id")
);
--> statement-breakpoint
CREATE TABLE "retention_holds" (
	"board_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"held_by" text NOT NULL,
	"held_on" date NOT NULL,
	"lifted_on" date,
	CONSTRAINT "retention_holds_board_id_id_pk" PRIMARY KEY("board_id","id"),
	CONSTRAINT "retention_holds_period" CHECK ("retention_holds"."lifted_on" >= "retention_holds"."held_on")
);
--> statement-breakpoint
CREATE TABLE "retention_items" (
	"board_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"proposal_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"last_note_on" date NOT NULL,
	"eligible_on" date NOT NULL,
	"due_on" date NOT NULL,
	"asks" text,
	"decision" text,
	CONSTRAINT "retention_items_board_id_id_pk" PRIMARY KEY("board_id","id"),
	CONSTRAINT "retention_items_client_key" UNIQUE("board_id","proposal_id","client_id"),
	CONSTRAINT "retention_items_decision" CHECK ("retention_items"."decision" in ('erase', 'keep'))
);
--> statement-breakpoint
CREATE TABLE "retention_overrides" (
	"board_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"rule_id" text NOT NULL,
	"years" integer,
	"reference" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	CONSTRAINT "retention_overrides_board_id_id_pk" PRIMARY KEY("board_id","id"),
	CONSTRAINT "retention_overrides_key" UNIQUE("board_id","rule_id","valid_from"),
	CONSTRAINT "retention_overrides_years" CHECK ("retention_overrides"."years" between 0 and 150),
	CONSTRAINT "retention_overrides_period" CHECK ("retention_overrides"."valid_to" >= "retention_overrides"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "retention_proposals" (
	"board_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"rule_id" text NOT NULL,
	"state" text NOT NULL,
	"proposed_on" date NOT NULL,
	"approved_by" text,
	"approved_on" date,
	CONSTRAINT "retention_proposals_board_id_id_pk" PRIMARY KEY("board_id","id"),
	CONSTRAINT "retention_proposals_state" CHECK ("retention_proposals"."state" in ('proposed', 'approved', 'executed')),
	CONSTRAINT "retention_proposals_approved" CHECK (("retention_proposals"."state" = 'proposed') = ("retention_proposals"."approved_by" is null)
				and ("retention_proposals"."approved_by" is null) = ("retention_proposals"."approved_on" is null))
);
--> statement-breakpoint
CREATE TABLE "retention_settings" (
	"board_id" uuid PRIMARY KEY NOT NULL,
	"municipality_code" text NOT NULL,
	"regime" text NOT NULL,
	CONSTRAINT "retention_settings_code" CHECK ("retention_settings"."municipality_code" ~ '^[0-9]{4}$'),
	CONSTRAINT "retention_settings_regime" CHECK ("retention_settings"."regime" in ('sol', 'lss-private'))
);
--> statement-breakpoint
CREATE TABLE "assessment_references" (
	"board_id" uuid NOT NULL,
	"survey_id" uuid NOT NULL,
	"reference" text NOT NULL,
	"decided_on" date NOT NULL,
	"owner" text NOT NULL,
	CONSTRAINT "assessment_references_board_id_survey_id_pk" PRIMARY KEY("board_id","survey_id")
);
--> statement-breakpoint
CREATE TABLE "information_texts" (
	"board_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"survey_id" uuid,
	"version" integer NOT NULL,
	"published_on" date NOT NULL,
	"content" jsonb NOT NULL,
	"answers" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "information_texts_board_id_id_pk" PRIMARY KEY("board_id","id"),
	CONSTRAINT "information_texts_version_key" UNIQUE NULLS NOT DISTINCT("board_id","survey_id","version"),
	CONSTRAINT "information_texts_version" CHECK ("information_texts"."version" > 0),
	CONSTRAINT "information_texts_answers" CHECK ("information_texts"."answers" >= 0)
);
--> statement-breakpoint
ALTER TABLE "administrations" ADD COLUMN "information_id" uuid;--> statement-breakpoint
ALTER TABLE "response_corrections" ADD CONSTRAINT "response_corrections_response_fk" FOREIGN KEY ("board_id","response_id") REFERENCES "public"."responses"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_restrictions" ADD CONSTRAINT "response_restrictions_response_fk" FOREIGN KEY ("board_id","response_id") REFERENCES "public"."responses"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_certificates" ADD CONSTRAINT "retention_certificates_proposal_fk" FOREIGN KEY ("board_id","proposal_id") REFERENCES "public"."retention_proposals"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_holds" ADD CONSTRAINT "retention_holds_client_fk" FOREIGN KEY ("board_id","client_id") REFERENCES "public"."clients"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_items" ADD CONSTRAINT "retention_items_proposal_fk" FOREIGN KEY ("board_id","proposal_id") REFERENCES "public"."retention_proposals"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_items" ADD CONSTRAINT "retention_items_client_fk" FOREIGN KEY ("board_id","client_id") REFERENCES "public"."clients"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_overrides" ADD CONSTRAINT "retention_overrides_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_proposals" ADD CONSTRAINT "retention_proposals_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_settings" ADD CONSTRAINT "retention_settings_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_references" ADD CONSTRAINT "assessment_references_survey_fk" FOREIGN KEY ("board_id","survey_id") REFERENCES "public"."surveys"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "information_texts" ADD CONSTRAINT "information_texts_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "information_texts" ADD CONSTRAINT "information_texts_survey_fk" FOREIGN KEY ("board_id","survey_id") REFERENCES "public"."surveys"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "response_corrections_response" ON "response_corrections" USING btree ("board_id","response_id");--> statement-breakpoint
CREATE INDEX "response_restrictions_response" ON "response_restrictions" USING btree ("board_id","response_id");--> statement-breakpoint
CREATE UNIQUE INDEX "response_restrictions_once" ON "response_restrictions" USING btree ("board_id","response_id") WHERE "response_restrictions"."lifted_on" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "retention_holds_once" ON "retention_holds" USING btree ("board_id","client_id") WHERE "retention_holds"."lifted_on" is null;--> statement-breakpoint
CREATE INDEX "retention_holds_client" ON "retention_holds" USING btree ("board_id","client_id");--> statement-breakpoint
CREATE INDEX "retention_items_client" ON "retention_items" USING btree ("board_id","client_id");--> statement-breakpoint
CREATE UNIQUE INDEX "retention_proposals_open" ON "retention_proposals" USING btree ("board_id") WHERE "retention_proposals"."state" <> 'executed';--> statement-breakpoint
ALTER TABLE "administrations" ADD CONSTRAINT "administrations_information_fk" FOREIGN KEY ("board_id","information_id") REFERENCES "public"."information_texts"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "administrations_information" ON "administrations" USING btree ("board_id","information_id");--> statement-breakpoint
-- Answers that have been given are corrected, with what stood there before kept (correctResponse), and sealed anew when
-- the keys change. Nothing else changes them: whatever does must say which of the two it is.
CREATE FUNCTION "refuse_answer_change"() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
	IF current_setting('genklang.answers_change', true) IN ('reseal', OLD.id::text) THEN
		RETURN NEW;
	END IF;
	RAISE EXCEPTION 'a response is corrected, never changed' USING ERRCODE = 'insufficient_privilege';
END $$;--> statement-breakpoint
CREATE TRIGGER "responses_stay" BEFORE UPDATE ON "responses"
	FOR EACH ROW EXECUTE FUNCTION "refuse_answer_change"();--> statement-breakpoint
CREATE TRIGGER "response_corrections_stay" BEFORE UPDATE ON "response_corrections"
	FOR EACH ROW EXECUTE FUNCTION "refuse_answer_change"();
