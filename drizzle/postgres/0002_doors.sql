CREATE TABLE "applications" (
	"id" text PRIMARY KEY NOT NULL,
	"posting_id" text NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"message" text NOT NULL,
	"stage" text NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"moved_at" timestamp (3) with time zone NOT NULL,
	"version" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "resumes" (
	"application_id" text PRIMARY KEY NOT NULL,
	"file" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"bytes" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"verb" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"subject" text NOT NULL,
	"reason" text,
	"before" jsonb,
	"after" jsonb
);
--> statement-breakpoint
CREATE TABLE "corrections" (
	"id" text PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"measure" text NOT NULL,
	"area" text NOT NULL,
	"action" text NOT NULL,
	"value" double precision,
	"low" double precision,
	"high" double precision,
	"text" text,
	"source" text NOT NULL,
	"source_url" text NOT NULL,
	"vintage" text NOT NULL,
	"reason" text NOT NULL,
	"person_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "role_edits" (
	"id" text PRIMARY KEY NOT NULL,
	"role" text NOT NULL,
	"summary" text,
	"duties" jsonb,
	"titles" jsonb,
	"soc" text,
	"reason" text NOT NULL,
	"person_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "employers" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"site" text NOT NULL,
	"about" text NOT NULL,
	"size" bigint NOT NULL,
	"size_by_state" jsonb NOT NULL,
	"verified_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "members" (
	"employer_id" text NOT NULL,
	"person_id" text NOT NULL,
	"seat" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "members_employer_id_person_id_pk" PRIMARY KEY("employer_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "outbox_mails" (
	"id" text PRIMARY KEY NOT NULL,
	"to" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"headers" jsonb NOT NULL,
	"state" text NOT NULL,
	"attempts" bigint NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"leased_until" timestamp (3) with time zone,
	"leased_by" text,
	"last_error" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"provider" text NOT NULL,
	"provider_account_id" text NOT NULL,
	"person_id" text NOT NULL,
	CONSTRAINT "accounts_provider_provider_account_id_pk" PRIMARY KEY("provider","provider_account_id")
);
--> statement-breakpoint
CREATE TABLE "grants" (
	"person_id" text NOT NULL,
	"grant" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "grants_person_id_grant_pk" PRIMARY KEY("person_id","grant")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text,
	"email_verified_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"suspended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"id" text NOT NULL,
	"person_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"user_agent" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_links" (
	"email" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "posting_reports" (
	"id" text PRIMARY KEY NOT NULL,
	"posting_id" text NOT NULL,
	"kind" text NOT NULL,
	"note" text NOT NULL,
	"sender" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "postings" (
	"id" text PRIMARY KEY NOT NULL,
	"employer_id" text NOT NULL,
	"state" text NOT NULL,
	"close_reason" text,
	"title" text NOT NULL,
	"soc" text,
	"workplace" text,
	"city" text,
	"work_state" text,
	"area" text,
	"remote_states" jsonb,
	"pay_min_cents" bigint,
	"pay_max_cents" bigint,
	"pay_unit" text,
	"terms" text,
	"description" text,
	"apply_by" text,
	"apply_url" text,
	"closes_on" text,
	"zone" text,
	"ends_at" timestamp (3) with time zone,
	"first_posted_at" timestamp (3) with time zone,
	"renewed_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"review_message" text,
	"search_text" text NOT NULL,
	"version" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" bigint NOT NULL,
	"expire" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE UNIQUE INDEX "applications_once" ON "applications" USING btree ("posting_id","email");--> statement-breakpoint
CREATE UNIQUE INDEX "applications_token" ON "applications" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "applications_posting" ON "applications" USING btree ("posting_id","created_at");--> statement-breakpoint
CREATE INDEX "audit_entries_subject" ON "audit_entries" USING btree ("subject","id");--> statement-breakpoint
CREATE INDEX "corrections_subject" ON "corrections" USING btree ("subject","id");--> statement-breakpoint
CREATE INDEX "role_edits_role" ON "role_edits" USING btree ("role","id");--> statement-breakpoint
CREATE UNIQUE INDEX "employers_slug" ON "employers" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "members_person" ON "members" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "outbox_mails_due" ON "outbox_mails" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "accounts_person" ON "accounts" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "people_email" ON "people" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_id" ON "sessions" USING btree ("id");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "posting_reports_posting" ON "posting_reports" USING btree ("posting_id");--> statement-breakpoint
CREATE INDEX "postings_employer" ON "postings" USING btree ("employer_id","updated_at");--> statement-breakpoint
CREATE INDEX "postings_live" ON "postings" USING btree ("state","ends_at");--> statement-breakpoint
CREATE INDEX "postings_soc" ON "postings" USING btree ("soc","state");