import { oneLine } from "@/domain/letter";

/** What an employer's people are mailed about a moderator's step. */
export type News = { subject: string; paragraphs: string[] };

const named = (title: string) => `“${oneLine(title)}”`;
const paragraphsOf = (words: string) =>
  words
    .split("\n")
    .map(oneLine)
    .filter((line) => line !== "");

export const approvedNews = (title: string): News => ({
  subject: `Your job post is live: ${title}`,
  paragraphs: [`A moderator has read ${named(title)} and approved it. Readers can see it now, and apply.`],
});

export const changesNews = (title: string, message: string): News => ({
  subject: `Please change your job post: ${title}`,
  paragraphs: [
    `A moderator has read ${named(title)} and asks for changes before it goes live:`,
    ...paragraphsOf(message),
    "Make the changes and send it for review again.",
  ],
});

export const rejectedNews = (title: string, reason: string): News => ({
  subject: `Your job post was rejected: ${title}`,
  paragraphs: [
    `A moderator has read ${named(title)} and rejected it. It does not go live. The reason:`,
    ...paragraphsOf(reason),
  ],
});

export const heldNews = (title: string, reason: string): News => ({
  subject: `Your job post is on hold: ${title}`,
  paragraphs: [
    `Readers cannot see ${named(title)} for now. The reason:`,
    ...paragraphsOf(reason),
    "A moderator decides whether it goes live again. You need not do anything.",
  ],
});

/** `ended`: its closing date came while it was held. */
export const releasedNews = (title: string, ended: boolean): News => ({
  subject: `Your job post is no longer on hold: ${title}`,
  paragraphs: [
    `A moderator has read ${named(title)} and found that it may stand.`,
    ended
      ? "Its closing date has passed in the meantime, so readers see it as closed."
      : "Readers can see it again, and apply.",
  ],
});

export const removedNews = (title: string, reason: string): News => ({
  subject: `Your job post was removed: ${title}`,
  paragraphs: [
    `A moderator has removed ${named(title)}. It is closed and takes no applications. The reason:`,
    ...paragraphsOf(reason),
  ],
});
