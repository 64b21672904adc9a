ALTER TABLE "audit_events" ADD COLUMN "case_id" uuid;--> statement-breakpoint
ALTER TABLE "audit_events" ADD COLUMN "work_context" text DEFAULT 'administration' NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_events" ADD COLUMN "key_id" text DEFAULT 'unsigned' NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_events" ADD COLUMN "mac" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_events" ADD COLUMN "seq" bigint;--> statement-breakpoint
ALTER TABLE "audit_events" ADD COLUMN "seal_key_id" text;--> statement-breakpoint
ALTER TABLE "audit_events" ADD COLUMN "seal" text;--> statement-breakpoint
CREATE INDEX "audit_events_case" ON "audit_events" USING btree ("board_id","case_id","happened_at");--> statement-breakpoint
CREATE INDEX "audit_events_unsealed" ON "audit_events" USING btree ("board_id","happened_at","id") WHERE "audit_events"."seq" is null;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_seq_key" UNIQUE("board_id","seq");--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_sealed" CHECK (("audit_events"."seq" is null) = ("audit_events"."seal" is null));--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_seal_key" CHECK (("audit_events"."seq" is null) = ("audit_events"."seal_key_id" is null));--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_seq" CHECK ("audit_events"."seq" > 0);--> statement-breakpoint
-- A line is never changed or removed; once, it is given its place in the chain.
CREATE FUNCTION "refuse_log_change"() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
	IF TG_OP = 'UPDATE' THEN
		IF OLD.seq IS NULL AND NEW.seq IS NOT NULL
			AND to_jsonb(NEW) - '{seq,seal,seal_key_id}'::text[] = to_jsonb(OLD) - '{seq,seal,seal_key_id}'::text[]
		THEN
			RETURN NEW;
		END IF;
	END IF;
	RAISE EXCEPTION 'the access log is only added to' USING ERRCODE = 'insufficient_privilege';
END $$;--> statement-breakpoint
CREATE TRIGGER "audit_events_stay" BEFORE UPDATE OR DELETE ON "audit_events"
	FOR EACH ROW EXECUTE FUNCTION "refuse_log_change"();--> statement-breakpoint
CREATE TRIGGER "audit_events_stay_all" BEFORE TRUNCATE ON "audit_events"
	FOR EACH STATEMENT EXECUTE FUNCTION "refuse_log_change"();
