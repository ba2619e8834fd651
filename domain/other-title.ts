import { foldText } from "./fold-text";

/** Where a title comes from, the weightiest first: an editor, people who hold the job, the official list, other lists. */
const kinds = ["editor", "reported", "direct_match", "alternate"] as const;

/** A name that people use for an occupation. `position` is its place in its source. */
export type TitleEntry = { title: string; kind: (typeof kinds)[number] | "profile"; position: number };

/** The other titles of a career, the weightiest first, none twice however it is written, and none of its own names. */
export function otherTitles(entries: readonly TitleEntry[], own: readonly string[]): string[] {
  const seen = new Set(own.map(foldText));
  return kinds.flatMap((kind) =>
    entries
      .filter((entry) => entry.kind === kind)
      .sort((a, b) => a.position - b.position || (a.title < b.title ? -1 : 1))
      .flatMap(({ title }) => {
        const key = foldText(title);
        if (seen.has(key)) return [];
        seen.add(key);
        return [title];
      }),
  );
}
