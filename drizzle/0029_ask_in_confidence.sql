ALTER TABLE "invitations" DROP CONSTRAINT "invitations_channel";--> statement-breakpoint
ALTER TABLE "message_texts" DROP CONSTRAINT "message_texts_channel";--> statement-breakpoint
ALTER TABLE "surveys" DROP CONSTRAINT "surveys_anonymity";--> statement-breakpoint
ALTER TABLE "invitations" ALTER COLUMN "recipient" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "administrations" ADD COLUMN "survey_id" uuid;--> statement-breakpoint
ALTER TABLE "administrations" ADD COLUMN "provider_id" uuid;--> statement-breakpoint
ALTER TABLE "surveys" ADD COLUMN "target_group" jsonb;--> statement-breakpoint
ALTER TABLE "administrations" ADD CONSTRAINT "administrations_survey_fk" FOREIGN KEY ("board_id","survey_id","provider_id") REFERENCES "public"."survey_links"("board_id","survey_id","provider_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "administrations_survey_provider" ON "administrations" USING btree ("board_id","survey_id","provider_id");--> statement-breakpoint
ALTER TABLE "administrations" ADD CONSTRAINT "administrations_survey_key" UNIQUE("board_id","survey_id","case_id");--> statement-breakpoint
ALTER TABLE "administrations" ADD CONSTRAINT "administrations_survey" CHECK (("administrations"."survey_id" is null) = ("administrations"."provider_id" is null) and ("administrations"."survey_id" is null or "administrations"."mode" = 'link'));--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_letter" CHECK (("invitations"."channel" = 'letter') = ("invitations"."recipient" is null));--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_channel" CHECK ("invitations"."channel" in ('email', 'sms', 'letter'));--> statement-breakpoint
ALTER TABLE "message_texts" ADD CONSTRAINT "message_texts_channel" CHECK ("message_texts"."channel" in ('email', 'sms', 'letter'));--> statement-breakpoint
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_confidential" CHECK (case when "surveys"."anonymity" = 'confidential' then "surveys"."purpose" = 'follow-up' else "surveys"."target_group" is null end);--> statement-breakpoint
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_anonymity" CHECK ("surveys"."anonymity" in ('open-anonymous', 'codes', 'confidential'));