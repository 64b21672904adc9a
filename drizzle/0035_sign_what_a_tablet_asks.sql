ALTER TABLE "kiosks" ADD COLUMN "verify_key" text;--> statement-breakpoint
ALTER TABLE "kiosks" ADD COLUMN "signing_key" text;--> statement-breakpoint
ALTER TABLE "kiosks" ADD COLUMN "revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "kiosks" ADD COLUMN "content_hash" text;--> statement-breakpoint
ALTER TABLE "kiosks" ADD CONSTRAINT "kiosks_signing" CHECK (("kiosks"."verify_key" is null) = ("kiosks"."signing_key" is null));--> statement-breakpoint
ALTER TABLE "kiosks" ADD CONSTRAINT "kiosks_signing_key_sealed" CHECK ("kiosks"."signing_key" ~ '^g1[.][0-9]+[.][A-Za-z0-9_-]+$');--> statement-breakpoint
ALTER TABLE "kiosks" ADD CONSTRAINT "kiosks_content_hash_form" CHECK ("kiosks"."content_hash" ~ '^[0-9a-f]{64}$');