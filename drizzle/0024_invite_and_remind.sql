CREATE TABLE "client_contacts" (
	"board_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"email" text,
	"phone" text,
	"language" text NOT NULL,
	CONSTRAINT "client_contacts_board_id_id_pk" PRIMARY KEY("board_id","id"),
	CONSTRAINT "client_contacts_client_key" UNIQUE("board_id","client_id"),
	CONSTRAINT "client_contacts_email_sealed" CHECK ("client_contacts"."email" ~ '^g1[.][0-9]+[.][A-Za-z0-9_-]+$'),
	CONSTRAINT "client_contacts_phone_sealed" CHECK ("client_contacts"."phone" ~ '^g1[.][0-9]+[.][A-Za-z0-9_-]+$')
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"board_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"administration_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"language" text NOT NULL,
	"recipient" text NOT NULL,
	"link" text NOT NULL,
	"invited_on" date NOT NULL,
	"declined_on" date,
	CONSTRAINT "invitations_board_id_id_pk" PRIMARY KEY("board_id","id"),
	CONSTRAINT "invitations_administration_key" UNIQUE("board_id","administration_id"),
	CONSTRAINT "invitations_channel" CHECK ("invitations"."channel" in ('email', 'sms')),
	CONSTRAINT "invitations_recipient_sealed" CHECK ("invitations"."recipient" ~ '^g1[.][0-9]+[.][A-Za-z0-9_-]+$'),
	CONSTRAINT "invitations_link_sealed" CHECK ("invitations"."link" ~ '^g1[.][0-9]+[.][A-Za-z0-9_-]+$')
);
--> statement-breakpoint
CREATE TABLE "message_settings" (
	"board_id" uuid NOT NULL,
	"reminder_days" jsonb NOT NULL,
	CONSTRAINT "message_settings_board_id_pk" PRIMARY KEY("board_id")
);
--> statement-breakpoint
CREATE TABLE "message_texts" (
	"board_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"kind" text NOT NULL,
	"language" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	CONSTRAINT "message_texts_board_id_channel_kind_language_pk" PRIMARY KEY("board_id","channel","kind","language"),
	CONSTRAINT "message_texts_channel" CHECK ("message_texts"."channel" in ('email', 'sms')),
	CONSTRAINT "message_texts_kind" CHECK ("message_texts"."kind" in ('invitation', 'reminder'))
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"board_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"invitation_id" uuid NOT NULL,
	"number" smallint NOT NULL,
	"state" text NOT NULL,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"claimed_until" timestamp with time zone,
	"settled_at" timestamp with time zone,
	"fault" text,
	CONSTRAINT "messages_board_id_id_pk" PRIMARY KEY("board_id","id"),
	CONSTRAINT "messages_number_key" UNIQUE("board_id","invitation_id","number"),
	CONSTRAINT "messages_number" CHECK ("messages"."number" between 0 and 3),
	CONSTRAINT "messages_state" CHECK ("messages"."state" in ('waiting', 'sending', 'sent', 'failed', 'bounced', 'uncertain', 'stopped')),
	CONSTRAINT "messages_claim" CHECK (("messages"."state" = 'sending') = ("messages"."claimed_until" is not null)),
	CONSTRAINT "messages_settled" CHECK (("messages"."state" in ('waiting', 'sending')) = ("messages"."settled_at" is null))
);
--> statement-breakpoint
ALTER TABLE "client_contacts" ADD CONSTRAINT "client_contacts_client_fk" FOREIGN KEY ("board_id","client_id") REFERENCES "public"."clients"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_administration_fk" FOREIGN KEY ("board_id","administration_id") REFERENCES "public"."administrations"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_settings" ADD CONSTRAINT "message_settings_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_texts" ADD CONSTRAINT "message_texts_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_invitation_fk" FOREIGN KEY ("board_id","invitation_id") REFERENCES "public"."invitations"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "messages_due" ON "messages" USING btree ("board_id","state","due_at");