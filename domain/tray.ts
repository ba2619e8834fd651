import { isSlug, MOST_ROLES } from "./pair";

/** Slugs stand in a cookie, so that a tray needs no account: `actors.bakers`. None holds a dot. */
const SEPARATOR = ".";

/** The slugs that a tray's text names: what could be none is left out, and each stands once. */
export function parseTray(text: string): string[] {
  const slugs = text.slice(0, 1_000).split(SEPARATOR).filter(isSlug);
  return [...new Set(slugs)].slice(0, MOST_ROLES);
}

export const trayText = (slugs: readonly string[]): string => slugs.join(SEPARATOR);

/** The tray with a role in it; undefined where it is full. */
export function withRole(tray: readonly string[], slug: string): string[] | undefined {
  if (tray.includes(slug)) return [...tray];
  return tray.length < MOST_ROLES ? [...tray, slug] : undefined;
}
