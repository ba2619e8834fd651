CREATE TABLE "role_skills" (
	"release_id" bigint NOT NULL,
	"role" text NOT NULL,
	"position" bigint NOT NULL,
	"name" text NOT NULL,
	"share" double precision NOT NULL,
	CONSTRAINT "role_skills_release_id_role_position_pk" PRIMARY KEY("release_id","role","position")
);
