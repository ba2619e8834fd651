CREATE TABLE `role_skills` (
	`release_id` integer NOT NULL,
	`role` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`share` real NOT NULL,
	PRIMARY KEY(`release_id`, `role`, `position`)
);
