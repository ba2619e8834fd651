CREATE TABLE "zip_areas" (
	"release_id" bigint NOT NULL,
	"zip" text NOT NULL,
	"place" text NOT NULL,
	"state" text NOT NULL,
	"area" text NOT NULL,
	CONSTRAINT "zip_areas_release_id_zip_pk" PRIMARY KEY("release_id","zip")
);
