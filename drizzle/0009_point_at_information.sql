-- No program has written to information_texts or assessment_references yet, so nothing has to be carried over.
ALTER TABLE "information_texts" DROP CONSTRAINT "information_texts_version_key";--> statement-breakpoint
ALTER TABLE "information_texts" DROP CONSTRAINT "information_texts_answers";--> statement-breakpoint
ALTER TABLE "assessment_references" DROP CONSTRAINT "assessment_references_survey_fk";
--> statement-breakpoint
ALTER TABLE "information_texts" DROP CONSTRAINT "information_texts_survey_fk";
--> statement-breakpoint
ALTER TABLE "assessment_references" DROP CONSTRAINT "assessment_references_board_id_survey_id_pk";--> statement-breakpoint
ALTER TABLE "information_texts" ALTER COLUMN "version" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "information_texts" ALTER COLUMN "published_on" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "assessment_references" ADD COLUMN "version" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "assessment_references" ADD CONSTRAINT "assessment_references_board_id_version_pk" PRIMARY KEY("board_id","version");--> statement-breakpoint
ALTER TABLE "information_texts" ADD COLUMN "subject" text NOT NULL;--> statement-breakpoint
ALTER TABLE "surveys" ADD COLUMN "information_id" uuid;--> statement-breakpoint
ALTER TABLE "assessment_references" ADD CONSTRAINT "assessment_references_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_information_fk" FOREIGN KEY ("board_id","information_id") REFERENCES "public"."information_texts"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "surveys_information" ON "surveys" USING btree ("board_id","information_id");--> statement-breakpoint
ALTER TABLE "assessment_references" DROP COLUMN "survey_id";--> statement-breakpoint
ALTER TABLE "information_texts" DROP COLUMN "survey_id";--> statement-breakpoint
ALTER TABLE "information_texts" DROP COLUMN "answers";--> statement-breakpoint
ALTER TABLE "information_texts" ADD CONSTRAINT "information_texts_version_key" UNIQUE NULLS NOT DISTINCT("board_id","subject","version");--> statement-breakpoint
ALTER TABLE "assessment_references" ADD CONSTRAINT "assessment_references_version" CHECK ("assessment_references"."version" > 0);--> statement-breakpoint
ALTER TABLE "information_texts" ADD CONSTRAINT "information_texts_subject" CHECK ("information_texts"."subject" in ('cases', 'surveys'));--> statement-breakpoint
ALTER TABLE "information_texts" ADD CONSTRAINT "information_texts_published" CHECK (("information_texts"."version" is null) = ("information_texts"."published_on" is null));--> statement-breakpoint
-- What has been published can be read as it was shown, for as long as somebody may ask: only a draft is written over.
CREATE FUNCTION "refuse_published_change"() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
	IF OLD.version IS NULL THEN
		RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
	END IF;
	RAISE EXCEPTION 'a published version is followed by another, never changed' USING ERRCODE = 'insufficient_privilege';
END $$;--> statement-breakpoint
CREATE TRIGGER "information_texts_stay" BEFORE UPDATE OR DELETE ON "information_texts"
	FOR EACH ROW EXECUTE FUNCTION "refuse_published_change"();--> statement-breakpoint
CREATE TRIGGER "assessment_references_stay" BEFORE UPDATE OR DELETE ON "assessment_references"
	FOR EACH ROW EXECUTE FUNCTION "refuse_published_change"();
