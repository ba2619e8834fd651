/**
 * O*NET describes profiles (`29-2099.08`), several to some occupations and none to others; a role is
 * counted under an occupation. This is the rule for which profile speaks for a role.
 */

/**
 * The one profile that stands for a role among those that have data: the one its editor named; else the
 * general `.00` profile of a single occupation (or its six-digit roll-up); else the only one there is.
 * Undefined where several specialties, or several occupations of a merged code, would have to be joined.
 */
export function standingProfile(codes: Iterable<string>, named: string | null): string | undefined {
  const profiles = [...new Set(codes)].sort();
  if (named !== null && profiles.includes(named)) return named;
  const occupations = new Set(profiles.map((code) => code.slice(0, 7)));
  const general = profiles.find((code) => code.endsWith(".00") || !code.includes("."));
  if (occupations.size === 1 && general) return general;
  return profiles.length === 1 ? profiles[0] : undefined;
}

/** The rows of the profile that stands for a role; all of them where none does. */
export function rowsOfProfile<T extends { onetSoc: string }>(rows: T[], named: string | null): T[] {
  const standing = standingProfile(
    rows.map(({ onetSoc }) => onetSoc),
    named,
  );
  return standing === undefined ? rows : rows.filter(({ onetSoc }) => onetSoc === standing);
}
