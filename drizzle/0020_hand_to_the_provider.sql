CREATE TABLE "provider_hand_overs" (
	"board_id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"intervention_id" uuid NOT NULL,
	"agreed_on" date NOT NULL,
	"recorded_by" text NOT NULL,
	CONSTRAINT "provider_hand_overs_board_id_response_id_intervention_id_pk" PRIMARY KEY("board_id","response_id","intervention_id")
);
--> statement-breakpoint
ALTER TABLE "provider_hand_overs" ADD CONSTRAINT "provider_hand_overs_response_fk" FOREIGN KEY ("board_id","response_id") REFERENCES "public"."responses"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_hand_overs" ADD CONSTRAINT "provider_hand_overs_intervention_fk" FOREIGN KEY ("board_id","intervention_id") REFERENCES "public"."interventions"("board_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "provider_hand_overs_intervention" ON "provider_hand_overs" USING btree ("board_id","intervention_id");