CREATE TABLE "interviews" (
	"board_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"administration_id" uuid NOT NULL,
	"help" text NOT NULL,
	"place" text NOT NULL,
	"version" integer NOT NULL,
	"last_save" uuid NOT NULL,
	"notes" text NOT NULL,
	CONSTRAINT "interviews_board_id_id_pk" PRIMARY KEY("board_id","id"),
	CONSTRAINT "interviews_administration_key" UNIQUE("board_id","administration_id"),
	CONSTRAINT "interviews_version" CHECK ("interviews"."version" > 0),
	CONSTRAINT "interviews_help" CHECK ("interviews"."help" in ('self', 'aids', 'interpreter', 'relative', 'legal-representative', 'staff', 'question-assistant')),
	CONSTRAINT "interviews_notes_sealed" CHECK ("interviews"."notes" ~ '^g1[.][0-9]+[.][A-Za-z0-9_-]+$')
);
--> statement-breakpoint
ALTER TABLE "interviews" ADD CONSTRAINT "interviews_administration_fk" FOREIGN KEY ("board_id","administration_id") REFERENCES "public"."administrations"("board_id","id") ON DELETE no action ON UPDATE no action;