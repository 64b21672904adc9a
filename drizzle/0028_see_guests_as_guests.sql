CREATE TABLE "guests" (
	"board_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"token_hash" text,
	"expires_at" timestamp with time zone,
	"accepted_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	CONSTRAINT "guests_board_id_user_id_pk" PRIMARY KEY("board_id","user_id"),
	CONSTRAINT "guests_token_key" UNIQUE("board_id","token_hash"),
	CONSTRAINT "guests_token_form" CHECK ("guests"."token_hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "guests_link" CHECK (("guests"."token_hash" is null) = ("guests"."expires_at" is null))
);
--> statement-breakpoint
ALTER TABLE "guests" ADD CONSTRAINT "guests_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guests" ADD CONSTRAINT "guests_user_id_staff_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."staff_users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "guests_user" ON "guests" USING btree ("user_id");--> statement-breakpoint
-- Whoever works for several boards already belongs to the one that gave them a role first, and has accepted the others.
INSERT INTO "guests" ("board_id", "user_id", "name", "accepted_at")
SELECT DISTINCT a.board_id, a.user_id, u.name, now() FROM "assignments" a JOIN "staff_users" u ON u.id = a.user_id
WHERE a.board_id <> (
	SELECT f.board_id FROM "assignments" f WHERE f.user_id = a.user_id ORDER BY f.valid_from, f.board_id LIMIT 1
);
