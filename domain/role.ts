import slugify from "@sindresorhus/slugify";
import indefinite from "indefinite";
import pluralize from "pluralize";
import type { RoleName } from "./profile";
import { handNames } from "./role-names";

/**
 * The name of an occupation as it stands inside an English sentence, made from its official title: lower
 * case, one person first, and no comma but between the members of a list. `handNames` holds the titles that
 * the rule does not get right; `role-names.csv` is the whole result, read line by line.
 */
export function occupationRoleName(title: string): RoleName {
  const [handPlural, handSingular] = handNames[title] ?? [];
  const plural = handPlural ?? pluralName(title);
  const singular = handSingular ?? singularName(plural);
  return { slug: roleSlug(title), singular, plural, article: articleOf(singular) };
}

/** The slug of a role, from its whole title. Never holds "-vs-", which parts the roles of a comparison. */
export function roleSlug(title: string): string {
  return slugify(title.replace(/[’']/g, ""), { decamelize: false }).replace(/\bvs\b/g, "versus");
}

/** "a" or "an", by sound. */
export function articleOf(name: string): "a" | "an" {
  return indefinite(name, { articleOnly: true }) === "an" ? "an" : "a";
}

const properNames = new Set(["English"]);

/** Qualifiers that official titles put last and English puts first: "Cooks, Restaurant". */
const qualifierLast =
  /^(.+), (Postsecondary|General|Hand|Oil and Gas|Mining|Wood|Metal|Special Education|Middle School|Secondary School|Restaurant|Fast Food|Short Order|Private Household|Institution and Cafeteria)$/;

/** Tails of official titles, outermost first, and how a sentence says them. */
const tails: readonly [pattern: RegExp, words: string][] = [
  [/, All Other$/, " not listed elsewhere"],
  [/, Except (.+)$/, " (except $1)"],
  [/, Metal and Plastic$/, " for metal and plastic"],
];

function pluralName(title: string): string {
  // "Including …" narrows nothing, and the official title that says it stands beside the name.
  let name = title.replace(/, Including .+$/, "").replace(/^Helpers--/, "Helpers of ");
  let tail = "";
  for (const [pattern, words] of tails) {
    const found = pattern.exec(name);
    if (!found) continue;
    name = name.slice(0, found.index);
    tail = words.replace("$1", found[1] ?? "") + tail;
  }
  return `${name.replace(qualifierLast, "$2 $1")}${tail}`
    .replaceAll(", and ", " and ")
    .replaceAll("'", "’")
    .replace(/[A-Za-z]+/g, (word) => (properNames.has(word) ? word : word.toLowerCase()));
}

/** Words that end like a plural but stand before a noun: "sales managers", "sports officials". */
const beforeNoun =
  /\b(sales|sports|services|systems|sciences|electronics|goods|products|arts|benefits|resources|relations|studies|materials|securities|commodities|surfaces|events|claims|languages|communications|operations|forces)$/;

/** One person is one of those that a list joins: "plumbers, pipefitters and steamfitters" → "plumber, pipefitter or steamfitter". */
function singularName(plural: string): string {
  const [, people = plural, tail = ""] = /^(.+?)((?: of | for | not listed | \().*)?$/.exec(plural) ?? [];
  const parts = people.split(/(, | and )/);
  const names = parts.map((part, index) => {
    if (index % 2 === 1) return part === " and " && isPlural(parts[index - 1] ?? "") ? " or " : part;
    return index === parts.length - 1 || isPlural(part) ? singularOf(part) : part;
  });
  return names.join("") + tail;
}

const isPlural = (part: string) =>
  part.endsWith("s") && !beforeNoun.test(part) && pluralize.isPlural(part.split(" ").at(-1) ?? "");

const singularOf = (part: string) => part.replace(/\S+$/, (word) => pluralize.singular(word));
