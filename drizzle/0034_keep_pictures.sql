CREATE TABLE "picture_places" (
	"board_id" uuid NOT NULL,
	"instrument_id" text NOT NULL,
	"question" text NOT NULL,
	"option" text NOT NULL,
	"hash" text NOT NULL,
	"holder" text NOT NULL,
	"licence" text NOT NULL,
	"permission" text,
	"added_on" date NOT NULL,
	CONSTRAINT "picture_places_board_id_instrument_id_question_option_pk" PRIMARY KEY("board_id","instrument_id","question","option"),
	CONSTRAINT "picture_places_rights" CHECK ("picture_places"."holder" <> '' and "picture_places"."licence" <> '')
);
--> statement-breakpoint
CREATE TABLE "pictures" (
	"board_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"media_type" text NOT NULL,
	"width" smallint NOT NULL,
	"height" smallint NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "pictures_board_id_hash_pk" PRIMARY KEY("board_id","hash"),
	CONSTRAINT "pictures_hash" CHECK ("pictures"."hash" = encode(sha256("pictures"."content"), 'hex')),
	CONSTRAINT "pictures_media_type" CHECK ("pictures"."media_type" in ('image/png', 'image/jpeg', 'image/webp')),
	CONSTRAINT "pictures_size" CHECK (octet_length("pictures"."content") between 1 and 102400),
	CONSTRAINT "pictures_sides" CHECK ("pictures"."width" between 1 and 1024 and "pictures"."height" between 1 and 1024)
);
--> statement-breakpoint
ALTER TABLE "administrations" ADD COLUMN "draft_layers" text;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "answer_layers" text;--> statement-breakpoint
ALTER TABLE "picture_places" ADD CONSTRAINT "picture_places_picture_fk" FOREIGN KEY ("board_id","hash") REFERENCES "public"."pictures"("board_id","hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pictures" ADD CONSTRAINT "pictures_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "picture_places_picture" ON "picture_places" USING btree ("board_id","hash");--> statement-breakpoint
ALTER TABLE "administrations" ADD CONSTRAINT "administrations_layers_sealed" CHECK ("administrations"."draft_layers" ~ '^g1[.][0-9]+[.][A-Za-z0-9_-]+$');--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_layers_sealed" CHECK ("responses"."answer_layers" ~ '^g1[.][0-9]+[.][A-Za-z0-9_-]+$');--> statement-breakpoint
-- What lay open in them has been taken along, to be sealed in the columns above (secrecy/server/seal-layers.ts).
ALTER TABLE "administrations" DROP COLUMN "draft_languages";--> statement-breakpoint
ALTER TABLE "responses" DROP COLUMN "answer_languages";