CREATE TABLE `zip_areas` (
	`release_id` integer NOT NULL,
	`zip` text NOT NULL,
	`place` text NOT NULL,
	`state` text NOT NULL,
	`area` text NOT NULL,
	PRIMARY KEY(`release_id`, `zip`)
);
