CREATE TABLE "risk_alerts" (
	"board_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"item" text NOT NULL,
	"raised_on" date NOT NULL,
	"acknowledged_on" date,
	"acknowledged_by" text,
	CONSTRAINT "risk_alerts_board_id_id_pk" PRIMARY KEY("board_id","id"),
	CONSTRAINT "risk_alerts_item_key" UNIQUE("board_id","response_id","item"),
	CONSTRAINT "risk_alerts_acknowledged" CHECK (("risk_alerts"."acknowledged_on" is null) = ("risk_alerts"."acknowledged_by" is null))
);
--> statement-breakpoint
CREATE TABLE "risk_routines" (
	"board_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"routine" text NOT NULL,
	"changed_on" date NOT NULL,
	CONSTRAINT "risk_routines_board_id_unit_id_pk" PRIMARY KEY("board_id","unit_id")
);
--> statement-breakpoint
CREATE TABLE "case_occasions" (
	"board_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_plan_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"plan_version" smallint NOT NULL,
	"line" text NOT NULL,
	"rule" text NOT NULL,
	"sequence" smallint NOT NULL,
	"phase" text NOT NULL,
	"instrument_id" text,
	"respondent" text NOT NULL,
	"opens_on" date,
	"due_on" date,
	"closes_on" date,
	"state" text NOT NULL,
	"settled_on" date,
	"missed_reason" text,
	CONSTRAINT "case_occasions_board_id_id_pk" PRIMARY KEY("board_id","id"),
	CONSTRAINT "case_occasions_key" UNIQUE("board_id","case_plan_id","line","rule","sequence"),
	CONSTRAINT "case_occasions_sequence" CHECK ("case_occasions"."sequence" > 0),
	CONSTRAINT "case_occasions_phase" CHECK ("case_occasions"."phase" in ('before', 'during', 'after', 'follow-up')),
	CONSTRAINT "case_occasions_state" CHECK ("case_occasions"."state" in ('planned', 'done', 'missed', 'lapsed')),
	CONSTRAINT "case_occasions_days" CHECK (num_nonnulls("case_occasions"."opens_on", "case_occasions"."due_on", "case_occasions"."closes_on") in (0, 3)
				and "case_occasions"."opens_on" <= "case_occasions"."due_on" and "case_occasions"."due_on" <= "case_occasions"."closes_on"),
	CONSTRAINT "case_occasions_settled" CHECK (("case_occasions"."state" in ('done', 'missed')) = ("case_occasions"."settled_on" is not null)),
	CONSTRAINT "case_occasions_missed" CHECK (("case_occasions"."state" = 'missed') = ("case_occasions"."missed_reason" is not null)),
	CONSTRAINT "case_occasions_reason" CHECK ("case_occasions"."missed_reason" in ('declined', 'not-reached', 'broken-off', 'taken-into-care', 'no-interpreter',
				'forgotten', 'deceased', 'moved'))
);
--> statement-breakpoint
CREATE TABLE "case_plans" (
	"board_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"plan_version" smallint NOT NULL,
	"intervention_id" uuid,
	"started_on" date NOT NULL,
	"ended_on" date,
	CONSTRAINT "case_plans_board_id_id_pk" PRIMARY KEY("board_id","id"),
	CONSTRAINT "case_plans_days" CHECK ("case_plans"."ended_on" >= "case_plans"."started_on")
);
--> statement-breakpoint
CREATE TABLE "follow_up_plan_versions" (
	"board_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"version" smallint NOT NULL,
	"content" jsonb NOT NULL,
	"saved_on" date NOT NULL,
	"published_on" date,
	CONSTRAINT "follow_up_plan_versions_board_id_plan_id_version_pk" PRIMARY KEY("board_id","plan_id","version"),
	CONSTRAINT "follow_up_plan_versions_version" CHECK ("follow_up_plan_versions"."version" > 0)
);
--> statement-breakpoint
CREATE TABLE "follow_up_plans" (
	"board_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"retired_on" date,
	CONSTRAINT "follow_up_plans_board_id_id_pk" PRIMARY KEY("board_id","id")
);
--> statement-breakpoint
ALTER TABLE "administrations" ADD COLUMN "occasion_id" uuid;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "unanswered" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "risk_alerts" ADD CONSTRAINT "risk_alerts_response_fk" FOREIGN KEY ("board_id","response_id") REFERENCES "public"."responses"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "risk_alerts" ADD CONSTRAINT "risk_alerts_case_fk" FOREIGN KEY ("board_id","case_id") REFERENCES "public"."cases"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "risk_routines" ADD CONSTRAINT "risk_routines_unit_fk" FOREIGN KEY ("board_id","unit_id") REFERENCES "public"."units"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_occasions" ADD CONSTRAINT "case_occasions_plan_fk" FOREIGN KEY ("board_id","case_plan_id") REFERENCES "public"."case_plans"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_occasions" ADD CONSTRAINT "case_occasions_case_fk" FOREIGN KEY ("board_id","case_id") REFERENCES "public"."cases"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_plans" ADD CONSTRAINT "case_plans_case_fk" FOREIGN KEY ("board_id","case_id") REFERENCES "public"."cases"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_plans" ADD CONSTRAINT "case_plans_version_fk" FOREIGN KEY ("board_id","plan_id","plan_version") REFERENCES "public"."follow_up_plan_versions"("board_id","plan_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_plans" ADD CONSTRAINT "case_plans_intervention_fk" FOREIGN KEY ("board_id","intervention_id") REFERENCES "public"."interventions"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_plan_versions" ADD CONSTRAINT "follow_up_plan_versions_plan_fk" FOREIGN KEY ("board_id","plan_id") REFERENCES "public"."follow_up_plans"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_plans" ADD CONSTRAINT "follow_up_plans_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "risk_alerts_case" ON "risk_alerts" USING btree ("board_id","case_id");--> statement-breakpoint
CREATE INDEX "case_occasions_case" ON "case_occasions" USING btree ("board_id","case_id");--> statement-breakpoint
CREATE INDEX "case_occasions_planned" ON "case_occasions" USING btree ("board_id","opens_on") WHERE "case_occasions"."state" = 'planned';--> statement-breakpoint
CREATE INDEX "case_plans_case" ON "case_plans" USING btree ("board_id","case_id");--> statement-breakpoint
CREATE INDEX "case_plans_version" ON "case_plans" USING btree ("board_id","plan_id","plan_version");--> statement-breakpoint
CREATE INDEX "case_plans_intervention" ON "case_plans" USING btree ("board_id","intervention_id");--> statement-breakpoint
CREATE UNIQUE INDEX "case_plans_once" ON "case_plans" USING btree ("board_id","case_id","plan_id") WHERE "case_plans"."ended_on" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "follow_up_plan_versions_draft" ON "follow_up_plan_versions" USING btree ("board_id","plan_id") WHERE "follow_up_plan_versions"."published_on" is null;--> statement-breakpoint
ALTER TABLE "administrations" ADD CONSTRAINT "administrations_plan_occasion_fk" FOREIGN KEY ("board_id","occasion_id") REFERENCES "public"."case_occasions"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "administrations_plan_occasion" ON "administrations" USING btree ("board_id","occasion_id");--> statement-breakpoint
-- A published version stays as it is: cases follow it, and what they have done was done by it.
CREATE FUNCTION "refuse_plan_change"() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
	IF OLD.published_on IS NULL THEN
		RETURN NEW;
	END IF;
	RAISE EXCEPTION 'a published plan is followed by a new version, never changed' USING ERRCODE = 'insufficient_privilege';
END $$;--> statement-breakpoint
CREATE TRIGGER "follow_up_plan_versions_stay" BEFORE UPDATE ON "follow_up_plan_versions"
	FOR EACH ROW EXECUTE FUNCTION "refuse_plan_change"();
