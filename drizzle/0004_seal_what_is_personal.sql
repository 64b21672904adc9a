-- NOT VALID: rows from before there were keys are sealed by the program right after this, in the same transaction.
ALTER TABLE "administrations" DROP CONSTRAINT "administrations_draft_form";--> statement-breakpoint
ALTER TABLE "responses" DROP CONSTRAINT "responses_answers_form";--> statement-breakpoint
ALTER TABLE "administrations" ALTER COLUMN "draft_answers" SET DATA TYPE text;--> statement-breakpoint
ALTER TABLE "responses" ALTER COLUMN "answers" SET DATA TYPE text;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "name" text;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "personal_number" text;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "personal_number_index" text;--> statement-breakpoint
ALTER TABLE "anonymous_responses" ADD COLUMN "written_answers" text;--> statement-breakpoint
ALTER TABLE "clients" ADD CONSTRAINT "clients_personal_number_key" UNIQUE("board_id","personal_number_index");--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_concern_sealed" CHECK ("cases"."concern" ~ '^g1[.][0-9]+[.][A-Za-z0-9_-]+$') NOT VALID;--> statement-breakpoint
ALTER TABLE "clients" ADD CONSTRAINT "clients_name_sealed" CHECK ("clients"."name" ~ '^g1[.][0-9]+[.][A-Za-z0-9_-]+$');--> statement-breakpoint
ALTER TABLE "clients" ADD CONSTRAINT "clients_personal_number_sealed" CHECK ("clients"."personal_number" ~ '^g1[.][0-9]+[.][A-Za-z0-9_-]+$');--> statement-breakpoint
ALTER TABLE "clients" ADD CONSTRAINT "clients_personal_number_indexed" CHECK (("clients"."personal_number" is null) = ("clients"."personal_number_index" is null));--> statement-breakpoint
ALTER TABLE "interventions" ADD CONSTRAINT "interventions_name_sealed" CHECK ("interventions"."name" ~ '^g1[.][0-9]+[.][A-Za-z0-9_-]+$') NOT VALID;--> statement-breakpoint
ALTER TABLE "administrations" ADD CONSTRAINT "administrations_draft_sealed" CHECK ("administrations"."draft_answers" ~ '^g1[.][0-9]+[.][A-Za-z0-9_-]+$') NOT VALID;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_answers_sealed" CHECK ("responses"."answers" ~ '^g1[.][0-9]+[.][A-Za-z0-9_-]+$') NOT VALID;--> statement-breakpoint
ALTER TABLE "anonymous_responses" ADD CONSTRAINT "anonymous_responses_written_sealed" CHECK ("anonymous_responses"."written_answers" ~ '^g1[.][0-9]+[.][A-Za-z0-9_-]+$');