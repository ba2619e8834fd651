/** The kinds of things that public pages are made of. A verb's subject ("figure:29-1141") names one; of other kinds no page tells. */
const kinds = ["employer", "figure", "posting", "release", "role"] as const;
type Kind = (typeof kinds)[number];

/**
 * What a page read, so that it is made anew when that changes: a thing, or any of its kind ("posting"). `openings`
 * are the open postings for an occupation, by its code.
 */
export type PageTag = Kind | `${Kind | "openings"}:${string}`;

/** The tags that a change of a verb's subject touches: the thing, and all of its kind. None where no public page tells of it. */
export function tagsOf(subject: string): PageTag[] {
  const kind = kinds.find((known) => subject.startsWith(`${known}:`));
  return kind ? [kind, subject as PageTag] : [];
}
