CREATE TABLE `area_counties` (
	`release_id` integer NOT NULL,
	`area` text NOT NULL,
	`area_name` text NOT NULL,
	`kind` text NOT NULL,
	`county_fips` text NOT NULL,
	`county` text NOT NULL,
	`state` text NOT NULL,
	PRIMARY KEY(`release_id`, `county_fips`)
);
--> statement-breakpoint
CREATE TABLE `areas` (
	`release_id` integer NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`states` text NOT NULL,
	PRIMARY KEY(`release_id`, `code`)
);
--> statement-breakpoint
CREATE TABLE `price_levels` (
	`release_id` integer NOT NULL,
	`area` text NOT NULL,
	`year` integer NOT NULL,
	`level` real NOT NULL,
	PRIMARY KEY(`release_id`, `area`)
);
--> statement-breakpoint
CREATE TABLE `figures` (
	`release_id` integer NOT NULL,
	`subject` text NOT NULL,
	`measure` text NOT NULL,
	`area` text DEFAULT 'US' NOT NULL,
	`value` real,
	`low` real,
	`high` real,
	`text` text,
	`null_reason` text,
	`n` integer,
	`standard_error` real,
	`note` text,
	PRIMARY KEY(`release_id`, `subject`, `measure`, `area`)
);
--> statement-breakpoint
CREATE INDEX `figures_subject` ON `figures` (`subject`);--> statement-breakpoint
CREATE TABLE `crosswalk_links` (
	`release_id` integer NOT NULL,
	`position` integer NOT NULL,
	`from_system` text NOT NULL,
	`from_code` text NOT NULL,
	`to_system` text NOT NULL,
	`to_code` text NOT NULL,
	`to_title` text NOT NULL,
	PRIMARY KEY(`release_id`, `position`)
);
--> statement-breakpoint
CREATE INDEX `crosswalk_links_from` ON `crosswalk_links` (`from_system`,`from_code`);--> statement-breakpoint
CREATE TABLE `occupation_activities` (
	`release_id` integer NOT NULL,
	`onet_soc` text NOT NULL,
	`activity` text NOT NULL,
	`title` text NOT NULL,
	`tasks` integer NOT NULL,
	`core_tasks` integer NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`release_id`, `onet_soc`, `activity`)
);
--> statement-breakpoint
CREATE TABLE `occupation_ratings` (
	`release_id` integer NOT NULL,
	`onet_soc` text NOT NULL,
	`element` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`importance` real NOT NULL,
	`importance_n` integer,
	`importance_error` real,
	`importance_suppressed` integer NOT NULL,
	`level` real,
	`level_n` integer,
	`level_error` real,
	`level_suppressed` integer NOT NULL,
	PRIMARY KEY(`release_id`, `onet_soc`, `element`)
);
--> statement-breakpoint
CREATE TABLE `occupation_technologies` (
	`release_id` integer NOT NULL,
	`position` integer NOT NULL,
	`onet_soc` text NOT NULL,
	`name` text NOT NULL,
	`category` text NOT NULL,
	`hot` integer NOT NULL,
	`in_demand` integer NOT NULL,
	PRIMARY KEY(`release_id`, `position`)
);
--> statement-breakpoint
CREATE INDEX `occupation_technologies_onet` ON `occupation_technologies` (`onet_soc`);--> statement-breakpoint
CREATE TABLE `occupation_texts` (
	`release_id` integer NOT NULL,
	`position` integer NOT NULL,
	`soc` text NOT NULL,
	`onet_soc` text,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`core` integer,
	PRIMARY KEY(`release_id`, `position`)
);
--> statement-breakpoint
CREATE INDEX `occupation_texts_soc` ON `occupation_texts` (`soc`);--> statement-breakpoint
CREATE TABLE `occupation_titles` (
	`release_id` integer NOT NULL,
	`position` integer NOT NULL,
	`soc` text NOT NULL,
	`onet_soc` text,
	`title` text NOT NULL,
	`short_title` text,
	`kind` text NOT NULL,
	PRIMARY KEY(`release_id`, `position`)
);
--> statement-breakpoint
CREATE INDEX `occupation_titles_soc` ON `occupation_titles` (`soc`);--> statement-breakpoint
CREATE TABLE `occupations` (
	`release_id` integer NOT NULL,
	`soc` text NOT NULL,
	`title` text NOT NULL,
	`level` text NOT NULL,
	`merged_into` text,
	PRIMARY KEY(`release_id`, `soc`)
);
--> statement-breakpoint
CREATE TABLE `related_occupations` (
	`release_id` integer NOT NULL,
	`onet_soc` text NOT NULL,
	`position` integer NOT NULL,
	`related_onet_soc` text NOT NULL,
	`tier` text NOT NULL,
	PRIMARY KEY(`release_id`, `onet_soc`, `position`)
);
--> statement-breakpoint
CREATE TABLE `database_facts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`value` text NOT NULL,
	`version` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `database_facts_name` ON `database_facts` (`name`);--> statement-breakpoint
CREATE TABLE `releases` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`dataset` text NOT NULL,
	`source` text NOT NULL,
	`edition` text NOT NULL,
	`state` text NOT NULL,
	`digest` text NOT NULL,
	`report` text NOT NULL,
	`imported_at` integer DEFAULT (cast((julianday('now') - 2440587.5) * 86400000 as integer)) NOT NULL
);
--> statement-breakpoint
CREATE INDEX `releases_dataset_state` ON `releases` (`dataset`,`state`);--> statement-breakpoint
CREATE TABLE `curated_pairs` (
	`release_id` integer NOT NULL,
	`position` integer NOT NULL,
	`a` text NOT NULL,
	`b` text NOT NULL,
	PRIMARY KEY(`release_id`, `position`)
);
--> statement-breakpoint
CREATE TABLE `roles` (
	`release_id` integer NOT NULL,
	`slug` text NOT NULL,
	`singular` text NOT NULL,
	`plural` text NOT NULL,
	`article` text NOT NULL,
	`kind` text NOT NULL,
	`soc` text,
	`onet_soc` text,
	`summary` text,
	`duties` text,
	PRIMARY KEY(`release_id`, `slug`)
);
--> statement-breakpoint
CREATE INDEX `roles_soc` ON `roles` (`soc`);--> statement-breakpoint
CREATE TABLE `wages` (
	`release_id` integer NOT NULL,
	`soc` text NOT NULL,
	`area` text NOT NULL,
	`naics` text DEFAULT '' NOT NULL,
	`employment` integer,
	`employment_error` real,
	`mean_error` real,
	`location_quotient` real,
	`hourly_mean` real,
	`hourly_p_10` real,
	`hourly_p_25` real,
	`hourly_median` real,
	`hourly_p_75` real,
	`hourly_p_90` real,
	`annual_mean` integer,
	`annual_p_10` integer,
	`annual_p_25` integer,
	`annual_median` integer,
	`annual_p_75` integer,
	`annual_p_90` integer,
	`marks` text,
	PRIMARY KEY(`release_id`, `soc`, `area`, `naics`)
);
--> statement-breakpoint
CREATE INDEX `wages_area` ON `wages` (`area`,`soc`);