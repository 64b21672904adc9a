CREATE TABLE "job_runs" (
	"board_id" uuid NOT NULL,
	"job" text NOT NULL,
	"day" date NOT NULL,
	"state" text NOT NULL,
	"attempts" integer NOT NULL,
	"claimed_until" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"fault" text,
	CONSTRAINT "job_runs_board_id_job_day_pk" PRIMARY KEY("board_id","job","day"),
	CONSTRAINT "job_runs_state" CHECK ("job_runs"."state" in ('running', 'done', 'failed')),
	CONSTRAINT "job_runs_finished" CHECK (("job_runs"."state" = 'running') = ("job_runs"."finished_at" is null)),
	CONSTRAINT "job_runs_fault" CHECK (("job_runs"."state" = 'failed') = ("job_runs"."fault" is not null))
);
--> statement-breakpoint
ALTER TABLE "retention_certificates" ADD COLUMN "swept_on" date;--> statement-breakpoint
ALTER TABLE "job_runs" ADD CONSTRAINT "job_runs_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;