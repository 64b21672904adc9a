CREATE TABLE "kiosk_surveys" (
	"board_id" uuid NOT NULL,
	"kiosk_id" uuid NOT NULL,
	"survey_link_id" uuid NOT NULL,
	CONSTRAINT "kiosk_surveys_board_id_kiosk_id_survey_link_id_pk" PRIMARY KEY("board_id","kiosk_id","survey_link_id")
);
--> statement-breakpoint
CREATE TABLE "kiosks" (
	"board_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"pairing_hash" text,
	"pairing_ends_at" timestamp with time zone,
	"token_hash" text,
	"paired_on" date,
	"last_seen_on" date,
	"revoked_on" date,
	"public_key" text NOT NULL,
	"private_key" text NOT NULL,
	"pin_salt" text NOT NULL,
	"pin_hash" text NOT NULL,
	CONSTRAINT "kiosks_board_id_id_pk" PRIMARY KEY("board_id","id"),
	CONSTRAINT "kiosks_token_key" UNIQUE("board_id","token_hash"),
	CONSTRAINT "kiosks_pairing_key" UNIQUE("board_id","pairing_hash"),
	CONSTRAINT "kiosks_pairing" CHECK (("kiosks"."pairing_hash" is null) = ("kiosks"."pairing_ends_at" is null)),
	CONSTRAINT "kiosks_paired" CHECK (("kiosks"."token_hash" is null) = ("kiosks"."paired_on" is null)),
	CONSTRAINT "kiosks_private_key_sealed" CHECK ("kiosks"."private_key" ~ '^g1[.][0-9]+[.][A-Za-z0-9_-]+$'),
	CONSTRAINT "kiosks_token_form" CHECK ("kiosks"."token_hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
ALTER TABLE "kiosk_surveys" ADD CONSTRAINT "kiosk_surveys_kiosk_fk" FOREIGN KEY ("board_id","kiosk_id") REFERENCES "public"."kiosks"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kiosk_surveys" ADD CONSTRAINT "kiosk_surveys_link_fk" FOREIGN KEY ("board_id","survey_link_id") REFERENCES "public"."survey_links"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kiosks" ADD CONSTRAINT "kiosks_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "kiosk_surveys_link" ON "kiosk_surveys" USING btree ("board_id","survey_link_id");