ALTER TABLE "administrations" DROP CONSTRAINT "administrations_survey_key";--> statement-breakpoint
DROP INDEX "anonymous_texts_survey";--> statement-breakpoint
ALTER TABLE "survey_links" ADD COLUMN "most_answers" integer;--> statement-breakpoint
ALTER TABLE "surveys" ADD COLUMN "instruments" jsonb;--> statement-breakpoint
UPDATE "surveys" SET "instruments" = jsonb_build_array(jsonb_build_object('id', "instrument_id", 'version', "instrument_version"));--> statement-breakpoint
ALTER TABLE "surveys" ALTER COLUMN "instruments" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "anonymous_texts" ADD COLUMN "instrument_id" text;--> statement-breakpoint
UPDATE "anonymous_texts" SET "instrument_id" = "surveys"."instrument_id" FROM "surveys"
WHERE "surveys"."board_id" = "anonymous_texts"."board_id" AND "surveys"."id" = "anonymous_texts"."survey_id";--> statement-breakpoint
ALTER TABLE "anonymous_texts" ALTER COLUMN "instrument_id" SET NOT NULL;--> statement-breakpoint
CREATE INDEX "anonymous_texts_survey" ON "anonymous_texts" USING btree ("board_id","survey_id","instrument_id","question");--> statement-breakpoint
ALTER TABLE "surveys" DROP COLUMN "instrument_id";--> statement-breakpoint
ALTER TABLE "surveys" DROP COLUMN "instrument_version";--> statement-breakpoint
ALTER TABLE "survey_answer_counts" DROP CONSTRAINT "survey_answer_counts_pk";
--> statement-breakpoint
ALTER TABLE "survey_answer_counts" ADD CONSTRAINT "survey_answer_counts_pk" PRIMARY KEY("board_id","survey_id","provider_id","quarter","instrument_id","item","code");--> statement-breakpoint
ALTER TABLE "survey_form_counts" DROP CONSTRAINT "survey_form_counts_pk";
--> statement-breakpoint
ALTER TABLE "survey_form_counts" ADD CONSTRAINT "survey_form_counts_pk" PRIMARY KEY("board_id","survey_id","provider_id","quarter","instrument_id");--> statement-breakpoint
ALTER TABLE "administrations" ADD CONSTRAINT "administrations_survey_key" UNIQUE("board_id","survey_id","case_id","instrument_id");--> statement-breakpoint
ALTER TABLE "survey_links" ADD CONSTRAINT "survey_links_most_answers" CHECK ("survey_links"."most_answers" >= 10 and "survey_links"."most_answers" % 5 = 0);--> statement-breakpoint
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_instruments" CHECK (jsonb_array_length("surveys"."instruments") between 1 and 4);