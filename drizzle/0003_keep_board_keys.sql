CREATE TABLE "tenant_keys" (
	"board_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"wrapped_key" text,
	"state" text NOT NULL,
	CONSTRAINT "tenant_keys_board_id_version_pk" PRIMARY KEY("board_id","version"),
	CONSTRAINT "tenant_keys_state" CHECK ("tenant_keys"."state" in ('active', 'retiring', 'retired')),
	CONSTRAINT "tenant_keys_retired" CHECK (("tenant_keys"."state" = 'retired') = ("tenant_keys"."wrapped_key" is null)),
	CONSTRAINT "tenant_keys_wrapped" CHECK ("tenant_keys"."wrapped_key" ~ '^g1[.][0-9]+[.]'),
	CONSTRAINT "tenant_keys_version" CHECK ("tenant_keys"."version" > 0)
);
--> statement-breakpoint
ALTER TABLE "tenant_keys" ADD CONSTRAINT "tenant_keys_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "tenant_keys_active" ON "tenant_keys" USING btree ("board_id") WHERE "tenant_keys"."state" = 'active';