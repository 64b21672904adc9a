ALTER TABLE "information_texts" DROP CONSTRAINT "information_texts_version_key";--> statement-breakpoint
ALTER TABLE "information_texts" ADD COLUMN "plan_id" uuid;--> statement-breakpoint
ALTER TABLE "information_texts" ADD COLUMN "survey_id" uuid;--> statement-breakpoint
ALTER TABLE "information_texts" ADD COLUMN "withdrawn_on" date;--> statement-breakpoint
ALTER TABLE "information_texts" ADD CONSTRAINT "information_texts_plan_fk" FOREIGN KEY ("board_id","plan_id") REFERENCES "public"."follow_up_plans"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "information_texts" ADD CONSTRAINT "information_texts_survey_fk" FOREIGN KEY ("board_id","survey_id") REFERENCES "public"."surveys"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "information_texts_plan" ON "information_texts" USING btree ("board_id","plan_id");--> statement-breakpoint
CREATE INDEX "information_texts_survey" ON "information_texts" USING btree ("board_id","survey_id");--> statement-breakpoint
ALTER TABLE "information_texts" ADD CONSTRAINT "information_texts_version_key" UNIQUE NULLS NOT DISTINCT("board_id","subject","plan_id","survey_id","version");--> statement-breakpoint
ALTER TABLE "information_texts" ADD CONSTRAINT "information_texts_own" CHECK (("information_texts"."plan_id" is null or "information_texts"."subject" = 'cases') and ("information_texts"."survey_id" is null or "information_texts"."subject" = 'surveys'));--> statement-breakpoint
ALTER TABLE "information_texts" ADD CONSTRAINT "information_texts_withdrawn" CHECK ("information_texts"."withdrawn_on" is null or ("information_texts"."version" is not null and num_nonnulls("information_texts"."plan_id", "information_texts"."survey_id") = 1));--> statement-breakpoint
-- What has been published still never changes. An own text may be put out of use, once; and one that belongs to a survey that
-- nobody has been able to answer goes with it when the draft is thrown away: nobody has been shown it.
CREATE FUNCTION "refuse_information_change"() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
	IF OLD.version IS NULL THEN
		RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
	END IF;
	IF TG_OP = 'UPDATE' AND OLD.withdrawn_on IS NULL
		AND to_jsonb(NEW) - 'withdrawn_on' = to_jsonb(OLD) - 'withdrawn_on' THEN
		RETURN NEW;
	END IF;
	IF TG_OP = 'DELETE' AND EXISTS (
		SELECT FROM surveys s WHERE s.board_id = OLD.board_id AND s.id = OLD.survey_id AND s.state = 'draft'
	) THEN
		RETURN OLD;
	END IF;
	RAISE EXCEPTION 'a published version is followed by another, never changed' USING ERRCODE = 'insufficient_privilege';
END $$;--> statement-breakpoint
DROP TRIGGER "information_texts_stay" ON "information_texts";--> statement-breakpoint
CREATE TRIGGER "information_texts_stay" BEFORE UPDATE OR DELETE ON "information_texts"
	FOR EACH ROW EXECUTE FUNCTION "refuse_information_change"();
