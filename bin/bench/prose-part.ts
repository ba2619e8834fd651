import { Dialect, LocalLinter } from "harper.js";
import { binaryInlined } from "harper.js/binaryInlined";
import { NATION } from "@/domain/area";
import { type Comparison, compare } from "@/domain/comparison";
import { comparisonTitle } from "@/domain/comparison-title";
import { hasValue } from "@/domain/figure";
import { canonicalPair } from "@/domain/pair";
import type { Profile } from "@/domain/profile";
import { sentencesOf } from "@/domain/prose";
import { readingGrade, withPlainNames } from "@/server/comparison/reading-grade";
import { contradictions } from "@/server/comparison/sentence-facts";
import { profilesOf } from "@/server/profile/queries";
import { allRoles, pairsByEditor } from "@/server/role/queries";

/** What one process of several finds in its part of all pairs, on the database that its environment names. */
export type PartResult = {
  roles: number;
  pairs: number;
  /** Pairs that have a figure of one measure each. */
  sharing: number;
  messages: number;
  /** What the reader found against the figures, one line each. */
  contradictions: string[];
  titles: string[];
  worstGrade: number;
  worstText: string;
  /** Grades of the same texts with the names of the careers in full. */
  gradesWithNames: number[];
  linted: number;
  grammar: string[];
  cpuMinutes: number;
};

/** Pairs between two lines that say how far a part is. */
const PROGRESS = 20_000;

async function measure(part: number, parts: number, linted: number): Promise<PartResult> {
  const profiles = await allProfiles();
  const curated = await pairsByEditor();
  const result: PartResult = {
    roles: profiles.length,
    pairs: 0,
    sharing: 0,
    messages: 0,
    contradictions: [],
    titles: [],
    worstGrade: Number.NEGATIVE_INFINITY,
    worstText: "",
    gradesWithNames: [],
    linted: 0,
    grammar: [],
    cpuMinutes: 0,
  };
  const all = (profiles.length * (profiles.length - 1)) / 2;
  const step = Math.max(1, Math.floor(all / parts / linted));
  const forGrammar: string[] = [];
  let at = 0;
  for (const [i, a] of profiles.entries())
    for (const b of profiles.slice(i + 1)) {
      if (at++ % parts !== part) continue;
      const text = measurePair(result, inOrder(a, b, curated));
      if (result.pairs % step === 0 && forGrammar.length < linted) forGrammar.push(text);
      if (result.pairs % PROGRESS === 0)
        console.log(
          `part ${part + 1}: ${result.pairs} pairs, ${result.contradictions.length} contradictions, worst grade ${result.worstGrade.toFixed(2)}`,
        );
    }
  result.linted = forGrammar.length;
  result.grammar = await grammarFindings(forGrammar, profiles);
  const { user, system } = process.cpuUsage();
  result.cpuMinutes = (user + system) / 60e6;
  return result;
}

async function allProfiles(): Promise<Profile[]> {
  const slugs = (await allRoles()).map(({ slug }) => slug);
  const profiles: Profile[] = [];
  // A few roles at a time: all at once would hold some ten thousand queries open.
  for (let at = 0; at < slugs.length; at += 20)
    profiles.push(...((await profilesOf(slugs.slice(at, at + 20), NATION)) as Profile[]));
  return profiles;
}

/** The comparison as its page shows it. */
function inOrder(a: Profile, b: Profile, curated: { a: string; b: string }[]): Comparison {
  const address = canonicalPair([a.role.slug, b.role.slug], curated);
  return compare(address.startsWith(`${a.role.slug}-vs-`) ? [a, b] : [b, a], NATION);
}

/** Adds one comparison to the result; returns its whole text. */
function measurePair(result: PartResult, comparison: Comparison): string {
  result.pairs++;
  result.titles.push(comparisonTitle(comparison));
  if (comparison.rows.some(({ cells }) => cells.every(({ figure }) => hasValue(figure)))) result.sharing++;
  const sentences = sentencesOf(comparison);
  result.messages += sentences.length;
  for (const { text } of sentences)
    for (const finding of contradictions(text, comparison))
      result.contradictions.push(`${text} [${finding}]`);
  const text = sentences.map((sentence) => sentence.text).join(" ");
  const names = comparison.roles.map(({ role }) => role.plural);
  const grade = readingGrade(withPlainNames(text, names));
  // A comparison that says nothing has no grade, which is over every limit.
  if (!(grade <= result.worstGrade)) {
    result.worstGrade = Number.isNaN(grade) ? Number.POSITIVE_INFINITY : grade;
    result.worstText = text;
  }
  result.gradesWithNames.push(readingGrade(text));
  return text;
}

/** Rules of the checker that judge how official names are written, which the sentences only repeat. */
const NAMES_ALONE = { OxfordComma: false, CompoundNouns: false };

/** What a grammar checker finds in texts. The vocabulary of occupations is taught to it first. */
async function grammarFindings(texts: string[], profiles: Profile[]): Promise<string[]> {
  const linter = new LocalLinter({ binary: binaryInlined, dialect: Dialect.American });
  await linter.setup();
  await linter.setLintConfig({ ...(await linter.getLintConfig()), ...NAMES_ALONE });
  const vocabulary = profiles.flatMap(({ role, occupation }) =>
    [role.plural, occupation?.title, occupation?.mergedInto?.title]
      .join(" ")
      .toLowerCase()
      .split(/[^\p{L}’']+/u),
  );
  await linter.importWords([...new Set(vocabulary)].filter(Boolean));
  const findings: string[] = [];
  for (const text of texts)
    for (const lint of await linter.lint(text, { language: "plaintext" }))
      findings.push(`${text} [${lint.message()} ${lint.get_problem_text()}]`);
  await linter.dispose();
  return findings;
}

const [part = 0, parts = 1, linted = 0] = process.argv.slice(2).map(Number);
measure(part, parts, linted).then((result) => process.send?.(result, () => process.disconnect()));
