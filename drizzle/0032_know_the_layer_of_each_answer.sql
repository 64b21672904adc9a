ALTER TABLE "administrations" ADD COLUMN "draft_languages" jsonb;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "answer_languages" jsonb DEFAULT '{}'::jsonb NOT NULL;