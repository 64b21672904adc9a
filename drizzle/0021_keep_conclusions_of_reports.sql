CREATE TABLE "report_conclusions" (
	"board_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"report" text NOT NULL,
	"scope" text NOT NULL,
	"content" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"written_by" text NOT NULL,
	CONSTRAINT "report_conclusions_board_id_id_pk" PRIMARY KEY("board_id","id"),
	CONSTRAINT "report_conclusions_content_sealed" CHECK ("report_conclusions"."content" ~ '^g1[.][0-9]+[.][A-Za-z0-9_-]+$')
);
--> statement-breakpoint
ALTER TABLE "report_conclusions" ADD CONSTRAINT "report_conclusions_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "report_conclusions_report" ON "report_conclusions" USING btree ("board_id","report","scope");