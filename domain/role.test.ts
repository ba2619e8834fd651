import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { articleOf, occupationRoleName, roleSlug } from "./role";
import { handNames } from "./role-names";

type Row = { soc: string; title: string; slug: string; singular: string; plural: string; article: string };

/** Every occupation with its names, read line by line: a change here is a change of what the site calls it. */
const checked = parse(readFileSync(new URL("./role-names.csv", import.meta.url)), { columns: true }) as Row[];

describe("occupationRoleName", () => {
  test("names every occupation as the checked list does", () => {
    const made = checked.map(({ soc, title }) => ({ soc, title, ...occupationRoleName(title) }));
    expect(made).toEqual(checked);
  });

  test("covers the 867 detailed and the 12 merged occupations, and every hand name has its title", () => {
    expect(checked).toHaveLength(879);
    const titles = new Set(checked.map((row) => row.title));
    expect(Object.keys(handNames).filter((title) => !titles.has(title))).toEqual([]);
  });

  test.each(["soc", "title", "slug", "singular", "plural"] as const)("no two share a %s", (column) => {
    expect(new Set(checked.map((row) => row[column])).size).toBe(checked.length);
  });

  test("no singular is the plural of another, and none is its own", () => {
    const plurals = new Set(checked.map((row) => row.plural));
    expect(checked.filter((row) => plurals.has(row.singular))).toEqual([]);
  });

  test("no slug parts a comparison, and each is plain", () => {
    for (const { slug } of checked) {
      expect(slug).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(`-${slug}-`).not.toContain("-vs-");
    }
  });

  test("no name keeps an official tail, a double space or a comma before “and”", () => {
    for (const { singular, plural } of checked) {
      for (const name of [singular, plural]) {
        expect(name).not.toMatch(/all other|including|--| {2}|, (and|or) |^ | $|['"]/);
        expect(name.replace("English", "")).not.toMatch(/[A-Z]/);
        expect(name).not.toMatch(/\b(\w+) \1\b/);
      }
    }
  });

  test.each([
    ["Medical Secretaries and Administrative Assistants", "medical secretary and administrative assistant"],
    ["Plumbers, Pipefitters, and Steamfitters", "plumber, pipefitter or steamfitter"],
    ["Cooks, Fast Food", "fast food cook"],
    ["Physicians, Pathologists", "physician pathologist"],
    ["Infantry", "infantry member"],
    ["Engineers, All Other", "engineer not listed elsewhere"],
    ["Architects, Except Landscape and Naval", "architect (except landscape and naval)"],
    [
      "English Language and Literature Teachers, Postsecondary",
      "postsecondary English language and literature teacher",
    ],
    ["Police and Sheriff's Patrol Officers", "police and sheriff’s patrol officer"],
  ])("one of “%s” is a %s", (title, singular) => {
    expect(occupationRoleName(title).singular).toBe(singular);
  });
});

test("either apostrophe gives the same slug", () => {
  expect(roleSlug("Police and Sheriff’s Patrol Officers")).toBe(
    roleSlug("Police and Sheriff's Patrol Officers"),
  );
});

test("a slug never parts a comparison, whatever the title", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("vs", "VS", "vs.", "Cook", "-", "v", "s")), (words) => {
      expect(`-${roleSlug(words.join(" "))}-`).not.toContain("-vs-");
    }),
  );
});

test("the article goes by sound", () => {
  const an = ["hourly worker", "MRI technologist", "RN", "umpire", "X-ray technician", "heavy lifter"];
  expect(an.map(articleOf)).toEqual(["an", "an", "an", "an", "an", "a"]);
  const a = ["urologist", "one-room teacher", "user researcher", "utility worker"];
  expect(new Set(a.map(articleOf))).toEqual(new Set(["a"]));
});
