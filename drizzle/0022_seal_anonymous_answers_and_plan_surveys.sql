CREATE TABLE "answer_boxes" (
	"board_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"survey_id" uuid NOT NULL,
	"quarter" text NOT NULL,
	"state" text NOT NULL,
	"public_key" text NOT NULL,
	"size" integer NOT NULL,
	"emptied_on" date,
	"taken_out" integer,
	"too_few" integer,
	"unreadable" integer,
	"languages" jsonb,
	CONSTRAINT "answer_boxes_board_id_id_pk" PRIMARY KEY("board_id","id"),
	CONSTRAINT "answer_boxes_state" CHECK ("answer_boxes"."state" in ('open', 'lost', 'emptied')),
	CONSTRAINT "answer_boxes_emptied" CHECK (("answer_boxes"."state" = 'emptied') = ("answer_boxes"."emptied_on" is not null)),
	CONSTRAINT "answer_boxes_counts" CHECK (("answer_boxes"."state" = 'emptied') = ("answer_boxes"."taken_out" is not null)),
	CONSTRAINT "answer_boxes_quarter" CHECK ("answer_boxes"."quarter" ~ '^[0-9]{4}-Q[1-4]$')
);
--> statement-breakpoint
CREATE TABLE "sealed_answers" (
	"board_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"box_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"sealed" text NOT NULL,
	CONSTRAINT "sealed_answers_board_id_id_pk" PRIMARY KEY("board_id","id"),
	CONSTRAINT "sealed_answers_random_id" CHECK (substring("sealed_answers"."id"::text from 15 for 1) = '4')
);
--> statement-breakpoint
CREATE TABLE "survey_codes" (
	"board_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"survey_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"is_used" boolean NOT NULL,
	CONSTRAINT "survey_codes_board_id_code_hash_pk" PRIMARY KEY("board_id","code_hash"),
	CONSTRAINT "survey_codes_form" CHECK ("survey_codes"."code_hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "anonymous_texts" (
	"board_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"survey_id" uuid NOT NULL,
	"provider_id" uuid,
	"quarter" text NOT NULL,
	"question" text NOT NULL,
	"words" text NOT NULL,
	"state" text NOT NULL,
	CONSTRAINT "anonymous_texts_board_id_id_pk" PRIMARY KEY("board_id","id"),
	CONSTRAINT "anonymous_texts_random_id" CHECK (substring("anonymous_texts"."id"::text from 15 for 1) = '4'),
	CONSTRAINT "anonymous_texts_quarter" CHECK ("anonymous_texts"."quarter" ~ '^[0-9]{4}-Q[1-4]$'),
	CONSTRAINT "anonymous_texts_state" CHECK ("anonymous_texts"."state" in ('unreviewed', 'shown', 'withheld')),
	CONSTRAINT "anonymous_texts_words_sealed" CHECK ("anonymous_texts"."words" ~ '^g1[.][0-9]+[.][A-Za-z0-9_-]+$')
);
--> statement-breakpoint
ALTER TABLE "anonymous_responses" DROP CONSTRAINT "anonymous_responses_written_sealed";--> statement-breakpoint
ALTER TABLE "surveys" DROP CONSTRAINT "surveys_anonymity";--> statement-breakpoint
ALTER TABLE "survey_links" ALTER COLUMN "token_hash" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "survey_links" ADD COLUMN "invited" integer;--> statement-breakpoint
-- Those that are there have been opened.
ALTER TABLE "surveys" ADD COLUMN "state" text NOT NULL DEFAULT 'open';--> statement-breakpoint
ALTER TABLE "surveys" ALTER COLUMN "state" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "surveys" ADD COLUMN "languages" jsonb NOT NULL DEFAULT '["sv"]';--> statement-breakpoint
ALTER TABLE "surveys" ALTER COLUMN "languages" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "surveys" ADD COLUMN "trial_hash" text;--> statement-breakpoint
ALTER TABLE "answer_boxes" ADD CONSTRAINT "answer_boxes_survey_fk" FOREIGN KEY ("board_id","survey_id") REFERENCES "public"."surveys"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealed_answers" ADD CONSTRAINT "sealed_answers_box_fk" FOREIGN KEY ("board_id","box_id") REFERENCES "public"."answer_boxes"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_codes" ADD CONSTRAINT "survey_codes_provider_fk" FOREIGN KEY ("board_id","survey_id","provider_id") REFERENCES "public"."survey_links"("board_id","survey_id","provider_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "anonymous_texts" ADD CONSTRAINT "anonymous_texts_survey_fk" FOREIGN KEY ("board_id","survey_id") REFERENCES "public"."surveys"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "anonymous_texts" ADD CONSTRAINT "anonymous_texts_provider_fk" FOREIGN KEY ("board_id","provider_id") REFERENCES "public"."providers"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answer_boxes_survey" ON "answer_boxes" USING btree ("board_id","survey_id");--> statement-breakpoint
CREATE UNIQUE INDEX "answer_boxes_open" ON "answer_boxes" USING btree ("board_id","survey_id") WHERE "answer_boxes"."state" = 'open';--> statement-breakpoint
CREATE INDEX "sealed_answers_box" ON "sealed_answers" USING btree ("board_id","box_id","provider_id");--> statement-breakpoint
CREATE INDEX "survey_codes_provider" ON "survey_codes" USING btree ("board_id","survey_id","provider_id");--> statement-breakpoint
CREATE INDEX "anonymous_texts_survey" ON "anonymous_texts" USING btree ("board_id","survey_id","question");--> statement-breakpoint
CREATE INDEX "anonymous_texts_provider" ON "anonymous_texts" USING btree ("board_id","provider_id");--> statement-breakpoint
ALTER TABLE "anonymous_responses" DROP COLUMN "language";--> statement-breakpoint
ALTER TABLE "anonymous_responses" DROP COLUMN "written_answers";--> statement-breakpoint
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_trial_key" UNIQUE("board_id","trial_hash");--> statement-breakpoint
ALTER TABLE "survey_links" ADD CONSTRAINT "survey_links_invited" CHECK ("survey_links"."invited" >= 0);--> statement-breakpoint
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_state" CHECK ("surveys"."state" in ('draft', 'open', 'closed', 'reported'));--> statement-breakpoint
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_trial_form" CHECK ("surveys"."trial_hash" ~ '^[0-9a-f]{64}$');--> statement-breakpoint
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_trial_draft" CHECK ("surveys"."trial_hash" is null or "surveys"."state" = 'draft');--> statement-breakpoint
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_anonymity" CHECK ("surveys"."anonymity" in ('open-anonymous', 'codes'));--> statement-breakpoint
-- Sealed bytes do not get smaller: nothing is gained by trying for every answer.
ALTER TABLE "sealed_answers" ALTER COLUMN "sealed" SET STORAGE EXTERNAL;