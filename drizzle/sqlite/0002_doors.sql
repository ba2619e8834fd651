CREATE TABLE `applications` (
	`id` text PRIMARY KEY NOT NULL,
	`posting_id` text NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`message` text NOT NULL,
	`stage` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`moved_at` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `applications_once` ON `applications` (`posting_id`,`email`);--> statement-breakpoint
CREATE UNIQUE INDEX `applications_token` ON `applications` (`token_hash`);--> statement-breakpoint
CREATE INDEX `applications_posting` ON `applications` (`posting_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `resumes` (
	`application_id` text PRIMARY KEY NOT NULL,
	`file` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`bytes` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`verb` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`subject` text NOT NULL,
	`reason` text,
	`before` text,
	`after` text
);
--> statement-breakpoint
CREATE INDEX `audit_entries_subject` ON `audit_entries` (`subject`,`id`);--> statement-breakpoint
CREATE TABLE `corrections` (
	`id` text PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`measure` text NOT NULL,
	`area` text NOT NULL,
	`action` text NOT NULL,
	`value` real,
	`low` real,
	`high` real,
	`text` text,
	`source` text NOT NULL,
	`source_url` text NOT NULL,
	`vintage` text NOT NULL,
	`reason` text NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `corrections_subject` ON `corrections` (`subject`,`id`);--> statement-breakpoint
CREATE TABLE `role_edits` (
	`id` text PRIMARY KEY NOT NULL,
	`role` text NOT NULL,
	`summary` text,
	`duties` text,
	`titles` text,
	`soc` text,
	`reason` text NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `role_edits_role` ON `role_edits` (`role`,`id`);--> statement-breakpoint
CREATE TABLE `employers` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`site` text NOT NULL,
	`about` text NOT NULL,
	`size` integer NOT NULL,
	`size_by_state` text NOT NULL,
	`verified_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `employers_slug` ON `employers` (`slug`);--> statement-breakpoint
CREATE TABLE `members` (
	`employer_id` text NOT NULL,
	`person_id` text NOT NULL,
	`seat` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`employer_id`, `person_id`)
);
--> statement-breakpoint
CREATE INDEX `members_person` ON `members` (`person_id`);--> statement-breakpoint
CREATE TABLE `outbox_mails` (
	`id` text PRIMARY KEY NOT NULL,
	`to` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`html` text NOT NULL,
	`headers` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`due_at` integer NOT NULL,
	`leased_until` integer,
	`leased_by` text,
	`last_error` text,
	`created_at` integer NOT NULL,
	`sent_at` integer
);
--> statement-breakpoint
CREATE INDEX `outbox_mails_due` ON `outbox_mails` (`state`,`due_at`);--> statement-breakpoint
CREATE TABLE `accounts` (
	`provider` text NOT NULL,
	`provider_account_id` text NOT NULL,
	`person_id` text NOT NULL,
	PRIMARY KEY(`provider`, `provider_account_id`)
);
--> statement-breakpoint
CREATE INDEX `accounts_person` ON `accounts` (`person_id`);--> statement-breakpoint
CREATE TABLE `grants` (
	`person_id` text NOT NULL,
	`grant` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `grant`)
);
--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text,
	`email_verified_at` integer,
	`created_at` integer NOT NULL,
	`suspended_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_email` ON `people` (`email`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`user_agent` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_id` ON `sessions` (`id`);--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE TABLE `sign_in_links` (
	`email` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `posting_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`posting_id` text NOT NULL,
	`kind` text NOT NULL,
	`note` text NOT NULL,
	`sender` text NOT NULL,
	`created_at` integer NOT NULL,
	`settled_at` integer
);
--> statement-breakpoint
CREATE INDEX `posting_reports_posting` ON `posting_reports` (`posting_id`);--> statement-breakpoint
CREATE TABLE `postings` (
	`id` text PRIMARY KEY NOT NULL,
	`employer_id` text NOT NULL,
	`state` text NOT NULL,
	`close_reason` text,
	`title` text NOT NULL,
	`soc` text,
	`workplace` text,
	`city` text,
	`work_state` text,
	`area` text,
	`remote_states` text,
	`pay_min_cents` integer,
	`pay_max_cents` integer,
	`pay_unit` text,
	`terms` text,
	`description` text,
	`apply_by` text,
	`apply_url` text,
	`closes_on` text,
	`zone` text,
	`ends_at` integer,
	`first_posted_at` integer,
	`renewed_at` integer,
	`closed_at` integer,
	`review_message` text,
	`search_text` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `postings_employer` ON `postings` (`employer_id`,`updated_at`);--> statement-breakpoint
CREATE INDEX `postings_live` ON `postings` (`state`,`ends_at`);--> statement-breakpoint
CREATE INDEX `postings_soc` ON `postings` (`soc`,`state`);--> statement-breakpoint
CREATE TABLE `rate_limits` (
	`key` text PRIMARY KEY NOT NULL,
	`points` integer NOT NULL,
	`expire` integer
);
