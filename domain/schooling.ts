/**
 * The publisher's levels of schooling for entry (Employment Projections, table 5.4) as they stand
 * inside a sentence after "need".
 */
const phrases: Record<string, string> = {
  "No formal educational credential": "no formal schooling",
  "High school diploma or equivalent": "a high school diploma",
  "Some college, no degree": "some college but no degree",
  "Postsecondary nondegree award": "a certificate after high school",
  "Associate's degree": "an associate’s degree",
  "Bachelor's degree": "a bachelor’s degree",
  "Master's degree": "a master’s degree",
  "Doctoral or professional degree": "a doctoral or professional degree",
};

/** "a bachelor’s degree" for "Bachelor's degree"; undefined for words the table does not know. */
export function schoolingPhrase(level: string): string | undefined {
  return phrases[level.replaceAll("’", "'")];
}
