CREATE TABLE "survey_answer_counts" (
	"board_id" uuid NOT NULL,
	"survey_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"quarter" text NOT NULL,
	"instrument_id" text NOT NULL,
	"question" text NOT NULL,
	"item" text NOT NULL,
	"code" jsonb NOT NULL,
	"forms" integer NOT NULL,
	CONSTRAINT "survey_answer_counts_pk" PRIMARY KEY("board_id","survey_id","provider_id","quarter","item","code")
);
--> statement-breakpoint
CREATE TABLE "survey_form_counts" (
	"board_id" uuid NOT NULL,
	"survey_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"quarter" text NOT NULL,
	"instrument_id" text NOT NULL,
	"forms" integer NOT NULL,
	CONSTRAINT "survey_form_counts_pk" PRIMARY KEY("board_id","survey_id","provider_id","quarter")
);
--> statement-breakpoint
ALTER TABLE "survey_answer_counts" ADD CONSTRAINT "survey_answer_counts_survey_fk" FOREIGN KEY ("board_id","survey_id") REFERENCES "public"."surveys"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_answer_counts" ADD CONSTRAINT "survey_answer_counts_provider_fk" FOREIGN KEY ("board_id","provider_id") REFERENCES "public"."providers"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_form_counts" ADD CONSTRAINT "survey_form_counts_survey_fk" FOREIGN KEY ("board_id","survey_id") REFERENCES "public"."surveys"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_form_counts" ADD CONSTRAINT "survey_form_counts_provider_fk" FOREIGN KEY ("board_id","provider_id") REFERENCES "public"."providers"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "survey_answer_counts_provider" ON "survey_answer_counts" USING btree ("board_id","provider_id");--> statement-breakpoint
CREATE INDEX "survey_answer_counts_results" ON "survey_answer_counts" USING btree ("board_id","instrument_id","quarter");--> statement-breakpoint
CREATE INDEX "survey_form_counts_provider" ON "survey_form_counts" USING btree ("board_id","provider_id");--> statement-breakpoint
CREATE INDEX "survey_form_counts_results" ON "survey_form_counts" USING btree ("board_id","instrument_id","quarter");--> statement-breakpoint
INSERT INTO "survey_form_counts" ("board_id", "survey_id", "provider_id", "quarter", "instrument_id", "forms")
SELECT board_id, survey_id, provider_id, quarter, instrument_id, count(*)
FROM anonymous_responses GROUP BY 1, 2, 3, 4, 5;
--> statement-breakpoint
INSERT INTO "survey_answer_counts" ("board_id", "survey_id", "provider_id", "quarter", "instrument_id", "question", "item", "code", "forms")
WITH answer AS MATERIALIZED (
	SELECT board_id, survey_id, provider_id, quarter, instrument_id, question, value, count(*) AS forms
	FROM anonymous_responses, jsonb_each(answers) AS given(question, value) GROUP BY 1, 2, 3, 4, 5, 6, 7
), single AS (
	SELECT answer.*, question AS item, value AS code
	FROM answer WHERE jsonb_typeof(value) NOT IN ('object', 'array')
	UNION ALL
	SELECT answer.*, question, chosen.value
	FROM answer, jsonb_array_elements(CASE jsonb_typeof(answer.value) WHEN 'array' THEN answer.value ELSE '[]' END) AS chosen
	UNION ALL
	SELECT answer.*, question || '.' || in_row.key, in_row.value
	FROM answer, jsonb_each(CASE jsonb_typeof(answer.value) WHEN 'object' THEN answer.value ELSE '{}' END) AS in_row
)
SELECT board_id, survey_id, provider_id, quarter, instrument_id, question, item, code, sum(forms)
FROM single GROUP BY 1, 2, 3, 4, 5, 6, 7, 8;
