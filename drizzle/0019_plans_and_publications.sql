CREATE TABLE "publications" (
	"board_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"year" smallint NOT NULL,
	"version" smallint NOT NULL,
	"published_on" date NOT NULL,
	"published_by" text NOT NULL,
	"decided_on" date NOT NULL,
	"decision_reference" text NOT NULL,
	"snapshot" jsonb NOT NULL,
	"cuts" jsonb NOT NULL,
	"hash" text NOT NULL,
	"ended_on" date,
	"ended_by" text,
	"ended_because" text,
	"ended_comment" text,
	CONSTRAINT "publications_board_id_id_pk" PRIMARY KEY("board_id","id"),
	CONSTRAINT "publications_version_key" UNIQUE("board_id","year","version"),
	CONSTRAINT "publications_ended_because" CHECK ("publications"."ended_because" in ('replaced', 'withdrawn')),
	CONSTRAINT "publications_ended" CHECK (("publications"."ended_on" is null) = ("publications"."ended_because" is null))
);
--> statement-breakpoint
CREATE TABLE "published_figures" (
	"board_id" uuid NOT NULL,
	"publication_id" uuid NOT NULL,
	"number" smallint NOT NULL,
	"definition" jsonb NOT NULL,
	"result" jsonb NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "published_figures_board_id_publication_id_number_pk" PRIMARY KEY("board_id","publication_id","number")
);
--> statement-breakpoint
CREATE TABLE "action_plan_events" (
	"board_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"seq" smallint NOT NULL,
	"happened_on" date NOT NULL,
	"taken_by" text,
	"step" jsonb NOT NULL,
	CONSTRAINT "action_plan_events_board_id_plan_id_seq_pk" PRIMARY KEY("board_id","plan_id","seq")
);
--> statement-breakpoint
CREATE TABLE "action_plans" (
	"board_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"year" smallint NOT NULL,
	"law" text NOT NULL,
	"instrument_id" text NOT NULL,
	"item" text NOT NULL,
	"state" text NOT NULL,
	"asked_on" date NOT NULL,
	"due_on" date NOT NULL,
	"draft" jsonb NOT NULL,
	CONSTRAINT "action_plans_board_id_id_pk" PRIMARY KEY("board_id","id"),
	CONSTRAINT "action_plans_law" CHECK ("action_plans"."law" in ('sol', 'lss')),
	CONSTRAINT "action_plans_state" CHECK ("action_plans"."state" in ('asked', 'sent', 'returned', 'accepted', 'closed', 'withdrawn'))
);
--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_figures" ADD CONSTRAINT "published_figures_publication_fk" FOREIGN KEY ("board_id","publication_id") REFERENCES "public"."publications"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_plan_events" ADD CONSTRAINT "action_plan_events_plan_fk" FOREIGN KEY ("board_id","plan_id") REFERENCES "public"."action_plans"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_plans" ADD CONSTRAINT "action_plans_provider_fk" FOREIGN KEY ("board_id","provider_id") REFERENCES "public"."providers"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "publications_current" ON "publications" USING btree ("board_id","year") WHERE "publications"."ended_on" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "action_plans_open" ON "action_plans" USING btree ("board_id","provider_id","year","law","instrument_id","item") WHERE "action_plans"."state" not in ('closed', 'withdrawn');--> statement-breakpoint
CREATE INDEX "action_plans_provider" ON "action_plans" USING btree ("board_id","provider_id");--> statement-breakpoint
-- What has been said about a plan stays as it was said: the history is added to, never changed.
CREATE FUNCTION "refuse_action_plan_event_change"() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
	RAISE EXCEPTION 'the history of an action plan is added to, never changed' USING ERRCODE = 'insufficient_privilege';
END $$;--> statement-breakpoint
CREATE TRIGGER "action_plan_events_stay" BEFORE UPDATE OR DELETE ON "action_plan_events"
	FOR EACH ROW EXECUTE FUNCTION "refuse_action_plan_event_change"();
--> statement-breakpoint
-- What has been published stays as it was published; only its end is added. The record of a figure is never changed.
CREATE FUNCTION "refuse_publication_change"() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
	IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'publications' AND OLD.ended_on IS NULL
		AND (to_jsonb(NEW) - '{ended_on,ended_by,ended_because,ended_comment}'::text[])
			= (to_jsonb(OLD) - '{ended_on,ended_by,ended_because,ended_comment}'::text[]) THEN
		RETURN NEW;
	END IF;
	RAISE EXCEPTION 'what has been published is replaced or withdrawn, never changed' USING ERRCODE = 'insufficient_privilege';
END $$;--> statement-breakpoint
CREATE TRIGGER "publications_stay" BEFORE UPDATE OR DELETE ON "publications"
	FOR EACH ROW EXECUTE FUNCTION "refuse_publication_change"();--> statement-breakpoint
CREATE TRIGGER "published_figures_stay" BEFORE UPDATE OR DELETE ON "published_figures"
	FOR EACH ROW EXECUTE FUNCTION "refuse_publication_change"();
