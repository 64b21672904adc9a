CREATE TABLE "work_efforts" (
	"board_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"instrument_id" text,
	"seconds" integer NOT NULL,
	"keystrokes" integer,
	"recorded_on" date NOT NULL,
	CONSTRAINT "work_efforts_board_id_id_pk" PRIMARY KEY("board_id","id"),
	CONSTRAINT "work_efforts_kind" CHECK ("work_efforts"."kind" in ('case-opening', 'paper', 'interview')),
	CONSTRAINT "work_efforts_seconds" CHECK ("work_efforts"."seconds" between 1 and 28800),
	CONSTRAINT "work_efforts_keystrokes" CHECK ("work_efforts"."keystrokes" between 0 and 20000)
);
--> statement-breakpoint
ALTER TABLE "work_efforts" ADD CONSTRAINT "work_efforts_case_fk" FOREIGN KEY ("board_id","case_id") REFERENCES "public"."cases"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "work_efforts_case" ON "work_efforts" USING btree ("board_id","case_id");