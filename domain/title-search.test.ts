import fc from "fast-check";
import { expect, test } from "vitest";
import { titleAliases } from "./title-aliases";
import { type KnownTitle, titleIndex } from "./title-index";
import { titlesMeant } from "./title-search";

const occupation = (soc: string, title: string, jobs: number) => ({
  soc,
  title,
  role: title.toLowerCase().replace(/\W+/g, "-"),
  jobs,
  isMerged: false,
});
const occupations = [
  occupation("25-2021", "Elementary School Teachers", 1_400_000),
  occupation("25-2031", "Secondary School Teachers", 1_000_000),
  occupation("25-2012", "Kindergarten Teachers", 120_000),
  occupation("29-1141", "Registered Nurses", 3_300_000),
  occupation("29-1151", "Nurse Anesthetists", 50_000),
  occupation("29-2099", "Health Technologists and Technicians, All Other", 180_000),
  occupation("29-9093", "Surgical Assistants", 20_000),
  occupation("31-1131", "Nursing Assistants", 1_300_000),
  occupation("47-2152", "Plumbers, Pipefitters, and Steamfitters", 450_000),
  occupation("11-2022", "Sales Managers", 600_000),
];
const titles: KnownTitle[] = [
  { title: "patient liaison", soc: "29-2099", source: "role", role: "patient-liaison" },
  { title: "herald", soc: null, source: "role", role: "herald" },
  ...occupations.map(({ soc, title }): KnownTitle => ({ title, soc, source: "occupation" })),
  ...["25-2012", "25-2031", "25-2021"].map(
    (soc): KnownTitle => ({ title: "Teacher", soc, source: "alternate" }),
  ),
  { title: "CNA (Certified Nursing Assistant)", soc: "29-9093", source: "alternate" },
  { title: "CNA (Certified Nursing Assistant)", soc: "31-1131", source: "alternate" },
  { title: "Registered Nurse (RN)", soc: "29-1141", source: "reported" },
  { title: "Nurse", soc: "29-1141", source: "direct_match" },
  { title: "Master Plumber", soc: "47-2152", source: "direct_match" },
  { title: "Plumber", soc: "47-2152", source: "direct_match" },
  { title: "Sales Director", soc: "11-2022", source: "reported" },
  { title: "Sales Manager", soc: "11-2022", source: "direct_match" },
];
const index = titleIndex(titles, occupations);
const first = (text: string) => titlesMeant(text, index)[0];

test.each([
  ["RN", "29-1141"],
  ["nurse registered", "29-1141"],
  ["Registred Nurse", "29-1141"],
  ["Sr. Registered Nurses II - Nights - Boise, ID", "29-1141"],
  ["University Grad | Oncology Nurse | Remote", "29-1141"],
  ["plumbing", "47-2152"],
  ["plubmer", "47-2152"],
  ["Director, Sales", "11-2022"],
  ["Manager | Enterprise Sales", "11-2022"],
  ["Patient liason", "29-2099"],
])("%s is %s", (text, soc) => {
  expect(first(text)?.soc).toBe(soc);
});

test("a title of many occupations offers them by jobs held", () => {
  expect(titlesMeant("teacher", index).map(({ soc }) => soc)).toEqual(["25-2021", "25-2031", "25-2012"]);
  expect(first("CNA")?.soc).toBe("31-1131");
});

test("what matched is said, and a role without an occupation is found", () => {
  expect(first("Patient Liaison")).toEqual({
    soc: "29-2099",
    role: "patient-liaison",
    title: "Health Technologists and Technicians, All Other",
    score: 0.95,
    via: { title: "patient liaison", source: "role" },
  });
  expect(first("herald")).toMatchObject({ soc: null, role: "herald", title: "herald" });
});

test.each(["", "the", "asdf", "😀", "remote", "full time", "Austin TX", "senior", "12345", "\u0301", "‏"])(
  "%j is no job",
  (text) => {
    expect(titlesMeant(text, index)).toEqual([]);
  },
);

test("by role, those whose names hold all that was asked come too; a word being typed is one", () => {
  const slugs = (text: string, isTyping = false) =>
    titlesMeant(text, index, { by: "role", reach: 0.6, isTyping }).map(({ role }) => role);
  expect(slugs("nurs")).toEqual([]);
  expect(slugs("nurs", true)[0]).toBe("registered-nurses");
});

test("whatever the text: ordered, one entry an occupation, scores from 0 to 1, the same each time", () => {
  const words = fc.constantFrom(
    "nurse",
    "sales",
    "manager",
    "RN",
    "Sr.",
    "|",
    "-",
    "(",
    "plumer",
    "of",
    "💥",
    "\u202e",
  );
  const texts = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    fc.array(words, { maxLength: 60 }).map((list) => list.join(" ")),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const found = titlesMeant(text, index);
      expect(new Set(found.map(({ soc, role }) => soc ?? role)).size).toBe(found.length);
      found.forEach(({ score }, at) => {
        expect(score).toBeGreaterThan(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(score).toBeLessThanOrEqual(found[at - 1]?.score ?? 1);
      });
      expect(titlesMeant(text, index)).toEqual(found);
    }),
    { numRuns: 60 },
  );
});

test("each alias has a code, and is said once for it", () => {
  const keys = titleAliases.map(({ title, soc }) => `${soc} ${title}`);
  expect(keys.filter((key) => !/^\d\d-\d{4} [a-z0-9]/.test(key))).toEqual([]);
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});
