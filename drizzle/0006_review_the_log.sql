CREATE TABLE "log_review_visits" (
	"board_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"review_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"actor_id" text NOT NULL,
	"case_id" uuid,
	"day" date NOT NULL,
	"first_at" timestamp with time zone NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	"reads" integer NOT NULL,
	"writes" integer NOT NULL,
	"actions" jsonb NOT NULL,
	"reasons" jsonb NOT NULL,
	"judgement" text,
	"note" text,
	"judged_by" text,
	"judged_on" date,
	CONSTRAINT "log_review_visits_board_id_id_pk" PRIMARY KEY("board_id","id"),
	CONSTRAINT "log_review_visits_position_key" UNIQUE("board_id","review_id","position"),
	CONSTRAINT "log_review_visits_judgement" CHECK ("log_review_visits"."judgement" in ('in-order', 'follow-up')),
	CONSTRAINT "log_review_visits_judged" CHECK (num_nonnulls("log_review_visits"."judgement", "log_review_visits"."judged_by", "log_review_visits"."judged_on") in (0, 3)),
	CONSTRAINT "log_review_visits_follow_up" CHECK ("log_review_visits"."judgement" is distinct from 'follow-up' or "log_review_visits"."note" is not null),
	CONSTRAINT "log_review_visits_note_sealed" CHECK ("log_review_visits"."note" ~ '^g1[.][0-9]+[.][A-Za-z0-9_-]+$')
);
--> statement-breakpoint
CREATE TABLE "log_reviews" (
	"board_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"month" text NOT NULL,
	"seed" text NOT NULL,
	"drawn_on" date NOT NULL,
	"visit_count" integer NOT NULL,
	"signed_by" text,
	"signed_on" date,
	"chain_seq" bigint,
	"chain_seal" text,
	"chain_fault" text,
	CONSTRAINT "log_reviews_board_id_id_pk" PRIMARY KEY("board_id","id"),
	CONSTRAINT "log_reviews_month_key" UNIQUE("board_id","month"),
	CONSTRAINT "log_reviews_month" CHECK ("log_reviews"."month" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
	CONSTRAINT "log_reviews_signed" CHECK (("log_reviews"."signed_by" is null) = ("log_reviews"."signed_on" is null))
);
--> statement-breakpoint
ALTER TABLE "audit_events" ADD COLUMN "kind" text DEFAULT 'read' NOT NULL;--> statement-breakpoint
ALTER TABLE "log_review_visits" ADD CONSTRAINT "log_review_visits_review_fk" FOREIGN KEY ("board_id","review_id") REFERENCES "public"."log_reviews"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "log_reviews" ADD CONSTRAINT "log_reviews_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_kind" CHECK ("audit_events"."kind" in ('read', 'write'));