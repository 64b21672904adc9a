CREATE TABLE "log_verdicts" (
	"board_id" uuid PRIMARY KEY NOT NULL,
	"day" date NOT NULL,
	"verified_at" timestamp with time zone NOT NULL,
	"line_count" bigint NOT NULL,
	"anchored_to" bigint,
	"fault_kind" text,
	"fault_seq" bigint,
	"key_id" text NOT NULL,
	"mac" text NOT NULL,
	CONSTRAINT "log_verdicts_lines" CHECK ("log_verdicts"."line_count" >= 0),
	CONSTRAINT "log_verdicts_fault" CHECK ("log_verdicts"."fault_seq" is null or "log_verdicts"."fault_kind" is not null)
);
--> statement-breakpoint
ALTER TABLE "log_verdicts" ADD CONSTRAINT "log_verdicts_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;