CREATE TABLE "case_assignments" (
	"board_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"staff_id" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	CONSTRAINT "case_assignments_board_id_id_pk" PRIMARY KEY("board_id","id"),
	CONSTRAINT "case_assignments_period" CHECK ("case_assignments"."valid_to" >= "case_assignments"."valid_from")
);
--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "unit_id" uuid;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "is_protected" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "case_assignments" ADD CONSTRAINT "case_assignments_case_fk" FOREIGN KEY ("board_id","case_id") REFERENCES "public"."cases"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_assignments_case" ON "case_assignments" USING btree ("board_id","case_id");--> statement-breakpoint
CREATE INDEX "case_assignments_staff" ON "case_assignments" USING btree ("board_id","staff_id");--> statement-breakpoint
CREATE UNIQUE INDEX "case_assignments_once" ON "case_assignments" USING btree ("board_id","case_id","staff_id") WHERE "case_assignments"."valid_to" is null;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_unit_fk" FOREIGN KEY ("board_id","unit_id") REFERENCES "public"."units"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cases_unit" ON "cases" USING btree ("board_id","unit_id");--> statement-breakpoint
-- Whoever opened a case before there were assignments goes on working with it.
INSERT INTO "case_assignments" ("board_id", "id", "case_id", "staff_id", "valid_from")
SELECT "cases"."board_id", gen_random_uuid(), "cases"."id", "opening"."actor_id", "cases"."opened_on"
FROM "cases"
JOIN "audit_events" "opening" ON "opening"."board_id" = "cases"."board_id" AND "opening"."subject_id" = "cases"."id"
WHERE "opening"."action" = 'openCase' AND "opening"."actor_kind" = 'staff';
