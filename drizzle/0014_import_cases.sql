CREATE TABLE "case_import_sources" (
	"board_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"columns" jsonb NOT NULL,
	CONSTRAINT "case_import_sources_board_id_id_pk" PRIMARY KEY("board_id","id"),
	CONSTRAINT "case_import_sources_name_key" UNIQUE("board_id","name"),
	CONSTRAINT "case_import_sources_name" CHECK (char_length("case_import_sources"."name") between 1 and 60)
);
--> statement-breakpoint
CREATE TABLE "case_imports" (
	"board_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"staff_id" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"content" text NOT NULL,
	"columns" jsonb NOT NULL,
	"unit_id" uuid,
	CONSTRAINT "case_imports_board_id_id_pk" PRIMARY KEY("board_id","id"),
	CONSTRAINT "case_imports_staff_key" UNIQUE("board_id","staff_id"),
	CONSTRAINT "case_imports_content_sealed" CHECK ("case_imports"."content" ~ '^g1[.][0-9]+[.][A-Za-z0-9_-]+$')
);
--> statement-breakpoint
ALTER TABLE "case_import_sources" ADD CONSTRAINT "case_import_sources_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_imports" ADD CONSTRAINT "case_imports_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_imports" ADD CONSTRAINT "case_imports_unit_fk" FOREIGN KEY ("board_id","unit_id") REFERENCES "public"."units"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_imports_unit" ON "case_imports" USING btree ("board_id","unit_id");