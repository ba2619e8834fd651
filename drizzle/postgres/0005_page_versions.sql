CREATE TABLE "page_versions" (
	"tag" text PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL
);
--> statement-breakpoint
CREATE INDEX "page_versions_version" ON "page_versions" USING btree ("version");