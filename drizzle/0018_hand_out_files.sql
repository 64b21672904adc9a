CREATE TABLE "export_orders" (
	"board_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"data_set" text NOT NULL,
	"instrument_id" text NOT NULL,
	"instrument_version" text NOT NULL,
	"format" text NOT NULL,
	"value_form" text NOT NULL,
	"age_form" text NOT NULL,
	"from_day" date,
	"to_day" date,
	"provider_id" uuid,
	"unit_ids" jsonb,
	"language" text NOT NULL,
	"ground" text NOT NULL,
	"recipient" text NOT NULL,
	"ordered_by" text NOT NULL,
	"ordered_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"claimed_until" timestamp with time zone,
	"rows_total" integer,
	"rows_done" integer DEFAULT 0 NOT NULL,
	"file_name" text,
	"file_bytes" integer,
	"file_hash" text,
	"finished_at" timestamp with time zone,
	"fault" text,
	CONSTRAINT "export_orders_board_id_id_pk" PRIMARY KEY("board_id","id"),
	CONSTRAINT "export_orders_data_set" CHECK ("export_orders"."data_set" in ('case-responses', 'anonymous-responses')),
	CONSTRAINT "export_orders_format" CHECK ("export_orders"."format" in ('csv-swedish', 'csv', 'xlsx', 'spss', 'json', 'fhir')),
	CONSTRAINT "export_orders_values" CHECK ("export_orders"."value_form" in ('codes', 'labels')),
	CONSTRAINT "export_orders_age" CHECK ("export_orders"."age_form" in ('group', 'birth-year')),
	CONSTRAINT "export_orders_language" CHECK ("export_orders"."language" in ('sv', 'en')),
	CONSTRAINT "export_orders_ground" CHECK ("export_orders"."ground" in ('own-follow-up', 'disclosure-decision')),
	CONSTRAINT "export_orders_days" CHECK ("export_orders"."to_day" >= "export_orders"."from_day"),
	CONSTRAINT "export_orders_state_word" CHECK ("export_orders"."state" in ('waiting', 'running', 'done', 'failed', 'cancelled', 'expired')),
	CONSTRAINT "export_orders_claim" CHECK (("export_orders"."state" = 'running') = ("export_orders"."claimed_until" is not null)),
	CONSTRAINT "export_orders_finished" CHECK (("export_orders"."state" in ('waiting', 'running')) = ("export_orders"."finished_at" is null)),
	CONSTRAINT "export_orders_fault" CHECK (("export_orders"."state" = 'failed') = ("export_orders"."fault" is not null)),
	CONSTRAINT "export_orders_file" CHECK ("export_orders"."state" <> 'done' or "export_orders"."file_hash" is not null),
	CONSTRAINT "export_orders_recipient_sealed" CHECK ("export_orders"."recipient" ~ '^g1[.][0-9]+[.][A-Za-z0-9_-]+$')
);
--> statement-breakpoint
CREATE TABLE "export_parts" (
	"board_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"export_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"content" text NOT NULL,
	CONSTRAINT "export_parts_board_id_id_pk" PRIMARY KEY("board_id","id"),
	CONSTRAINT "export_parts_number" UNIQUE("board_id","export_id","number"),
	CONSTRAINT "export_parts_content_sealed" CHECK ("export_parts"."content" ~ '^g1[.][0-9]+[.][A-Za-z0-9_-]+$')
);
--> statement-breakpoint
ALTER TABLE "export_orders" ADD CONSTRAINT "export_orders_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "export_orders" ADD CONSTRAINT "export_orders_provider_fk" FOREIGN KEY ("board_id","provider_id") REFERENCES "public"."providers"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "export_parts" ADD CONSTRAINT "export_parts_export_fk" FOREIGN KEY ("board_id","export_id") REFERENCES "public"."export_orders"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "export_orders_state" ON "export_orders" USING btree ("board_id","state","ordered_at");--> statement-breakpoint
CREATE INDEX "export_orders_provider" ON "export_orders" USING btree ("board_id","provider_id");