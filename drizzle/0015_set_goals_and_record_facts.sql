CREATE TABLE "case_goals" (
	"board_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"goal" text NOT NULL,
	"measure" text,
	"levels" text NOT NULL,
	"set_on" date NOT NULL,
	"ended_on" date,
	CONSTRAINT "case_goals_board_id_id_pk" PRIMARY KEY("board_id","id"),
	CONSTRAINT "case_goals_days" CHECK ("case_goals"."ended_on" >= "case_goals"."set_on"),
	CONSTRAINT "case_goals_goal_sealed" CHECK ("case_goals"."goal" ~ '^g1[.][0-9]+[.][A-Za-z0-9_-]+$'),
	CONSTRAINT "case_goals_measure_sealed" CHECK ("case_goals"."measure" ~ '^g1[.][0-9]+[.][A-Za-z0-9_-]+$'),
	CONSTRAINT "case_goals_levels_sealed" CHECK ("case_goals"."levels" ~ '^g1[.][0-9]+[.][A-Za-z0-9_-]+$')
);
--> statement-breakpoint
CREATE TABLE "goal_ratings" (
	"board_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"goal_id" uuid NOT NULL,
	"rated_on" date NOT NULL,
	"judge" text NOT NULL,
	"level" smallint NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "goal_ratings_board_id_id_pk" PRIMARY KEY("board_id","id"),
	CONSTRAINT "goal_ratings_level" CHECK ("goal_ratings"."level" between 1 and 5),
	CONSTRAINT "goal_ratings_judge" CHECK ("goal_ratings"."judge" in ('client', 'child', 'parent', 'relative', 'staff'))
);
--> statement-breakpoint
CREATE TABLE "hidden_questions" (
	"board_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"unit_id" uuid,
	"instrument_id" text NOT NULL,
	"questions" jsonb NOT NULL,
	CONSTRAINT "hidden_questions_board_id_id_pk" PRIMARY KEY("board_id","id"),
	CONSTRAINT "hidden_questions_key" UNIQUE NULLS NOT DISTINCT("board_id","unit_id","instrument_id"),
	CONSTRAINT "hidden_questions_list" CHECK (jsonb_typeof("hidden_questions"."questions") = 'array')
);
--> statement-breakpoint
ALTER TABLE "response_corrections" ADD COLUMN "unanswered_before" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "case_goals" ADD CONSTRAINT "case_goals_case_fk" FOREIGN KEY ("board_id","case_id") REFERENCES "public"."cases"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_ratings" ADD CONSTRAINT "goal_ratings_goal_fk" FOREIGN KEY ("board_id","goal_id") REFERENCES "public"."case_goals"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hidden_questions" ADD CONSTRAINT "hidden_questions_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hidden_questions" ADD CONSTRAINT "hidden_questions_unit_fk" FOREIGN KEY ("board_id","unit_id") REFERENCES "public"."units"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_goals_case" ON "case_goals" USING btree ("board_id","case_id");--> statement-breakpoint
CREATE INDEX "goal_ratings_goal" ON "goal_ratings" USING btree ("board_id","goal_id");--> statement-breakpoint
CREATE INDEX "hidden_questions_unit" ON "hidden_questions" USING btree ("board_id","unit_id");